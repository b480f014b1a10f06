// SPDX-License-Identifier: MIT
import { makeStyles } from '@fluentui/react-components';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { HistoryEntry, HistoryPlace } from '../../../electron/contract/history';
import { rowAfterKey } from '../../ui/grid/grid-keys';
import { messages } from '../../../electron/language/messages';
import { useOffsetInScroller } from '../../ui/use-offset-in-scroller';
import { withoutIsolates } from '../../ui/isolated-name';
import { dayText, startsOfDays } from './history-days';
import { dayHeight, itemHeight, TransactionItem } from './TransactionItem';
import { changesText, titleText } from '../../../electron/texts/transaction-text';
import type { TransactionNames } from '../../../electron/texts/transaction-text';
import { useHistoryEntries } from './use-history';

const useStyles = makeStyles({ list: { position: 'relative' } });

interface TransactionListProps {
  /** The transactions to list, newest first. */
  readonly places: readonly HistoryPlace[];
  readonly names: TransactionNames;
  /** What scrolls: the list, and what stands above it. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly openId: string | null;
  readonly isTight: boolean;
  readonly onOpen: (entry: HistoryEntry, movesFocus: boolean) => void;
  readonly onRestore: (entry: HistoryEntry) => void;
}

/** Transactions, newest first, by day; only those in sight are in the document, and only those near are read. */
export function TransactionList(props: TransactionListProps) {
  const { places, names, scroller, openId, isTight, onOpen, onRestore } = props;
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const offset = useOffsetInScroller(list, scroller);
  const size = places.length;
  const starts = useMemo(() => startsOfDays(places), [places]);
  // By its place in the journal, so that the active one stays the same when another is added.
  const [activeSequence, setActiveSequence] = useState<number | null>(null);
  const found = places.findIndex(({ sequence }) => sequence === activeSequence);
  const activeIndex = Math.max(0, found);
  const focusWanted = useRef(false);

  // eslint-disable-next-line react-hooks/incompatible-library -- the React Compiler isn't used here
  const virtualizer = useVirtualizer({
    count: size,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => places[index]?.sequence ?? index,
    estimateSize: (index) => {
      const isStart = starts.has(places[index]?.sequence ?? -1);
      return itemHeight + (isStart ? dayHeight : 0);
    },
    overscan: 12,
    scrollMargin: offset,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return indexes.includes(activeIndex)
        ? indexes
        : [...indexes, activeIndex].sort((a, b) => a - b);
    },
  });
  const items = virtualizer.getVirtualItems();
  const entries = useHistoryEntries(items.flatMap(({ index }) => places[index]?.sequence ?? []));

  useEffect(() => {
    if (!focusWanted.current) return;
    focusWanted.current = false;
    list.current?.querySelector<HTMLElement>(`[data-index="${activeIndex}"]`)?.focus();
  }, [activeIndex]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const page = Math.floor((scroller.current?.clientHeight ?? 0) / itemHeight) - 1;
    const target = rowAfterKey(event.key, activeIndex, size, Math.max(1, page));
    if (target === null) return;
    event.preventDefault();
    if (target === activeIndex) return;
    virtualizer.scrollToIndex(target);
    focusWanted.current = true;
    activate(target);
  };
  const activate = (index: number) => {
    setActiveSequence(places[index]?.sequence ?? null);
  };
  return (
    <div
      ref={list}
      role="list"
      aria-label={messages.history.list}
      className={styles.list}
      style={{ height: `${virtualizer.getTotalSize()}px` }}
      onKeyDown={onKeyDown}
    >
      {items.map(({ index, start, size: height }) => {
        const place = places[index];
        if (!place) return null;
        const { sequence, startedAt } = place;
        const entry = entries.get(sequence);
        return (
          <TransactionItem
            key={sequence}
            day={starts.has(sequence) ? dayText(startedAt) : null}
            height={height}
            entry={entry}
            title={entry ? titleText(entry, names) : ''}
            changes={entry ? withoutIsolates(changesText(entry, names)) : ''}
            index={index}
            count={size}
            top={start - offset}
            isActive={index === activeIndex}
            isOpen={openId !== null && entry?.id === openId}
            isTight={isTight}
            onFocus={activate}
            onOpen={onOpen}
            onRestore={onRestore}
          />
        );
      })}
    </div>
  );
}
