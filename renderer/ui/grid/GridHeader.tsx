// SPDX-License-Identifier: MIT
import { mergeClasses, useArrowNavigationGroup } from '@fluentui/react-components';
import { ArrowSortDownRegular } from '@fluentui/react-icons/svg/arrow-sort-down';
import { ArrowSortUpRegular } from '@fluentui/react-icons/svg/arrow-sort-up';
import type { ReactNode } from 'react';
import type { ColumnLayout } from './column-layout';
import { useGridStyles } from './grid-styles';

export interface HeaderColumn {
  readonly id: string;
  readonly label: string;
  readonly align?: ColumnLayout['align'];
  /** Where it stays in sight when the others scroll, in pixels; the first column does so at 0. */
  readonly fixedAt?: number;
  /** Stands in place of the name. */
  readonly control?: ReactNode;
  readonly sorted?: 'asc' | 'desc' | false;
  /** Absent where the table cannot be sorted by this column. */
  readonly onSort?: () => void;
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const;

interface HeaderCellProps {
  readonly column: HeaderColumn;
  readonly index: number;
}

function HeaderCell({ column, index }: HeaderCellProps) {
  const styles = useGridStyles();
  const { label, control, sorted = false, onSort } = column;
  const fixedAt = column.fixedAt ?? (index === 0 ? 0 : undefined);
  const align = column.align === 'end' && styles.end;
  return (
    <div
      role="columnheader"
      aria-colindex={index + 1}
      aria-sort={sorted ? ariaSort[sorted] : undefined}
      className={mergeClasses(styles.headerCell, fixedAt !== undefined && styles.fixed, align)}
      style={fixedAt === undefined ? undefined : { left: `${fixedAt}px` }}
    >
      {control}
      {onSort ? (
        <button type="button" className={mergeClasses(styles.sort, align)} onClick={onSort}>
          {label}
          {sorted === 'asc' && <ArrowSortUpRegular fontSize={14} />}
          {sorted === 'desc' && <ArrowSortDownRegular fontSize={14} />}
        </button>
      ) : (
        control === undefined && <span className={styles.plainHeader}>{label}</span>
      )}
    </div>
  );
}

interface GridHeaderProps {
  readonly columns: readonly HeaderColumn[];
  /** grid-template-columns. */
  readonly template: string;
}

/** The names of the columns, which sort; one stop of Tab, then arrows. */
export function GridHeader({ columns, template }: GridHeaderProps) {
  const styles = useGridStyles();
  const arrows = useArrowNavigationGroup({ axis: 'horizontal', memorizeCurrent: true });
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={styles.header}
      style={{ gridTemplateColumns: template }}
      {...arrows}
    >
      {columns.map((column, index) => (
        <HeaderCell key={column.id} column={column} index={index} />
      ))}
    </div>
  );
}
