// SPDX-License-Identifier: MIT
import { mergeClasses } from '@fluentui/react-components';
import type { MouseEvent, ReactNode } from 'react';
import type { ColumnLayout } from './column-layout';
import { rowHeight, useGridStyles } from './grid-styles';
import type { RowPlace } from './VirtualGrid';

interface GridRowProps extends RowPlace {
  readonly id: string;
  readonly testId?: string;
  /** grid-template-columns. */
  readonly template: string;
  readonly isSelected: boolean;
  /** Whole accessible name, where the texts of its cells are not. */
  readonly label?: string;
  readonly onClick?: (event: MouseEvent) => void;
  /** The mouse's or the keyboard's way to ask for a menu. */
  readonly onContextMenu?: (event: MouseEvent) => void;
  /** A `GridCell` for each column. */
  readonly children: ReactNode;
}

/** Shift and a click select rows; the browser would mark the text between them, too. */
function keepTextUnmarked(event: MouseEvent): void {
  if (event.shiftKey) event.preventDefault();
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
      aria-label={props.label}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      className={mergeClasses(styles.row, onClick && styles.clickable, isSelected && styles.open)}
      style={{
        gridTemplateColumns: props.template,
        transform: `translateY(${index * rowHeight}px)`,
      }}
      onClick={onClick}
      onContextMenu={props.onContextMenu}
      onMouseDown={keepTextUnmarked}
      onFocus={() => {
        onFocus(id);
      }}
    >
      {props.children}
    </div>
  );
}

interface GridCellProps {
  /** Position of its column, from 0. */
  readonly column: number;
  /** Where it stays in sight when the others scroll, in pixels; the first column does so at 0. */
  readonly fixedAt?: number;
  readonly align?: ColumnLayout['align'];
  /** Whether the row is the one that is looked at. */
  readonly isSelected: boolean;
  readonly children: ReactNode;
}

/** One cell of a row. */
export function GridCell(props: GridCellProps) {
  const { column, align, isSelected, children } = props;
  const styles = useGridStyles();
  const fixedAt = props.fixedAt ?? (column === 0 ? 0 : undefined);
  return (
    <div
      role="gridcell"
      aria-colindex={column + 1}
      className={mergeClasses(
        styles.cell,
        fixedAt !== undefined && styles.fixed,
        column === 0 && isSelected && styles.mark,
        align === 'end' && styles.end,
      )}
      style={fixedAt === undefined ? undefined : { left: `${fixedAt}px` }}
    >
      {children}
    </div>
  );
}
