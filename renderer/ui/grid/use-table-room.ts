// SPDX-License-Identifier: MIT
import { useRef } from 'react';
import type { RefObject } from 'react';
import { useElementWidth } from '../use-element-width';

/** Pixels that the navigation takes of the window, roughly: what there is before the first measuring. */
const navigationWidth = 250;

/** How many pixels a page's table has, by the element around it. */
export function useTableRoom(): readonly [RefObject<HTMLDivElement | null>, number] {
  const content = useRef<HTMLDivElement>(null);
  return [content, useElementWidth(content, window.innerWidth - navigationWidth)];
}
