// SPDX-License-Identifier: MIT

import type { App, BrowserWindow } from 'electron';
import { writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Snapshot } from '../contract/snapshot';
import { terminalTable } from './terminal-table';

/** A page that shows no interface by then shows a reason instead, or nothing at all. */
const patience = 30_000;
const pause = 100;

const hasCards = `document.querySelector('main [role="group"]') !== null`;
const nextFrameShown = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))`;

async function firstCards(window: BrowserWindow): Promise<void> {
  const giveUpAt = Date.now() + patience;
  while (!(await window.webContents.executeJavaScript(hasCards))) {
    if (Date.now() > giveUpAt) throw new Error('The window shows no adapter.');
    await wait(pause);
  }
  await window.webContents.executeJavaScript(nextFrameShown);
}

/** Waits until the page shows its first adapters and saves a picture of it as PNG. */
async function saveScreenshot(window: BrowserWindow, file: string): Promise<void> {
  await firstCards(window);
  const image = await window.webContents.capturePage();
  await writeFile(file, image.toPNG());
}

/** For a run without a screen: the interfaces as text, a picture of the window, and the end. */
export async function showAndQuit(
  app: App,
  window: BrowserWindow,
  snapshot: () => Promise<Snapshot>,
  file: string,
): Promise<void> {
  console.log(terminalTable(await snapshot()));
  await saveScreenshot(window, file);
  app.exit(0);
}
