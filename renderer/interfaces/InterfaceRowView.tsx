// SPDX-License-Identifier: MIT
import { mergeClasses } from '@fluentui/react-components';
import { memo } from 'react';
import type { ColumnLook } from './columns';
import { rowHeight, useGridStyles } from './grid-styles';
import type { InterfaceRow } from './interface-rows';

export interface VisibleColumn {
  readonly id: string;
  readonly label: string;
  readonly look: ColumnLook;
}

interface InterfaceRowViewProps {
  readonly row: InterfaceRow;
  /** Position among all rows, from 0. */
  readonly index: number;
  readonly columns: readonly VisibleColumn[];
  /** grid-template-columns. */
  readonly template: string;
  readonly editCount: number;
  /** Whether Tab stops here. */
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (row: InterfaceRow, movesFocus: boolean) => void;
  readonly onFocus: (id: string) => void;
}

/** One row of the virtual table; drawn again only when something in it changed. */
export const InterfaceRowView = memo(function InterfaceRowView(props: InterfaceRowViewProps) {
  const { row, index, columns, template, editCount, isActive, isOpen, onOpen, onFocus } = props;
  const styles = useGridStyles();
  const showsChanges = columns.some(({ id }) => id === 'changes');
  return (
    <div
      role="row"
      data-testid={`ip-interface-${row.id}`}
      data-region-focus=""
      aria-rowindex={index + 2}
      aria-selected={isOpen}
      tabIndex={isActive ? 0 : -1}
      className={mergeClasses(styles.row, isOpen && styles.open)}
      style={{ gridTemplateColumns: template, transform: `translateY(${index * rowHeight}px)` }}
      onClick={() => {
        onOpen(row, false);
      }}
      onFocus={() => {
        onFocus(row.id);
      }}
    >
      {columns.map(({ id, look }, column) => (
        <div
          key={id}
          role="gridcell"
          aria-colindex={column + 1}
          className={mergeClasses(
            styles.cell,
            column === 0 && styles.fixed,
            column === 0 && isOpen && styles.mark,
            look.align === 'end' && styles.end,
          )}
        >
          <look.Cell row={row} editCount={editCount} showsChanges={showsChanges} />
        </div>
      ))}
    </div>
  );
});
