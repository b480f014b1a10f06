// SPDX-License-Identifier: MIT
import { useEffect, useMemo, useRef } from 'react';
import { useSelection } from '../app/selection-context';
import type { Selection } from '../app/selection-context';
import type { InterfaceRow } from './interface-rows';

/** Ways to change the selection; they stay the same from drawing to drawing. */
export interface SelectionActions {
  /** Adds a row or takes it out; the next `extend` starts here. */
  readonly toggle: (row: InterfaceRow) => void;
  /** Selects the rows from the last one that was toggled or opened to this one, and no others. */
  readonly extend: (row: InterfaceRow) => void;
  /** The row that the next `extend` starts from. */
  readonly anchor: (row: InterfaceRow) => void;
  readonly selectAll: () => void;
  readonly clear: () => void;
}

const none: Selection = new Set();

/** The rows between two of them, both included; the other alone where one is not there. */
export function rowsBetween(
  rows: readonly InterfaceRow[],
  from: string | null,
  to: string,
): readonly string[] {
  const start = rows.findIndex(({ id }) => id === from);
  const end = rows.findIndex(({ id }) => id === to);
  if (start === -1 || end === -1) return [to];
  return rows.slice(Math.min(start, end), Math.max(start, end) + 1).map(({ id }) => id);
}

/** The rows that are selected: those in sight in their order, then those that a search hides. */
export function selectedRows(
  all: readonly InterfaceRow[],
  shown: readonly InterfaceRow[],
  selection: Selection,
): readonly InterfaceRow[] {
  if (selection.size === 0) return [];
  const inSight = shown.filter(({ id }) => selection.has(id));
  const ids = new Set(inSight.map(({ id }) => id));
  const hidden = all.filter(({ id }) => selection.has(id) && !ids.has(id));
  return [...inSight, ...hidden];
}

/** Selecting rows of the table; `shown` are those in sight, in their order. */
export function useRowSelection(shown: readonly InterfaceRow[]) {
  const { selection, select } = useSelection();
  const latest = useRef({ shown, selection });
  useEffect(() => {
    latest.current = { shown, selection };
  }, [shown, selection]);
  const from = useRef<string | null>(null);
  const actions = useMemo(
    (): SelectionActions => ({
      toggle: ({ id }) => {
        from.current = id;
        const ids = new Set(latest.current.selection);
        if (!ids.delete(id)) ids.add(id);
        select(ids);
      },
      extend: ({ id }) => {
        from.current ??= id;
        select(new Set(rowsBetween(latest.current.shown, from.current, id)));
      },
      anchor: ({ id }) => {
        from.current = id;
      },
      selectAll: () => {
        select(new Set(latest.current.shown.map(({ id }) => id)));
      },
      clear: () => {
        select(none);
      },
    }),
    [select],
  );
  return { selection, actions };
}
