// SPDX-License-Identifier: MIT
import type { KeyboardEvent } from 'react';

/** The row a key moves to, or null when the key moves nowhere. */
export function rowAfterKey(
  key: string,
  current: number,
  count: number,
  pageSize: number,
): number | null {
  const target = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + pageSize,
    PageUp: current - pageSize,
    Home: 0,
    End: count - 1,
  }[key];
  return target === undefined || count === 0 ? null : Math.min(Math.max(target, 0), count - 1);
}

interface GridKeys {
  readonly current: number;
  readonly count: number;
  readonly pageSize: number;
  readonly onMove: (index: number) => void;
  readonly onOpen: (index: number) => void;
  readonly onToggle: (index: number) => void;
  readonly onExtend: (index: number) => void;
  readonly onSelectAll: () => void;
  readonly onCopy: (index: number) => void;
}

/** What the keys held down together with Control do; null where nothing. */
function withControl(key: string, keys: GridKeys): (() => void) | null {
  if (key.toLowerCase() === 'a') return keys.onSelectAll;
  // Text that is marked somewhere is what the user means to copy.
  const isTextMarked = document.getSelection()?.isCollapsed === false;
  if (key.toLowerCase() !== 'c' || isTextMarked) return null;
  return () => {
    keys.onCopy(keys.current);
  };
}

function withoutControl(event: KeyboardEvent, keys: GridKeys): (() => void) | null {
  const { current } = keys;
  const target = rowAfterKey(event.key, current, keys.count, keys.pageSize);
  if (target !== null) {
    return () => {
      if (event.shiftKey) keys.onExtend(target);
      keys.onMove(target);
    };
  }
  if (event.shiftKey) return null;
  const run = { ' ': keys.onToggle, Enter: keys.onOpen }[event.key];
  return run
    ? () => {
        run(current);
      }
    : null;
}

/** Handles the keys of the table: moving between rows, selecting, copying, and Enter. */
export function handleGridKey(event: KeyboardEvent<HTMLElement>, keys: GridKeys): void {
  const isOnRow = (event.target as Element).getAttribute('role') === 'row';
  if (!isOnRow || event.altKey || event.metaKey) return;
  if (event.shiftKey && event.ctrlKey) return;
  const run = event.ctrlKey ? withControl(event.key, keys) : withoutControl(event, keys);
  if (!run) return;
  event.preventDefault();
  run();
}
