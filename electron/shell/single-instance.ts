// SPDX-License-Identifier: MIT

import type { App, BrowserWindow } from 'electron';
import { bringToFront } from './bring-to-front';
import { inTraySwitch } from './switches';

/**
 * Whether this is the only running app of this user data folder. It is the one that stays; a second start
 * brings its window to the front and ends, unless it is the start at sign-in.
 */
export function becomeOnlyInstance(app: App, window: () => BrowserWindow | null): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, commandLine) => {
    const shown = window();
    if (shown && !commandLine.includes(inTraySwitch)) bringToFront(shown);
  });
  return true;
}
