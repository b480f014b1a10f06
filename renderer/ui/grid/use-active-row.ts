// SPDX-License-Identifier: MIT
import { useAnnounce } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useFold } from '../use-fold';

/** Whatever is shown as a row. */
export interface GridRowData {
  readonly id: string;
}

interface ActiveRow {
  /** The row that Tab stops at; -1 without rows. */
  readonly activeIndex: number;
  readonly activate: (id: string) => void;
}

/** Moves focus to a row that is in the document. */
export function focusRow(scroller: HTMLElement | null, id: string | undefined): void {
  if (id === undefined) return;
  scroller?.querySelector<HTMLElement>(`[data-row-id="${CSS.escape(id)}"]`)?.focus();
}

/** Where the row that is wanted was seen last. */
interface SeenRow<Row extends GridRowData> {
  readonly row: Row | null;
  readonly index: number;
  readonly isGone: boolean;
}

/** Where a row is; it is looked for first where it was, since tables can be long. */
function seenRow<Row extends GridRowData>(
  rows: readonly Row[],
  wantedId: string | null,
  last: SeenRow<Row> = { row: null, index: 0, isGone: false },
): SeenRow<Row> {
  if (wantedId === null) return last;
  const isThere = rows[last.index]?.id === wantedId;
  const index = isThere ? last.index : rows.findIndex(({ id }) => id === wantedId);
  const row = rows[index];
  return row ? { row, index, isGone: false } : { ...last, isGone: true };
}

/**
 * The row that Tab stops at. When it vanishes, the next one takes its place, and its focus; `goneText` is
 * what is announced then.
 */
export function useActiveRow<Row extends GridRowData>(
  rows: readonly Row[],
  scroller: RefObject<HTMLDivElement | null>,
  goneText: (row: Row) => string,
): ActiveRow {
  const { announce } = useAnnounce();
  const [wantedId, setWantedId] = useState<string | null>(null);
  const hadFocus = useRef(false);
  const seen = useFold<SeenRow<Row>>(
    useCallback((last) => seenRow(rows, wantedId, last), [rows, wantedId]),
  );
  const index = Math.min(seen.index, rows.length - 1);
  const gone = seen.isGone ? seen.row : null;
  const activeId = rows[index]?.id;

  useEffect(() => {
    // Whoever typed into the search box meanwhile keeps the focus.
    if (!gone || !hadFocus.current || document.activeElement !== document.body) return;
    announce(goneText(gone), { polite: true });
    focusRow(scroller.current, activeId);
  }, [gone, goneText, activeId, announce, scroller]);
  // After the effect above, which asks how it was before this change.
  useEffect(() => {
    const focused = document.activeElement;
    hadFocus.current =
      focused?.getAttribute('role') === 'row' && !!scroller.current?.contains(focused);
  });

  return { activeIndex: index, activate: setWantedId };
}
