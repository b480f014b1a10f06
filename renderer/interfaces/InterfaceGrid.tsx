// SPDX-License-Identifier: MIT
import { useAnnounce } from '@fluentui/react-components';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { messages } from '../ui/messages';
import { columnTemplate } from './columns';
import { handleGridKey } from './grid-keys';
import { rowHeight, useGridStyles } from './grid-styles';
import { InterfaceGridHeader } from './InterfaceGridHeader';
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
    const template = columnTemplate(columns.map(({ look }) => look));
    const minWidth = columns.reduce((sum, { look }) => sum + look.width, 0);
    return { columns, template, minWidth };
  }, [visible]);
}

/** The row that Tab stops at. When it vanishes, the next one takes its place, and its focus. */
function useActiveRow(rows: readonly InterfaceRow[], scroller: RefObject<HTMLDivElement | null>) {
  const { announce } = useAnnounce();
  const [wantedId, setWantedId] = useState<string | null>(null);
  const [last, setLast] = useState<{ row: InterfaceRow; index: number } | null>(null);
  const hadFocus = useRef(false);
  const byId = useMemo(() => new Map(rows.map((row, index) => [row.id, index])), [rows]);
  const found = wantedId === null ? undefined : byId.get(wantedId);
  const foundRow = found === undefined ? undefined : rows[found];
  if (foundRow && found !== undefined && (last?.row !== foundRow || last.index !== found)) {
    setLast({ row: foundRow, index: found });
  }
  const index = found ?? Math.min(last?.index ?? 0, rows.length - 1);
  const gone = wantedId !== null && !foundRow ? (last?.row ?? null) : null;
  const activeId = rows[index]?.id;

  useEffect(() => {
    // Whoever typed into the search box meanwhile keeps the focus.
    if (!gone || !hadFocus.current || document.activeElement !== document.body) return;
    announce(messages.interfaces.rowGone(gone.name, gone.ipInterface.family), { polite: true });
    focusRow(scroller.current, activeId);
  }, [gone, activeId, announce, scroller]);
  // After the effect above, which asks how it was before this change.
  useEffect(() => {
    const focused = document.activeElement;
    hadFocus.current =
      focused?.getAttribute('role') === 'row' && !!scroller.current?.contains(focused);
  });

  return { activeIndex: index, activate: setWantedId };
}

function focusRow(scroller: HTMLElement | null, id: string | undefined): void {
  if (id === undefined) return;
  scroller?.querySelector<HTMLElement>(`[data-testid="ip-interface-${id}"]`)?.focus();
}

/** The virtual table of IP interfaces: only the rows in sight are in the document. */
export function InterfaceGrid(props: InterfaceGridProps) {
  const { table, scroller, editCounts, openId, onOpen } = props;
  const styles = useGridStyles();
  const tableRows = table.getRowModel().rows;
  const rows = useMemo(() => tableRows.map(({ original }) => original), [tableRows]);
  const { columns, template, minWidth } = useVisibleColumns(table);
  const { activeIndex, activate } = useActiveRow(rows, scroller);
  const focusWanted = useRef(false);

  // eslint-disable-next-line react-hooks/incompatible-library -- the React Compiler isn't used here
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: () => rowHeight,
    scrollPaddingStart: rowHeight,
    overscan: 12,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      const isActiveOutside = activeIndex >= 0 && !indexes.includes(activeIndex);
      return isActiveOutside ? [...indexes, activeIndex].sort((a, b) => a - b) : indexes;
    },
  });

  const activeId = rows[activeIndex]?.id;
  useEffect(() => {
    if (!focusWanted.current) return;
    focusWanted.current = false;
    focusRow(scroller.current, activeId);
  }, [activeId, scroller]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    handleGridKey(event, {
      current: activeIndex,
      count: rows.length,
      pageSize: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2),
      onMove: (index) => {
        const row = rows[index];
        if (!row || index === activeIndex) return;
        virtualizer.scrollToIndex(index);
        focusWanted.current = true;
        activate(row.id);
      },
      onOpen: (index) => {
        const row = rows[index];
        if (row) onOpen(row, true);
      },
    });
  };

  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        role="grid"
        aria-label={messages.interfaces.grid}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        style={{ minWidth: `${minWidth}px` }}
        onKeyDown={onKeyDown}
      >
        <InterfaceGridHeader table={table} columns={columns} template={template} />
        <div
          role="rowgroup"
          className={styles.body}
          style={{ height: `${virtualizer.getTotalSize()}px` }}
        >
          {virtualizer.getVirtualItems().map(({ index }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <InterfaceRowView
                key={row.id}
                row={row}
                index={index}
                columns={columns}
                template={template}
                editCount={editCounts.get(row.id) ?? 0}
                isActive={index === activeIndex}
                isOpen={row.id === openId}
                onOpen={onOpen}
                onFocus={activate}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
