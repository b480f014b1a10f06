// SPDX-License-Identifier: MIT
import { useEffect, useRef } from 'react';
import type { PageId } from '../ui/page-choice';
import { rescueFocus } from './regions';

/**
 * Keeps focus from being nowhere when what had it goes: a page, or one of the strips around it.
 * @param strips how many of them there are: countdown panel, notices, edits bar.
 */
export function useFocusRescue(page: PageId, strips: number): void {
  const shown = useRef({ page, strips });
  useEffect(() => {
    const before = shown.current;
    shown.current = { page, strips };
    if (before.page !== page || before.strips > strips) rescueFocus();
  }, [page, strips]);
}
