// SPDX-License-Identifier: MIT
import { useCallback, useEffect, useRef } from 'react';

const focusable = 'a[href], button:not([disabled]), input:not([disabled])';

/**
 * Puts the focus on the first control of a dialog that opens, where Fluent has put it on the dialog itself: it finds
 * no control while another dialog is just going, and a dialog that has the focus before it counts as open is hidden
 * from screen readers. Answers the ref of the dialog's surface.
 */
export function useFocusInDialog(): (surface: HTMLElement | null) => void {
  const surface = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const { current } = surface;
    if (document.activeElement !== current) return;
    current?.querySelector<HTMLElement>(focusable)?.focus();
  }, []);
  return useCallback((element) => {
    surface.current = element;
  }, []);
}
