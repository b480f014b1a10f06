// SPDX-License-Identifier: MIT
// Windows of the bench: how they are started, and how long they take from an event to the screen.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron as electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { inProject, projectRoot } from '../../build/project-paths';
import { nativeFolder } from '../../electron/native/native-folder';
import { openStack } from '../../electron/native/stack';

/** An adapter on the page that opens first. */
const anyCard = 'main [role="group"]';
export const anyRow = '[data-testid^="ip-interface-"]';

export interface Started {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly milliseconds: number;
}

const wheelTurns = 200;

const folders: string[] = [];

export function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'interface-panel-bench-'));
  folders.push(folder);
  return folder;
}

/** Starts a program and waits until its window shows `useful`. */
async function start(
  program: string,
  useful: string,
  switches: readonly string[],
  folder = newFolder(),
): Promise<Started> {
  const began = performance.now();
  const app = await electron.launch({
    args: [program, `--user-data-dir=${folder}`, '--as-root', ...switches],
    env: process.env as Record<string, string>,
  });
  const window = await app.firstWindow();
  await window.locator(useful).first().waitFor();
  return { app, window, milliseconds: performance.now() - began };
}

/** The least an Electron program can be: what starting Interface Panel is measured against. */
export const startHello = () => start(inProject('test', 'bench', 'hello'), 'h1', []);

/** A window with nothing but a long list: what keys and clicks are measured against. */
export const startBareList = () => start(inProject('test', 'bench', 'bare-list'), 'h1', []);

export const startPanel = (...switches: readonly string[]) => start(projectRoot, anyCard, switches);

/** Starts Interface Panel on user data that are there already. */
export const startPanelOn = (folder: string) => start(projectRoot, 'main h1', [], folder);

/** Starts Interface Panel and goes to its page of interfaces. */
export async function startInterfaces(...switches: readonly string[]): Promise<Started> {
  const started = await startPanel(...switches);
  await started.window.keyboard.press('Control+2');
  await started.window.locator(anyRow).first().waitFor();
  return started;
}

/** A window on the demo with 5,000 IP interfaces. */
export async function startManyInterfaces(): Promise<Started> {
  const stateFile = path.join(newFolder(), 'network');
  await openStack({ stack: 'simulated', stateFile }).snapshot();
  execFileSync(path.join(nativeFolder(), 'simulated-control'), [stateFile, 'resize', '5000']);
  const started = await startInterfaces('--demo', `--simulated-state=${stateFile}`);
  await started.window.locator('[role="grid"][aria-rowcount^="500"]').waitFor();
  return started;
}

/**
 * Milliseconds from an event, as the page gets it, to the end of the first frame in which `isShown`, an
 * expression, holds.
 */
export async function eventToScreen(
  window: Page,
  event: string,
  isShown: string,
  cause: () => Promise<void>,
): Promise<number> {
  const taken = window.evaluate<number>(`new Promise((resolve) => {
    const begin = ({ timeStamp }) => {
      const look = () => {
        const done = ${isShown};
        // What follows a frame's callbacks is its painting; a task that follows it begins after.
        if (done) setTimeout(() => resolve(performance.now() - timeStamp));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    document.addEventListener('${event}', begin, { capture: true, once: true });
  })`);
  await window.evaluate('new Promise(requestAnimationFrame)');
  await cause();
  return taken;
}

/** Frames without a row at a point inside a table while the wheel turns through its rows. */
export async function blankFrames(
  window: Page,
  anyRow: string,
): Promise<{ frames: number; blank: number }> {
  // Where a row is now, a row should be in every frame; the table itself is as high as all its rows.
  const box = await window.locator(anyRow).nth(3).boundingBox();
  if (!box) throw new Error('The table shows no rows.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await window.mouse.move(x, y);
  await window.evaluate(`{
    globalThis.seen = { frames: 0, blank: 0 };
    const look = () => {
      const row = document.elementFromPoint(${x}, ${y})?.closest('${anyRow}');
      seen.frames += 1;
      if (!row) seen.blank += 1;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }`);
  for (let i = 0; i < wheelTurns; i += 1) await window.mouse.wheel(0, 400);
  const seen = await window.evaluate('seen');
  return seen as { frames: number; blank: number };
}

/** Removes what the windows left on the disk. */
export function removeFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
