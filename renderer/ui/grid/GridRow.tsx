// SPDX-License-Identifier: MIT
import { mergeClasses } from '@fluentui/react-components';
import type { MouseEvent, ReactNode } from 'react';
import type { ColumnLayout } from './column-layout';
import { rowHeight, useGridStyles } from './grid-styles';
import type { GridRowData } from './use-active-row';
import type { GridColumns } from './use-grid-table';
import type { SelectionActions } from './use-row-selection';
import type { RowPlace } from './VirtualGrid';

interface CellProps {
  /** Position among the columns and the one in front, from 0. */
  readonly index: number;
  /** Where it stays in sight when the others scroll, in pixels. */
  readonly fixedAt?: number | undefined;
  readonly align?: ColumnLayout['align'] | undefined;
  /** Whether the row is the one that is looked at. */
  readonly isSelected: boolean;
  readonly children: ReactNode;
}

function Cell({ index, fixedAt, align, isSelected, children }: CellProps) {
  const styles = useGridStyles();
  const isFixed = fixedAt !== undefined;
  return (
    <div
      role="gridcell"
      aria-colindex={index + 1}
      className={mergeClasses(
        styles.cell,
        isFixed && styles.fixed,
        index === 0 && isSelected && styles.mark,
        align === 'end' && styles.end,
      )}
      style={isFixed ? { left: `${fixedAt}px` } : undefined}
    >
      {children}
    </div>
  );
}

interface GridRowProps<Id extends string, Row extends GridRowData> extends RowPlace {
  readonly row: Row;
  readonly columns: GridColumns<Id>;
  readonly testId?: string;
  readonly isSelected: boolean;
  /** Whole accessible name, where the texts of its cells are not. */
  readonly label?: string;
  /** What clicks do: one alone looks at the row, with Control or Shift it selects. */
  readonly actions: Pick<SelectionActions<Row>, 'open' | 'add' | 'extend'>;
  /** The mouse's or the keyboard's way to ask for a menu. */
  readonly onContextMenu?: (event: MouseEvent) => void;
  /** What the cell of the column in front holds. */
  readonly lead?: ReactNode;
  readonly renderCell: (column: Id) => ReactNode;
}

/** Shift and a click select rows; the browser would mark the text between them, too. */
function keepTextUnmarked(event: MouseEvent): void {
  if (event.shiftKey) event.preventDefault();
}

/** One row of a virtual table, at its place. */
export function GridRow<Id extends string, Row extends GridRowData>(props: GridRowProps<Id, Row>) {
  const { row, index, isActive, isSelected, actions, onFocus } = props;
  const { inSight, template, leadWidth } = props.columns;
  const styles = useGridStyles();
  const first = leadWidth > 0 ? 1 : 0;
  return (
    <div
      role="row"
      data-testid={props.testId}
      data-row-id={row.id}
      data-region-focus=""
      aria-label={props.label}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      className={mergeClasses(styles.row, isSelected && styles.open)}
      style={{
        gridTemplateColumns: template,
        transform: `translateY(${index * rowHeight}px)`,
      }}
      onClick={(event) => {
        if (event.shiftKey) actions.extend(row);
        else if (event.ctrlKey) actions.add(row);
        else actions.open(row);
      }}
      onContextMenu={props.onContextMenu}
      onMouseDown={keepTextUnmarked}
      onFocus={() => {
        onFocus(row.id);
      }}
    >
      {leadWidth > 0 && (
        <Cell index={0} fixedAt={0} isSelected={isSelected}>
          {props.lead}
        </Cell>
      )}
      {inSight.map(({ id, columnDef }, column) => (
        <Cell
          key={id}
          index={first + column}
          fixedAt={column === 0 ? leadWidth : undefined}
          align={columnDef.meta.align}
          isSelected={isSelected}
        >
          {props.renderCell(id)}
        </Cell>
      ))}
    </div>
  );
}
