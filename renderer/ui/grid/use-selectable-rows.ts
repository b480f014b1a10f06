// SPDX-License-Identifier: MIT
import { useMemo } from 'react';
import type { GridRowData } from './use-active-row';
import { useCopyRows } from './use-copy-rows';
import { selectedRows, useRowSelection } from './use-row-selection';
import type { RowSelection, SelectionActions, SelectionState } from './use-row-selection';

interface TableRows<Row extends GridRowData> extends SelectionState {
  readonly all: readonly Row[];
  /** Those in sight, in their order. */
  readonly shown: readonly Row[];
  /** What is copied of rows; the same function from drawing to drawing. */
  readonly textOf: (rows: readonly Row[]) => string;
}

interface SelectableRows<Row extends GridRowData> {
  readonly selection: RowSelection;
  readonly selected: readonly Row[];
  readonly actions: SelectionActions;
  /** Copies the row, with the others of the selection it belongs to. */
  readonly copy: (row: Row) => void;
}

/** The rows of a table that can be selected and copied together. */
export function useSelectableRows<Row extends GridRowData>(
  rows: TableRows<Row>,
): SelectableRows<Row> {
  const { all, shown, textOf } = rows;
  const { selection, actions } = useRowSelection(shown, rows);
  const selected = useMemo(() => selectedRows(all, shown, selection), [all, shown, selection]);
  const copy = useCopyRows(selected, textOf);
  return { selection, selected, actions, copy };
}
