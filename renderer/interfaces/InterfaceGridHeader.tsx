// SPDX-License-Identifier: MIT
import { mergeClasses, useArrowNavigationGroup } from '@fluentui/react-components';
import { ArrowSortDownRegular } from '@fluentui/react-icons/svg/arrow-sort-down';
import { ArrowSortUpRegular } from '@fluentui/react-icons/svg/arrow-sort-up';
import { useGridStyles } from './grid-styles';
import type { VisibleColumn } from './InterfaceRowView';
import type { InterfaceTable } from './use-interface-table';

const ariaSort = { asc: 'ascending', desc: 'descending' } as const;

interface HeaderCellProps {
  readonly table: InterfaceTable;
  readonly column: VisibleColumn;
  readonly index: number;
}

function HeaderCell({ table, column, index }: HeaderCellProps) {
  const styles = useGridStyles();
  const sortable = table.getColumn(column.id);
  const sorted = sortable?.getIsSorted() ?? false;
  const align = column.look.align === 'end' && styles.end;
  return (
    <div
      role="columnheader"
      aria-colindex={index + 1}
      aria-sort={sorted ? ariaSort[sorted] : undefined}
      className={mergeClasses(styles.headerCell, index === 0 && styles.fixed, align)}
    >
      {sortable?.getCanSort() ? (
        <button
          type="button"
          className={mergeClasses(styles.sort, align)}
          onClick={() => {
            sortable.toggleSorting();
          }}
        >
          {column.label}
          {sorted === 'asc' && <ArrowSortUpRegular fontSize={14} />}
          {sorted === 'desc' && <ArrowSortDownRegular fontSize={14} />}
        </button>
      ) : (
        <span className={styles.plainHeader}>{column.label}</span>
      )}
    </div>
  );
}

interface InterfaceGridHeaderProps {
  readonly table: InterfaceTable;
  readonly columns: readonly VisibleColumn[];
  readonly template: string;
}

/** The names of the columns, which sort; one stop of Tab, then arrows. */
export function InterfaceGridHeader({ table, columns, template }: InterfaceGridHeaderProps) {
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
        <HeaderCell key={column.id} table={table} column={column} index={index} />
      ))}
    </div>
  );
}
