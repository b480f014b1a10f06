// SPDX-License-Identifier: MIT
import { useMemo } from 'react';
import type { RefObject } from 'react';
import { columnTemplate, leastWidth } from '../../ui/grid/column-layout';
import { GridHeader } from '../../ui/grid/GridHeader';
import type { HeaderColumn } from '../../ui/grid/GridHeader';
import type { RowSelection } from '../../ui/grid/use-row-selection';
import { VirtualGrid } from '../../ui/grid/VirtualGrid';
import { messages } from '../../../electron/language/messages';
import { selectColumnWidth } from './columns';
import { InterfaceRowView } from './InterfaceRowView';
import type { RowActions, VisibleColumn } from './InterfaceRowView';
import type { InterfaceRow } from '../../adapters/interface-rows';
import { SelectBox } from './SelectBox';
import type { InterfaceTable } from './use-interface-table';

interface InterfaceGridProps {
  readonly table: InterfaceTable;
  /** The rows of `table`, in their order. */
  readonly rows: readonly InterfaceRow[];
  readonly columns: readonly VisibleColumn[];
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly editCounts: ReadonlyMap<string, number>;
  readonly openId: string | null;
  readonly selection: RowSelection;
  readonly actions: RowActions;
  readonly onOpen: (row: InterfaceRow) => void;
  readonly onCopy: (row: InterfaceRow) => void;
}

function headerColumn(
  table: InterfaceTable,
  { id, label, look }: VisibleColumn,
  index: number,
): HeaderColumn {
  const sortable = table.getColumn(id);
  return {
    id,
    label,
    ...(index === 0 && { fixedAt: selectColumnWidth }),
    ...(look.align && { align: look.align }),
    sorted: sortable?.getIsSorted() ?? false,
    ...(sortable?.getCanSort() && {
      onSort: () => {
        sortable.toggleSorting();
      },
    }),
  };
}

/** How many of the rows in sight are selected: none, some or all of them. */
function selectedState(rows: readonly InterfaceRow[], selection: RowSelection): boolean | 'mixed' {
  if (selection.size === 0) return false;
  const isSelected = ({ id }: InterfaceRow) => selection.has(id);
  if (!rows.some(isSelected)) return false;
  return rows.every(isSelected) ? true : 'mixed';
}

const goneText = ({ name, ipInterface }: InterfaceRow) =>
  messages.interfaces.rowGone({ adapter: name, family: ipInterface.family });

/** The table of IP interfaces. */
export function InterfaceGrid(props: InterfaceGridProps) {
  const { table, rows, columns, scroller, editCounts, openId, selection, actions } = props;
  const { template, minWidth, fixedWidth } = useMemo(() => {
    const looks = [{ width: selectColumnWidth }, ...columns.map(({ look }) => look)];
    return {
      template: gridTemplate(looks),
      minWidth: leastWidth(looks),
      fixedWidth: leastWidth(looks.slice(0, 2)),
    };
  }, [columns]);
  const allSelected = useMemo(() => selectedState(rows, selection), [rows, selection]);
  const selectAllBox: HeaderColumn = {
    id: 'select',
    label: '',
    control: (
      <SelectBox
        isTabStop
        label={messages.selection.selectAll}
        state={allSelected}
        onToggle={allSelected === true ? actions.clear : actions.selectAll}
      />
    ),
  };
  return (
    <VirtualGrid
      label={messages.interfaces.grid}
      rows={rows}
      columnCount={columns.length + 1}
      minWidth={minWidth}
      fixedWidth={fixedWidth}
      scroller={scroller}
      header={
        <GridHeader
          columns={[
            selectAllBox,
            ...columns.map((column, index) => headerColumn(table, column, index)),
          ]}
          template={template}
        />
      }
      goneText={goneText}
      onOpen={props.onOpen}
      selection={actions}
      onCopy={props.onCopy}
      renderRow={(row, place) => (
        <InterfaceRowView
          key={row.id}
          {...place}
          row={row}
          columns={columns}
          template={template}
          editCount={editCounts.get(row.id) ?? 0}
          isChecked={selection.has(row.id)}
          isSelected={selection.size > 0 ? selection.has(row.id) : row.id === openId}
          actions={actions}
        />
      )}
    />
  );
}

/** The boxes keep their width; what grows is decided by the other columns. */
function gridTemplate([select, ...looks]: Parameters<typeof columnTemplate>[0]): string {
  return `${select?.width ?? 0}px ${columnTemplate(looks)}`;
}
