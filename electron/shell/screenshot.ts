// SPDX-License-Identifier: MIT

import type { App, BrowserWindow } from 'electron';
import { writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Snapshot } from '../contract/snapshot';
import { terminalTable } from '../terminal/terminal-table';

/** A page that has no answer by then shows a reason, or nothing at all: that, too, is worth a picture. */
const patience = 30_000;
const pause = 100;

const hasAnswer = `document.querySelector('main h2') !== null`;
const nextFrameShown = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))`;

async function answer(window: BrowserWindow): Promise<void> {
  const giveUpAt = Date.now() + patience;
  while (Date.now() < giveUpAt && !(await window.webContents.executeJavaScript(hasAnswer))) {
    await wait(pause);
  }
  await window.webContents.executeJavaScript(nextFrameShown);
}

/** Waits until the page says which way traffic goes and saves a picture of it as PNG. */
async function saveScreenshot(window: BrowserWindow, file: string): Promise<void> {
  await answer(window);
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
