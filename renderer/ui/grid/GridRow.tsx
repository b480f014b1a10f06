// SPDX-License-Identifier: MIT
import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ColumnLayout } from './column-layout';
import { rowHeight, useGridStyles } from './grid-styles';
import type { RowPlace } from './VirtualGrid';

interface GridRowProps extends RowPlace {
  readonly id: string;
  readonly testId?: string;
  /** grid-template-columns. */
  readonly template: string;
  readonly isSelected: boolean;
  readonly onClick?: () => void;
  /** A `GridCell` for each column. */
  readonly children: ReactNode;
}

/** One row of a virtual table, at its place. */
export function GridRow(props: GridRowProps) {
  const { id, index, isActive, isSelected, onClick, onFocus } = props;
  const styles = useGridStyles();
  return (
    <div
      role="row"
      data-testid={props.testId}
      data-row-id={id}
      data-region-focus=""
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      className={mergeClasses(styles.row, onClick && styles.clickable, isSelected && styles.open)}
      style={{
        gridTemplateColumns: props.template,
        transform: `translateY(${index * rowHeight}px)`,
      }}
      onClick={onClick}
      onFocus={() => {
        onFocus(id);
      }}
    >
      {props.children}
    </div>
  );
}

interface GridCellProps {
  /** Position of its column, from 0; the first one stays in sight. */
  readonly column: number;
  readonly align?: ColumnLayout['align'];
  /** Whether the row is the one that is looked at. */
  readonly isSelected: boolean;
  readonly children: ReactNode;
}

/** One cell of a row. */
export function GridCell({ column, align, isSelected, children }: GridCellProps) {
  const styles = useGridStyles();
  return (
    <div
      role="gridcell"
      aria-colindex={column + 1}
      className={mergeClasses(
        styles.cell,
        column === 0 && styles.fixed,
        column === 0 && isSelected && styles.mark,
        align === 'end' && styles.end,
      )}
    >
      {children}
    </div>
  );
}
