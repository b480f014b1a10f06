// SPDX-License-Identifier: MIT

import type { App, BrowserWindow } from 'electron';

/**
 * Whether this is the only running app of this user data folder. It is the one that stays; a second start
 * brings its window to the front and ends.
 */
export function becomeOnlyInstance(app: App, window: () => BrowserWindow | null): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', () => {
    const shown = window();
    if (!shown) return;
    if (shown.isMinimized()) shown.restore();
    shown.show();
    shown.focus();
  });
  return true;
}
