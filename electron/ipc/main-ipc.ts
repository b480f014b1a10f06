// SPDX-License-Identifier: MIT
// The one file of main that touches Electron's IPC.

import { ipcMain } from 'electron';
import type { MainIpc } from './handle';

/** Electron's ipcMain, seen through what handle() needs of it. */
export const electronIpc: MainIpc = {
  handle(channel, listener) {
    ipcMain.handle(channel, listener);
  },
};
