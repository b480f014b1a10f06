// SPDX-License-Identifier: MIT
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { handleGridKey } from './grid-keys';
import { GridHeader } from './GridHeader';
import { rowHeight, useGridStyles } from './grid-styles';
import { focusRow, useActiveRow } from './use-active-row';
import type { GridRowData } from './use-active-row';
import type { GridColumns } from './use-grid-table';
import type { SelectionActions } from './use-row-selection';

/** Where a row stands and what it tells the table. */
export interface RowPlace {
  /** Position among all rows, from 0. */
  readonly index: number;
  /** Whether Tab stops here. */
  readonly isActive: boolean;
  readonly onFocus: (id: string) => void;
}

interface VirtualGridProps<Id extends string, Row extends GridRowData> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: GridColumns<Id>;
  /** What the columns are called. */
  readonly names: Readonly<Record<Id, string>>;
  /** Stands above the column in front. */
  readonly lead?: ReactNode;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Draws a `GridRow` with this place. */
  readonly renderRow: (row: Row, place: RowPlace) => ReactNode;
  /** Announced when the focused row has vanished. */
  readonly goneText: (row: Row) => string;
  /** Enter was pressed on a row. */
  readonly onOpen: (row: Row) => void;
  readonly actions: SelectionActions<Row>;
  /** Ctrl+C was pressed on a row. */
  readonly onCopy: (row: Row) => void;
  /** A row to bring into sight; another object brings it there again. */
  readonly shown?: { readonly id: string } | null;
}

/** A virtual table: only the rows in sight are in the document. */
export function VirtualGrid<Id extends string, Row extends GridRowData>(
  props: VirtualGridProps<Id, Row>,
) {
  const { label, rows, columns, scroller, actions, shown = null } = props;
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

  const atRow = (run: (row: Row) => void) => (index: number) => {
    const row = rows[index];
    if (row) run(row);
  };
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
      onOpen: atRow(props.onOpen),
      onToggle: atRow(actions.toggle),
      onExtend: atRow(actions.extend),
      onSelectAll: actions.selectAll,
      onCopy: atRow(props.onCopy),
    });
  };

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      style={{ scrollPaddingLeft: `${columns.fixedWidth}px` }}
    >
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.inSight.length + (columns.leadWidth > 0 ? 1 : 0)}
        aria-multiselectable
        style={{ minWidth: `${columns.minWidth}px` }}
        onKeyDown={onKeyDown}
      >
        <GridHeader columns={columns} names={props.names} lead={props.lead} />
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
