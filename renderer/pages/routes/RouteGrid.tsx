// SPDX-License-Identifier: MIT
import type { RefObject } from 'react';
import { messages } from '../../../electron/language/messages';
import { rowAdaptersText, destinationText } from '../../../electron/texts/route-rows';
import type { RouteRow } from '../../../electron/texts/route-rows';
import type { GridColumns } from '../../ui/grid/use-grid-table';
import type { RowSelection, SelectionActions } from '../../ui/grid/use-row-selection';
import { VirtualGrid } from '../../ui/grid/VirtualGrid';
import type { RouteColumnId } from './arrange-rows';
import { RouteRowView } from './RouteRowView';

const words = messages.routes;

interface RouteGridProps {
  /** In their order. */
  readonly rows: readonly RouteRow[];
  readonly columns: GridColumns<RouteColumnId>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly selection: RowSelection;
  readonly actions: SelectionActions<RouteRow>;
  /** The row that is marked while none is selected. */
  readonly currentId: string | null;
  /** A row to bring into sight; another object brings it there again. */
  readonly broughtUp: { readonly id: string } | null;
  readonly onOpen: (row: RouteRow) => void;
  readonly onCopy: (row: RouteRow) => void;
}

const goneText = (row: RouteRow) =>
  words.gone({ destination: destinationText(row), adapter: rowAdaptersText(row) });

/** The table of routes. */
export function RouteGrid(props: RouteGridProps) {
  const { columns, selection, actions, currentId } = props;
  return (
    <VirtualGrid
      label={words.grid}
      rows={props.rows}
      columns={columns}
      names={words.columns}
      scroller={props.scroller}
      goneText={goneText}
      shown={props.broughtUp}
      actions={actions}
      onOpen={props.onOpen}
      onCopy={props.onCopy}
      renderRow={(row, place) => (
        <RouteRowView
          key={row.id}
          {...place}
          row={row}
          columns={columns}
          isSelected={selection.size > 0 ? selection.has(row.id) : row.id === currentId}
          actions={actions}
        />
      )}
    />
  );
}
