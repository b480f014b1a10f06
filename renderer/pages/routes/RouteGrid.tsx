// SPDX-License-Identifier: MIT
import { useMemo } from 'react';
import type { RefObject } from 'react';
import { messages } from '../../../electron/language/messages';
import { rowAdaptersText, destinationText } from '../../../electron/texts/route-rows';
import type { RouteRow } from '../../../electron/texts/route-rows';
import { columnTemplate, leastWidth } from '../../ui/grid/column-layout';
import { GridHeader } from '../../ui/grid/GridHeader';
import type { HeaderColumn } from '../../ui/grid/GridHeader';
import type { RowSelection } from '../../ui/grid/use-row-selection';
import { VirtualGrid } from '../../ui/grid/VirtualGrid';
import type { RouteColumnId, RouteSorting } from './arrange-rows';
import type { routeColumns } from './route-columns';
import { RouteRowView } from './RouteRowView';
import type { RouteRowActions } from './RouteRowView';

const words = messages.routes;

type RouteColumns = ReturnType<typeof routeColumns>;

interface RouteGridProps {
  /** In their order. */
  readonly rows: readonly RouteRow[];
  readonly columns: RouteColumns;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly sorting: RouteSorting;
  readonly onSort: (sorting: RouteSorting) => void;
  readonly selection: RowSelection;
  readonly actions: RouteRowActions;
  /** The row that is marked while none is selected. */
  readonly currentId: string | null;
  /** A row to bring into sight; another object brings it there again. */
  readonly broughtUp: { readonly id: string } | null;
  readonly onOpen: (row: RouteRow) => void;
  readonly onCopy: (row: RouteRow) => void;
}

const goneText = (row: RouteRow) =>
  words.gone({ destination: destinationText(row), adapter: rowAdaptersText(row) });

function headerColumns(
  columns: RouteColumns,
  sorting: RouteSorting,
  onSort: RouteGridProps['onSort'],
): readonly HeaderColumn[] {
  const { column: sorted, isDescending } = sorting;
  const sortBy = (column: RouteColumnId) => {
    onSort({ column, isDescending: sorted === column && !isDescending });
  };
  return columns.map(({ id, label, layout }) => ({
    id,
    label,
    ...(layout.align && { align: layout.align }),
    sorted: sorted === id && (isDescending ? 'desc' : 'asc'),
    onSort: () => {
      sortBy(id);
    },
  }));
}

/** The table of routes. */
export function RouteGrid(props: RouteGridProps) {
  const { rows, columns, scroller, sorting, onSort, selection, actions, currentId } = props;
  const { template, minWidth, fixedWidth } = useMemo(() => {
    const layouts = columns.map(({ layout }) => layout);
    return {
      template: columnTemplate(layouts),
      minWidth: leastWidth(layouts),
      fixedWidth: leastWidth(layouts.slice(0, 1)),
    };
  }, [columns]);
  return (
    <VirtualGrid
      label={words.grid}
      rows={rows}
      columnCount={columns.length}
      minWidth={minWidth}
      fixedWidth={fixedWidth}
      scroller={scroller}
      header={<GridHeader template={template} columns={headerColumns(columns, sorting, onSort)} />}
      goneText={goneText}
      shown={props.broughtUp}
      onOpen={props.onOpen}
      selection={actions}
      onCopy={props.onCopy}
      renderRow={(row, place) => (
        <RouteRowView
          key={row.id}
          {...place}
          row={row}
          columns={columns}
          template={template}
          isSelected={selection.size > 0 ? selection.has(row.id) : row.id === currentId}
          actions={actions}
        />
      )}
    />
  );
}
