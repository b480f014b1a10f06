// SPDX-License-Identifier: MIT
import { useAnnounce } from '@fluentui/react-components';
import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { StackName } from '../../../../electron/contract/family';
import type { Field, FieldName } from '../../../../electron/contract/fields';
import type { Edit } from '../../../changes/edit';
import { useEdits, useEditsDispatch } from '../../../changes/edits-context';
import { useAreEditsLocked } from '../../../changes/use-are-edits-locked';
import { messages } from '../../../../electron/language/messages';
import type { InterfaceRow } from '../../../adapters/interface-rows';
import { manyState, mostEdits, tooManyEdits } from './many-fields';
import type { ManyState } from './many-fields';

/** Drafts that were refused because there would be too many edits. */
interface Refused {
  readonly field: FieldName;
  readonly count: number;
}

interface Many {
  readonly rows: readonly InterfaceRow[];
  readonly stack: StackName;
  readonly isLocked: boolean;
  readonly refused: Refused | null;
  /** Drafts edits for a field, or refuses all of them when there would be too many. */
  readonly draft: (field: FieldName, drafts: readonly Edit[]) => void;
  readonly discard: (edits: readonly Edit[]) => void;
}

const ManyContext = createContext<Many | null>(null);

interface ManyProviderProps {
  readonly rows: readonly InterfaceRow[];
  readonly stack: StackName;
  readonly children: ReactNode;
}

/** Holds the rows that are edited together. */
export function ManyProvider({ rows, stack, children }: ManyProviderProps) {
  const edits = useEdits();
  const dispatch = useEditsDispatch();
  const isLocked = useAreEditsLocked();
  const { announce } = useAnnounce();
  const [refused, setRefused] = useState<Refused | null>(null);
  const many = useMemo(
    (): Many => ({
      rows,
      stack,
      isLocked,
      refused,
      draft: (field, drafts) => {
        const count = tooManyEdits(edits, drafts);
        setRefused(count === null ? null : { field, count });
        if (count === null) dispatch({ type: 'drafted', edits: drafts });
        else announce(messages.selection.refused({ n: count, most: mostEdits }));
      },
      discard: (targets) => {
        setRefused(null);
        dispatch({ type: 'discarded', targets });
      },
    }),
    [rows, stack, isLocked, refused, edits, dispatch, announce],
  );
  return <ManyContext.Provider value={many}>{children}</ManyContext.Provider>;
}

/** The rows that are edited together, and the ways to edit them. */
export function useMany(): Many {
  const many = useContext(ManyContext);
  if (!many) throw new Error('useMany needs a ManyProvider around it');
  return many;
}

/** Where a field of the rows stands. */
export function useManyState(field: Field): ManyState {
  const { rows, stack } = useMany();
  const edits = useEdits();
  return useMemo(() => manyState(field, rows, edits, stack), [field, rows, edits, stack]);
}
