// SPDX-License-Identifier: MIT
// The columns of a virtual table, and by which of them it is sorted: TanStack Table's, for every table alike.

import {
  columnVisibilityFeature,
  createSortedRowModel,
  functionalUpdate,
  metaHelper,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import type { Column, ColumnDef, ColumnVisibilityState, RowData } from '@tanstack/react-table';
import { useMemo } from 'react';
import { gridSizes } from './column-layout';
import type { ColumnLayout, GridSizes } from './column-layout';
import type { GridRowData } from './use-active-row';

const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnMeta: metaHelper<ColumnLayout>(),
});

/** What the tables use of TanStack Table, for `createColumnHelper`. */
export type GridFeatures = typeof features;

type ColumnState = Pick<
  Column<GridFeatures, RowData>,
  | 'getCanHide'
  | 'getCanSort'
  | 'getIsSorted'
  | 'getIsVisible'
  | 'toggleSorting'
  | 'toggleVisibility'
>;

/** A column of TanStack Table, as far as header, rows and menu need it. */
export interface GridColumn<Id extends string> extends ColumnState {
  readonly id: Id;
  readonly columnDef: { readonly meta: ColumnLayout };
}

/** The columns in sight, in their order, and the room they take; the same object for as long as they are. */
export interface GridColumns<Id extends string> extends GridSizes {
  readonly inSight: readonly GridColumn<Id>[];
}

/** By what a table is sorted. */
export interface GridSort<Id extends string> {
  readonly column: Id;
  readonly descending: boolean;
}

interface GridTableOptions<Id extends string, Row extends GridRowData> {
  /** Of all columns. */
  readonly ids: readonly Id[];
  /** With their layouts as `meta`, in their order. */
  readonly columns: readonly ColumnDef<GridFeatures, Row>[];
  /**
   * Absent where rows come in their order: of hundreds of thousands, the library would keep an object each.
   */
  readonly rowsToSort?: readonly Row[];
  /** A column that is not named here is shown. */
  readonly visibility: ColumnVisibilityState;
  readonly onVisibility?: (column: Id, isShown: boolean) => void;
  readonly sort: GridSort<Id>;
  readonly onSort: (sort: GridSort<Id>) => void;
  /** Pixels of a column in front of all others, which stays; none unless given. */
  readonly leadWidth?: number;
}

interface GridTable<Id extends string, Row extends GridRowData> {
  readonly columns: GridColumns<Id>;
  /** The columns that can be hidden. */
  readonly hideable: readonly GridColumn<Id>[];
  /** The rows that were to be sorted, in their order. */
  readonly sorted: readonly Row[];
}

const noRows: readonly never[] = [];

/** The columns of a table; the first click on a name sorts upwards, unless the column says otherwise. */
export function useGridTable<Id extends string, Row extends GridRowData>(
  options: GridTableOptions<Id, Row>,
): GridTable<Id, Row> {
  const { ids, rowsToSort = noRows, visibility, sort, leadWidth = 0 } = options;
  const sorting = useMemo(() => [{ id: sort.column, desc: sort.descending }], [sort]);
  const table = useTable({
    features,
    columns: options.columns,
    data: rowsToSort,
    getRowId: ({ id }) => id,
    sortDescFirst: false,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { sorting, columnVisibility: visibility },
    onSortingChange: (update) => {
      const [wanted] = functionalUpdate(update, sorting);
      const column = ids.find((id) => id === wanted?.id);
      if (wanted && column !== undefined) options.onSort({ column, descending: wanted.desc });
    },
    onColumnVisibilityChange: (update) => {
      const wanted = functionalUpdate(update, visibility);
      for (const id of ids) {
        const isShown = wanted[id] ?? true;
        if (isShown !== (visibility[id] ?? true)) options.onVisibility?.(id, isShown);
      }
    },
  });
  const visible = table.getVisibleLeafColumns();
  const all = table.getAllLeafColumns();
  const { rows } = table.getRowModel();
  return {
    columns: useMemo(() => {
      const inSight = visible.filter(isGridColumn(ids));
      const layouts = inSight.map(({ columnDef }) => columnDef.meta);
      return { inSight, ...gridSizes(layouts, leadWidth) };
    }, [visible, ids, leadWidth]),
    hideable: all.filter(isGridColumn(ids)).filter((column) => column.getCanHide()),
    sorted: useMemo(() => rows.map(({ original }) => original), [rows]),
  };
}

function isGridColumn<Id extends string, Row extends GridRowData>(ids: readonly Id[]) {
  return (
    column: Column<GridFeatures, Row>,
  ): column is Column<GridFeatures, Row> & GridColumn<Id> =>
    column.columnDef.meta !== undefined && ids.some((id) => id === column.id);
}
