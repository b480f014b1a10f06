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

/** Ways to act on rows; they stay the same from drawing to drawing. */
export interface SelectionActions<Row extends GridRowData> {
  /** Looks at a row alone: none is selected any more, and the next `extend` starts here. */
  readonly open: (row: Row) => void;
  /** Adds a row or takes it out; the next `extend` starts here. */
  readonly toggle: (row: Row) => void;
  /** As `toggle`; a selection begins with the row that is looked at. */
  readonly add: (row: Row) => void;
  /** Selects the rows from the last one that was toggled or opened to this one, and no others. */
  readonly extend: (row: Row) => void;
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

/** The rows of a table, as far as selecting some of them goes. */
export interface RowsToSelect<Row extends GridRowData> extends SelectionState {
  /** Those in sight, in their order. */
  readonly shown: readonly Row[];
  /** The row that is looked at, where a selection can begin with it. */
  readonly openId?: string | null;
  readonly onOpen: (row: Row) => void;
}

/** Ways to select rows of a table and to look at one. */
export function useSelectionActions<Row extends GridRowData>(
  rows: RowsToSelect<Row>,
): SelectionActions<Row> {
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  });
  const from = useRef<string | null>(null);
  return useMemo((): SelectionActions<Row> => {
    const toggle = (id: string, first: RowSelection) => {
      from.current = id;
      const ids = new Set(first);
      if (!ids.delete(id)) ids.add(id);
      latest.current.select(ids);
    };
    return {
      open: (row) => {
        from.current = row.id;
        latest.current.select(none);
        latest.current.onOpen(row);
      },
      toggle: ({ id }) => {
        toggle(id, latest.current.selection);
      },
      add: ({ id }) => {
        const { selection, openId = null } = latest.current;
        const isFirst = selection.size === 0 && openId !== null && openId !== id;
        toggle(id, isFirst ? new Set([openId]) : selection);
      },
      extend: ({ id }) => {
        from.current ??= id;
        latest.current.select(new Set(rowsBetween(latest.current.shown, from.current, id)));
      },
      selectAll: () => {
        latest.current.select(new Set(latest.current.shown.map(({ id }) => id)));
      },
      clear: () => {
        latest.current.select(none);
      },
    };
  }, []);
}
