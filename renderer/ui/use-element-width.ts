// SPDX-License-Identifier: MIT
import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

/** The inner width of an element, followed as it changes; `guess` until it is known. */
export function useElementWidth(element: RefObject<HTMLElement | null>, guess: number): number {
  const [width, setWidth] = useState(guess);
  useLayoutEffect(() => {
    const observed = element.current;
    if (!observed) return undefined;
    const observer = new ResizeObserver(() => {
      setWidth(observed.clientWidth);
    });
    observer.observe(observed);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return width;
}
