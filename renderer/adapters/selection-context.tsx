// SPDX-License-Identifier: MIT
import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { RowSelection, SelectionState } from '../ui/grid/use-row-selection';

const nothing: RowSelection = new Set();
const SelectionContext = createContext<SelectionState | null>(null);

/** Remembers which IP interfaces are selected, across pages. */
export function SelectionProvider({ children }: { readonly children: ReactNode }) {
  const [selection, select] = useState(nothing);
  const state = useMemo(() => ({ selection, select }), [selection]);
  return <SelectionContext.Provider value={state}>{children}</SelectionContext.Provider>;
}

/** The IP interfaces that are selected, and how to select others. */
export function useSelection(): SelectionState {
  const state = useContext(SelectionContext);
  if (!state) throw new Error('useSelection needs a SelectionProvider around it');
  return state;
}
