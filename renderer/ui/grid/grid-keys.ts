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
}

/** Handles the keys of the table: moving between rows, and Enter. */
export function handleGridKey(event: KeyboardEvent<HTMLElement>, keys: GridKeys): void {
  const isOnRow = (event.target as Element).getAttribute('role') === 'row';
  if (!isOnRow || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const target = rowAfterKey(event.key, keys.current, keys.count, keys.pageSize);
  if (target !== null) keys.onMove(target);
  else if (event.key === 'Enter') keys.onOpen(keys.current);
  else return;
  event.preventDefault();
}
