// SPDX-License-Identifier: MIT
import { memo } from 'react';
import { GridCell, GridRow } from '../ui/grid/GridRow';
import type { RowPlace } from '../ui/grid/VirtualGrid';
import type { RouteColumn } from './route-columns';
import type { RouteRow } from './route-rows';

interface RouteRowViewProps extends RowPlace {
  readonly row: RouteRow;
  readonly columns: readonly RouteColumn[];
  /** grid-template-columns. */
  readonly template: string;
  /** Whether the lookup answered with this route. */
  readonly isLookedUp: boolean;
}

/** One row of the table of routes; drawn again only when something in it changed. */
export const RouteRowView = memo(function RouteRowView(props: RouteRowViewProps) {
  const { row, columns, template, isLookedUp, ...place } = props;
  return (
    <GridRow {...place} id={row.id} template={template} isSelected={isLookedUp}>
      {columns.map(({ id, layout, Cell }, index) => (
        <GridCell
          key={id}
          column={index}
          isSelected={isLookedUp}
          {...(layout.align && { align: layout.align })}
        >
          <Cell row={row} />
        </GridCell>
      ))}
    </GridRow>
  );
});
