// SPDX-License-Identifier: MIT

import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { startPage } from './app-origin';
import { loadStartPage } from './window';
import { messages } from '../language/messages';

/** A page that dies more often than this would die for ever; then the user is asked. */
const attempts = 3;

const loadAgain = 0;

/** What the dead page cannot say itself. */
function question(): Electron.MessageBoxOptions {
  const { message, detail, loadAgain: again, close } = messages.questions.stoppedWindow;
  return {
    type: 'error',
    message,
    detail,
    buttons: [again, close],
    defaultId: loadAgain,
    cancelId: 1,
    noLink: true,
  };
}

/** Loads the page again when its process dies; edits and a running transaction live in main and go on. */
export function reloadWhenGone(window: BrowserWindow, log: (message: string) => void): void {
  let left = attempts;
  const load = () => {
    left -= 1;
    loadStartPage(window).catch(() => undefined);
  };
  const ask = async () => {
    const { response } = await dialog.showMessageBox(window, question());
    if (window.isDestroyed()) return;
    if (response !== loadAgain) {
      window.close();
      return;
    }
    left = attempts;
    load();
  };
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (window.isDestroyed() || reason === 'clean-exit') return;
    log(`The page is gone: ${reason}.`);
    if (left > 0) load();
    else void ask();
  });
}

/** Notes that a process of Chromium's is gone, such as that of graphics; Chromium starts it again by itself. */
export function noteGoneProcesses(
  app: Pick<Electron.App, 'on'>,
  log: (message: string) => void,
): void {
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason !== 'clean-exit') log(`The process “${type}” is gone: ${reason}.`);
  });
}

/** Loads the page again when it was left in spite of the refusals: Chromium shows about:blank without asking. */
export function returnWhenLeft(window: BrowserWindow): void {
  window.webContents.on('did-navigate', (_event, url) => {
    if (url !== startPage) loadStartPage(window).catch(() => undefined);
  });
}
