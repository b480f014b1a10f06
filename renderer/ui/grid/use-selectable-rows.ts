// SPDX-License-Identifier: MIT
import { useMemo } from 'react';
import type { GridRowData } from './use-active-row';
import { useCopyRows } from './use-copy-rows';
import { selectedRows, useSelectionActions } from './use-row-selection';
import type { RowsToSelect, SelectionActions } from './use-row-selection';

interface TableRows<Row extends GridRowData> extends RowsToSelect<Row> {
  readonly all: readonly Row[];
  /** What is copied of rows; the same function from drawing to drawing. */
  readonly textOf: (rows: readonly Row[]) => string;
}

interface SelectableRows<Row extends GridRowData> {
  readonly selected: readonly Row[];
  readonly actions: SelectionActions<Row>;
  /** Copies the row, with the others of the selection it belongs to. */
  readonly copy: (row: Row) => void;
}

/** The rows of a table that can be looked at, selected, and copied together. */
export function useSelectableRows<Row extends GridRowData>(
  rows: TableRows<Row>,
): SelectableRows<Row> {
  const { all, shown, selection } = rows;
  const actions = useSelectionActions(rows);
  const selected = useMemo(() => selectedRows(all, shown, selection), [all, shown, selection]);
  const copy = useCopyRows(selected, rows.textOf);
  return { selected, actions, copy };
}
