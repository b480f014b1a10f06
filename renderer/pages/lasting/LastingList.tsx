// SPDX-License-Identifier: MIT
import { makeStyles, tokens } from '@fluentui/react-components';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { KeeperState } from '../../../electron/contract/lasting';
import { useKnownAdapters } from '../../adapters/known-adapters';
import { useEnvironment } from '../../bridge/use-bridge-query';
import { rowAfterKey } from '../../ui/grid/grid-keys';
import { messages } from '../../../electron/language/messages';
import { useOffsetInScroller } from '../../ui/use-offset-in-scroller';
import type { LastingEntry } from './lasting-entries';
import { LastingItem } from './LastingItem';

const words = messages.lasting;

/** Pixels that an item takes where its words need one line each; the others are measured. */
const usualHeight = 84;

/** How far Page Up and Page Down go. */
const pageSize = 8;

const useStyles = makeStyles({
  list: {
    position: 'relative',
    flexShrink: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
});

interface LastingListProps {
  readonly entries: readonly LastingEntry[];
  readonly keeper: KeeperState;
  /** What scrolls: the list, and what stands above it. */
  readonly scroller: RefObject<HTMLElement | null>;
  /** Why none can be stopped now; null where one can. */
  readonly obstacle: string | null;
  readonly onStop: (entry: LastingEntry) => void;
}

/**
 * Lasting settings one below the other, of which only those in sight are in the document; Tab stops once, the arrows go
 * from button to button.
 */
export function LastingList(props: LastingListProps) {
  const { entries, keeper, scroller, obstacle, onStop } = props;
  const styles = useStyles();
  const adapters = useKnownAdapters();
  const stack = useEnvironment()?.stack ?? 'linux';
  const list = useRef<HTMLDivElement>(null);
  const offset = useOffsetInScroller(list, scroller);
  const [activeId, setActiveId] = useState('');
  const place = entries.findIndex(({ id }) => id === activeId);
  const active = Math.max(0, place);
  const focusWanted = useRef(false);

  // eslint-disable-next-line react-hooks/incompatible-library -- the React Compiler isn't used here
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => entries[index]?.id ?? index,
    estimateSize: () => usualHeight,
    overscan: 6,
    scrollMargin: offset,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return indexes.includes(active) ? indexes : [...indexes, active].sort((a, b) => a - b);
    },
  });

  useEffect(() => {
    if (!focusWanted.current) return;
    focusWanted.current = false;
    list.current?.querySelector<HTMLElement>(`[data-index="${active}"] button`)?.focus();
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const target = rowAfterKey(event.key, active, entries.length, pageSize);
    if (target === null) return;
    event.preventDefault();
    if (target === active) return;
    virtualizer.scrollToIndex(target);
    focusWanted.current = true;
    setActiveId(entries[target]?.id ?? '');
  };
  return (
    <div
      ref={list}
      role="list"
      aria-label={words.title}
      className={styles.list}
      style={{ height: `${virtualizer.getTotalSize()}px` }}
      onKeyDown={onKeyDown}
    >
      {virtualizer.getVirtualItems().map(({ index, start }) => {
        const entry = entries[index];
        return (
          entry && (
            <LastingItem
              key={entry.id}
              entry={entry}
              adapters={adapters}
              stack={stack}
              keeper={keeper}
              index={index}
              count={entries.length}
              top={start - offset}
              measure={virtualizer.measureElement}
              isActive={index === active}
              obstacle={obstacle}
              onFocus={setActiveId}
              onStop={onStop}
            />
          )
        );
      })}
    </div>
  );
}
