// SPDX-License-Identifier: MIT
import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

/** How far below the top of what scrolls an element begins, in pixels. */
export function useOffsetInScroller(
  element: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const [list, outer] = [element.current, scroller.current];
    if (!list || !outer) return undefined;
    const measure = () => {
      setOffset(list.offsetTop);
    };
    const observer = new ResizeObserver(measure);
    for (const child of outer.children) observer.observe(child);
    measure();
    return () => {
      observer.disconnect();
    };
  }, [element, scroller]);
  return offset;
}
