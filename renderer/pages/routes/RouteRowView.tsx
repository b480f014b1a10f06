// SPDX-License-Identifier: MIT
import { memo } from 'react';
import type { MouseEvent } from 'react';
import { GridCell, GridRow } from '../../ui/grid/GridRow';
import type { SelectionActions } from '../../ui/grid/use-row-selection';
import type { RowPlace } from '../../ui/grid/VirtualGrid';
import type { RouteColumn } from './route-columns';
import type { RouteRow } from '../../../electron/texts/route-rows';

/** What can be done with a row; the same functions from drawing to drawing. */
export interface RouteRowActions extends SelectionActions {
  readonly open: (row: RouteRow) => void;
}

interface RouteRowViewProps extends RowPlace {
  readonly row: RouteRow;
  readonly columns: readonly RouteColumn[];
  /** grid-template-columns. */
  readonly template: string;
  /** Whether it is selected, looked at, or what the lookup answered with. */
  readonly isSelected: boolean;
  readonly actions: RouteRowActions;
}

/** One row of the table of routes; drawn again only when something in it changed. */
export const RouteRowView = memo(function RouteRowView(props: RouteRowViewProps) {
  const { row, columns, template, isSelected, actions, ...place } = props;
  const onClick = (event: MouseEvent) => {
    if (event.shiftKey) actions.extend(row);
    else if (event.ctrlKey) actions.toggle(row);
    else actions.open(row);
  };
  return (
    <GridRow {...place} id={row.id} template={template} isSelected={isSelected} onClick={onClick}>
      {columns.map(({ id, layout, Cell }, index) => (
        <GridCell
          key={id}
          column={index}
          isSelected={isSelected}
          {...(layout.align && { align: layout.align })}
        >
          <Cell row={row} />
        </GridCell>
      ))}
    </GridRow>
  );
});
