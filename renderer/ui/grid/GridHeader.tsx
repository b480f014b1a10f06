// SPDX-License-Identifier: MIT
import { mergeClasses, useArrowNavigationGroup } from '@fluentui/react-components';
import { ArrowSortDownRegular } from '@fluentui/react-icons/svg/arrow-sort-down';
import { ArrowSortUpRegular } from '@fluentui/react-icons/svg/arrow-sort-up';
import type { ReactNode } from 'react';
import type { ColumnLayout } from './column-layout';
import { useGridStyles } from './grid-styles';
import type { GridColumn, GridColumns } from './use-grid-table';

const ariaSort = { asc: 'ascending', desc: 'descending' } as const;

interface HeaderCellProps {
  /** Position among the columns and the one in front, from 0. */
  readonly index: number;
  /** Where it stays in sight when the others scroll, in pixels. */
  readonly fixedAt?: number | undefined;
  readonly align?: ColumnLayout['align'] | undefined;
  readonly sorted?: 'asc' | 'desc' | false;
  readonly children: ReactNode;
}

function HeaderCell({ index, fixedAt, align, sorted = false, children }: HeaderCellProps) {
  const styles = useGridStyles();
  const isFixed = fixedAt !== undefined;
  return (
    <div
      role="columnheader"
      aria-colindex={index + 1}
      aria-sort={sorted ? ariaSort[sorted] : undefined}
      className={mergeClasses(
        styles.headerCell,
        isFixed && styles.fixed,
        align === 'end' && styles.end,
      )}
      style={isFixed ? { left: `${fixedAt}px` } : undefined}
    >
      {children}
    </div>
  );
}

interface ColumnNameProps {
  readonly column: GridColumn<string>;
  readonly name: string;
}

/** A column's name, which sorts by it where that is possible. */
function ColumnName({ column, name }: ColumnNameProps) {
  const styles = useGridStyles();
  const sorted = column.getIsSorted();
  if (!column.getCanSort()) return <span className={styles.plainHeader}>{name}</span>;
  return (
    <button
      type="button"
      className={mergeClasses(styles.sort, column.columnDef.meta.align === 'end' && styles.end)}
      onClick={() => {
        column.toggleSorting();
      }}
    >
      {name}
      {sorted === 'asc' && <ArrowSortUpRegular fontSize={14} />}
      {sorted === 'desc' && <ArrowSortDownRegular fontSize={14} />}
    </button>
  );
}

interface GridHeaderProps<Id extends string> {
  readonly columns: GridColumns<Id>;
  readonly names: Readonly<Record<Id, string>>;
  /** Stands above the column in front. */
  readonly lead?: ReactNode;
}

/** The names of the columns, which sort; one stop of Tab, then arrows. */
export function GridHeader<Id extends string>({ columns, names, lead }: GridHeaderProps<Id>) {
  const styles = useGridStyles();
  const arrows = useArrowNavigationGroup({ axis: 'horizontal', memorizeCurrent: true });
  const { inSight, template, leadWidth } = columns;
  const first = leadWidth > 0 ? 1 : 0;
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={styles.header}
      style={{ gridTemplateColumns: template }}
      {...arrows}
    >
      {leadWidth > 0 && (
        <HeaderCell index={0} fixedAt={0}>
          {lead}
        </HeaderCell>
      )}
      {inSight.map((column, index) => (
        <HeaderCell
          key={column.id}
          index={first + index}
          fixedAt={index === 0 ? leadWidth : undefined}
          align={column.columnDef.meta.align}
          sorted={column.getIsSorted()}
        >
          <ColumnName column={column} name={names[column.id]} />
        </HeaderCell>
      ))}
    </div>
  );
}
