// SPDX-License-Identifier: MIT
import { memo } from 'react';
import type { RouteRow } from '../../../electron/texts/route-rows';
import { GridRow } from '../../ui/grid/GridRow';
import type { GridColumns } from '../../ui/grid/use-grid-table';
import type { SelectionActions } from '../../ui/grid/use-row-selection';
import type { RowPlace } from '../../ui/grid/VirtualGrid';
import type { RouteColumnId } from './arrange-rows';
import { routeCells } from './route-cells';

interface RouteRowViewProps extends RowPlace {
  readonly row: RouteRow;
  readonly columns: GridColumns<RouteColumnId>;
  /** Whether it is selected, looked at, or what the lookup answered with. */
  readonly isSelected: boolean;
  readonly actions: SelectionActions<RouteRow>;
}

/** One row of the table of routes; drawn again only when something in it changed. */
export const RouteRowView = memo(function RouteRowView(props: RouteRowViewProps) {
  return (
    <GridRow
      {...props}
      renderCell={(id) => {
        const Cell = routeCells[id];
        return <Cell row={props.row} />;
      }}
    />
  );
});
