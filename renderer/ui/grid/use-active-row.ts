// SPDX-License-Identifier: MIT
import { useAnnounce } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';

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

/** Where a row is; it is looked for first where it was, since tables can be long. */
function indexOfRow(
  rows: readonly GridRowData[],
  wantedId: string | null,
  lastIndex: number,
): number | undefined {
  if (wantedId === null) return undefined;
  if (rows[lastIndex]?.id === wantedId) return lastIndex;
  const index = rows.findIndex(({ id }) => id === wantedId);
  return index === -1 ? undefined : index;
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
  const [last, setLast] = useState<{ row: Row; index: number } | null>(null);
  const hadFocus = useRef(false);
  const found = useMemo(() => indexOfRow(rows, wantedId, last?.index ?? 0), [rows, wantedId, last]);
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
