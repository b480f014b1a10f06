// SPDX-License-Identifier: MIT
import type { WindowWidth } from './use-window-size';

/** Whether a pane stands over the table, because there is no room beside it. */
export function isPaneOver(width: WindowWidth): boolean {
  // 48 of navigation and at least 480 for the table.
  if (width === 'medium') return window.innerWidth - 48 - 360 < 480;
  return width === 'narrow' || width === 'small';
}
