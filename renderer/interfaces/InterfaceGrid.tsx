// SPDX-License-Identifier: MIT
import { useCallback, useMemo } from 'react';
import type { RefObject } from 'react';
import { columnTemplate, leastWidth } from '../ui/grid/column-layout';
import { GridHeader } from '../ui/grid/GridHeader';
import type { HeaderColumn } from '../ui/grid/GridHeader';
import { VirtualGrid } from '../ui/grid/VirtualGrid';
import { messages } from '../ui/messages';
import { InterfaceRowView } from './InterfaceRowView';
import type { VisibleColumn } from './InterfaceRowView';
import type { InterfaceRow } from './interface-rows';
import type { InterfaceTable } from './use-interface-table';

interface InterfaceGridProps {
  readonly table: InterfaceTable;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly editCounts: ReadonlyMap<string, number>;
  readonly openId: string | null;
  readonly onOpen: (row: InterfaceRow, movesFocus: boolean) => void;
}

function useVisibleColumns(table: InterfaceTable) {
  const visible = table.getVisibleLeafColumns();
  return useMemo(() => {
    const columns = visible.flatMap(({ id, columnDef }): VisibleColumn[] =>
      columnDef.meta ? [{ id, label: String(columnDef.header), look: columnDef.meta }] : [],
    );
    const looks = columns.map(({ look }) => look);
    return { columns, template: columnTemplate(looks), minWidth: leastWidth(looks) };
  }, [visible]);
}

function headerColumn(table: InterfaceTable, { id, label, look }: VisibleColumn): HeaderColumn {
  const sortable = table.getColumn(id);
  return {
    id,
    label,
    ...(look.align && { align: look.align }),
    sorted: sortable?.getIsSorted() ?? false,
    ...(sortable?.getCanSort() && {
      onSort: () => {
        sortable.toggleSorting();
      },
    }),
  };
}

const goneText = ({ name, ipInterface }: InterfaceRow) =>
  messages.interfaces.rowGone(name, ipInterface.family);

/** The table of IP interfaces. */
export function InterfaceGrid(props: InterfaceGridProps) {
  const { table, scroller, editCounts, openId, onOpen } = props;
  const tableRows = table.getRowModel().rows;
  const rows = useMemo(() => tableRows.map(({ original }) => original), [tableRows]);
  const { columns, template, minWidth } = useVisibleColumns(table);
  const openByKey = useCallback(
    (row: InterfaceRow) => {
      onOpen(row, true);
    },
    [onOpen],
  );
  return (
    <VirtualGrid
      label={messages.interfaces.grid}
      rows={rows}
      columnCount={columns.length}
      minWidth={minWidth}
      scroller={scroller}
      header={
        <GridHeader
          columns={columns.map((column) => headerColumn(table, column))}
          template={template}
        />
      }
      goneText={goneText}
      onOpen={openByKey}
      renderRow={(row, place) => (
        <InterfaceRowView
          key={row.id}
          {...place}
          row={row}
          columns={columns}
          template={template}
          editCount={editCounts.get(row.id) ?? 0}
          isOpen={row.id === openId}
          onOpen={onOpen}
        />
      )}
    />
  );
}
