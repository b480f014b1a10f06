// SPDX-License-Identifier: MIT

import type { BrowserWindow } from 'electron';
import { startPage } from './app-origin';
import { loadStartPage } from './window';

/** A page that dies more often than this in one run would die for ever. */
const attempts = 3;

/** Loads the page again when its process dies; edits and a running transaction live in main and go on. */
export function reloadWhenGone(window: BrowserWindow, log: (message: string) => void): void {
  let left = attempts;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (window.isDestroyed() || reason === 'clean-exit') return;
    log(`The page is gone: ${reason}.`);
    if (left-- > 0) loadStartPage(window).catch(() => undefined);
  });
}

/** Loads the page again when it was left in spite of the refusals: Chromium shows about:blank without asking. */
export function returnWhenLeft(window: BrowserWindow): void {
  window.webContents.on('did-navigate', (_event, url) => {
    if (url !== startPage) loadStartPage(window).catch(() => undefined);
  });
}
