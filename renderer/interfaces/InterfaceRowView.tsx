// SPDX-License-Identifier: MIT
import { memo } from 'react';
import { GridCell, GridRow } from '../ui/grid/GridRow';
import type { RowPlace } from '../ui/grid/VirtualGrid';
import type { ColumnLook } from './columns';
import type { InterfaceRow } from './interface-rows';

export interface VisibleColumn {
  readonly id: string;
  readonly label: string;
  readonly look: ColumnLook;
}

interface InterfaceRowViewProps extends RowPlace {
  readonly row: InterfaceRow;
  readonly columns: readonly VisibleColumn[];
  /** grid-template-columns. */
  readonly template: string;
  readonly editCount: number;
  readonly isOpen: boolean;
  readonly onOpen: (row: InterfaceRow, movesFocus: boolean) => void;
}

/** One row of the table of IP interfaces; drawn again only when something in it changed. */
export const InterfaceRowView = memo(function InterfaceRowView(props: InterfaceRowViewProps) {
  const { row, columns, template, editCount, isOpen, onOpen, ...place } = props;
  const showsChanges = columns.some(({ id }) => id === 'changes');
  return (
    <GridRow
      {...place}
      id={row.id}
      testId={`ip-interface-${row.id}`}
      template={template}
      isSelected={isOpen}
      onClick={() => {
        onOpen(row, false);
      }}
    >
      {columns.map(({ id, look }, column) => (
        <GridCell
          key={id}
          column={column}
          isSelected={isOpen}
          {...(look.align && { align: look.align })}
        >
          <look.Cell row={row} editCount={editCount} showsChanges={showsChanges} />
        </GridCell>
      ))}
    </GridRow>
  );
});
