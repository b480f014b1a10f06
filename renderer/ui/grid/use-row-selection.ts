// SPDX-License-Identifier: MIT
import { useEffect, useMemo, useRef } from 'react';
import type { GridRowData } from './use-active-row';

/** Rows by their ids; some may be gone by now. */
export type RowSelection = ReadonlySet<string>;

/** Where a selection is kept. */
export interface SelectionState {
  readonly selection: RowSelection;
  readonly select: (selection: RowSelection) => void;
}

/** Ways to change the selection; they stay the same from drawing to drawing. */
export interface SelectionActions {
  /**
   * Adds a row or takes it out; the next `extend` starts here.
   * @param openId the row whose details are open, with which a selection begins.
   */
  readonly toggle: (row: GridRowData, openId?: string | null) => void;
  /** Selects the rows from the last one that was toggled or opened to this one, and no others. */
  readonly extend: (row: GridRowData) => void;
  /** The row that the next `extend` starts from. */
  readonly anchor: (row: GridRowData) => void;
  readonly selectAll: () => void;
  readonly clear: () => void;
}

const none: RowSelection = new Set();

/** The rows between two of them, both included; the other alone where one is not there. */
function rowsBetween(
  rows: readonly GridRowData[],
  from: string | null,
  to: string,
): readonly string[] {
  const start = rows.findIndex(({ id }) => id === from);
  const end = rows.findIndex(({ id }) => id === to);
  if (start === -1 || end === -1) return [to];
  return rows.slice(Math.min(start, end), Math.max(start, end) + 1).map(({ id }) => id);
}

/** The rows that are selected: those in sight in their order, then those that a search hides. */
export function selectedRows<Row extends GridRowData>(
  all: readonly Row[],
  shown: readonly Row[],
  selection: RowSelection,
): readonly Row[] {
  if (selection.size === 0) return [];
  const inSight = shown.filter(({ id }) => selection.has(id));
  const ids = new Set(inSight.map(({ id }) => id));
  const hidden = all.filter(({ id }) => selection.has(id) && !ids.has(id));
  return [...inSight, ...hidden];
}

/** Selecting rows of the table; `shown` are those in sight, in their order. */
export function useRowSelection(
  shown: readonly GridRowData[],
  { selection, select }: SelectionState,
) {
  const latest = useRef({ shown, selection });
  useEffect(() => {
    latest.current = { shown, selection };
  }, [shown, selection]);
  const from = useRef<string | null>(null);
  const actions = useMemo(
    (): SelectionActions => ({
      toggle: ({ id }, openId = null) => {
        from.current = id;
        const ids = new Set(latest.current.selection);
        if (ids.size === 0 && openId !== null && openId !== id) ids.add(openId);
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
