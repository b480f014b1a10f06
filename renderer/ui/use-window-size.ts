// SPDX-License-Identifier: MIT
import { useMediaQuery } from './media-query';

/** The widths the layout knows, in CSS pixels, so that zoom counts. */
export type WindowWidth = 'wide' | 'medium' | 'narrow' | 'small';

/** Which of the four layouts fits. */
export function useWindowWidth(): WindowWidth {
  const wide = useMediaQuery('(min-width: 1200px)');
  const medium = useMediaQuery('(min-width: 880px)');
  const narrow = useMediaQuery('(min-width: 560px)');
  if (wide) return 'wide';
  if (medium) return 'medium';
  return narrow ? 'narrow' : 'small';
}

/** Whether everything around the page must be kept to one line. */
export function useShortWindow(): boolean {
  return useMediaQuery('(max-height: 519px)');
}
