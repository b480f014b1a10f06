// SPDX-License-Identifier: MIT
import { mergeClasses, useArrowNavigationGroup } from '@fluentui/react-components';
import { ArrowSortDownRegular } from '@fluentui/react-icons/svg/arrow-sort-down';
import { ArrowSortUpRegular } from '@fluentui/react-icons/svg/arrow-sort-up';
import type { ColumnLayout } from './column-layout';
import { useGridStyles } from './grid-styles';

export interface HeaderColumn {
  readonly id: string;
  readonly label: string;
  readonly align?: ColumnLayout['align'];
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
  const { label, sorted = false, onSort } = column;
  const align = column.align === 'end' && styles.end;
  return (
    <div
      role="columnheader"
      aria-colindex={index + 1}
      aria-sort={sorted ? ariaSort[sorted] : undefined}
      className={mergeClasses(styles.headerCell, index === 0 && styles.fixed, align)}
    >
      {onSort ? (
        <button type="button" className={mergeClasses(styles.sort, align)} onClick={onSort}>
          {label}
          {sorted === 'asc' && <ArrowSortUpRegular fontSize={14} />}
          {sorted === 'desc' && <ArrowSortDownRegular fontSize={14} />}
        </button>
      ) : (
        <span className={styles.plainHeader}>{label}</span>
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
