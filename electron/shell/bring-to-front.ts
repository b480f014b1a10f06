// SPDX-License-Identifier: MIT

import type { BrowserWindow } from 'electron';

/** Shows a window over all others and gives it the focus: only ever because the user asked for it. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
