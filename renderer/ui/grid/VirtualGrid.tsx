// SPDX-License-Identifier: MIT
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { handleGridKey } from './grid-keys';
import { rowHeight, useGridStyles } from './grid-styles';
import { focusRow, useActiveRow } from './use-active-row';
import type { GridRowData } from './use-active-row';

/** Where a row stands and what it tells the table. */
export interface RowPlace {
  /** Position among all rows, from 0. */
  readonly index: number;
  /** Whether Tab stops here. */
  readonly isActive: boolean;
  readonly onFocus: (id: string) => void;
}

interface VirtualGridProps<Row extends GridRowData> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columnCount: number;
  /** Pixels below which the table scrolls sideways. */
  readonly minWidth: number;
  /** Pixels of the columns that stay in sight: what takes the focus is not left under them. */
  readonly fixedWidth: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly header: ReactNode;
  /** Draws a `GridRow` with this place. */
  readonly renderRow: (row: Row, place: RowPlace) => ReactNode;
  /** Announced when the focused row has vanished. */
  readonly goneText: (row: Row) => string;
  /** Enter was pressed on a row. */
  readonly onOpen?: (row: Row) => void;
  /** Ways to select rows; absent where they cannot be. */
  readonly selection?: {
    readonly toggle: (row: Row) => void;
    readonly extend: (row: Row) => void;
    readonly selectAll: () => void;
  };
  /** Ctrl+C was pressed on a row. */
  readonly onCopy?: (row: Row) => void;
  /** A row to bring into sight; another object brings it there again. */
  readonly shown?: { readonly id: string } | null;
}

/** A virtual table: only the rows in sight are in the document. */
export function VirtualGrid<Row extends GridRowData>(props: VirtualGridProps<Row>) {
  const { label, rows, columnCount, minWidth, fixedWidth, scroller, header, shown = null } = props;
  const { selection, onCopy } = props;
  const styles = useGridStyles();
  const { activeIndex, activate } = useActiveRow(rows, scroller, props.goneText);
  const focusWanted = useRef(false);

  // eslint-disable-next-line react-hooks/incompatible-library -- the React Compiler isn't used here
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
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

  const brought = useRef<{ readonly id: string } | null>(null);
  useEffect(() => {
    if (!shown || brought.current === shown) return;
    const index = rows.findIndex(({ id }) => id === shown.id);
    if (index === -1) return;
    brought.current = shown;
    activate(shown.id);
    virtualizer.scrollToIndex(index, { align: 'center' });
  }, [shown, rows, activate, virtualizer]);

  const atRow = (run: ((row: Row) => void) | undefined) =>
    run &&
    ((index: number) => {
      const row = rows[index];
      if (row) run(row);
    });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const copy = atRow(onCopy);
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
      onOpen: atRow(props.onOpen) ?? (() => undefined),
      onToggle: atRow(selection?.toggle),
      onExtend: atRow(selection?.extend),
      onSelectAll: selection?.selectAll,
      onCopy:
        copy &&
        (() => {
          copy(activeIndex);
        }),
    });
  };

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      style={{ scrollPaddingLeft: `${fixedWidth}px` }}
    >
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columnCount}
        aria-multiselectable={selection !== undefined || undefined}
        style={{ minWidth: `${minWidth}px` }}
        onKeyDown={onKeyDown}
      >
        {header}
        <div
          role="rowgroup"
          className={styles.body}
          style={{ height: `${virtualizer.getTotalSize()}px` }}
        >
          {virtualizer.getVirtualItems().map(({ index }) => {
            const row = rows[index];
            if (!row) return null;
            return props.renderRow(row, {
              index,
              isActive: index === activeIndex,
              onFocus: activate,
            });
          })}
        </div>
      </div>
    </div>
  );
}
