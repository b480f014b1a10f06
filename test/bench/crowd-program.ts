// SPDX-License-Identifier: MIT
// Runs in a network namespace with a display: one window beside a crowd. Argument: a CrowdRequest as JSON. Prints what
// it saw as JSON.

import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { disturb, gather } from './crowd';
import type { Crowd } from './crowd';
import { anyRow, removeFolders, startPanel } from './measured-window';
import { memoryOf } from './memory';

const changes = 20;

export interface CrowdRequest extends Crowd {
  readonly seconds: number;
  readonly perSecond: number;
  /** The page that is looked at. */
  readonly page: 'interfaces' | 'routes';
}

/** Times in milliseconds, memory in MB of PSS. */
export interface CrowdFigures {
  readonly start: number;
  /** To the first rows of the page, and to all of its rows. */
  readonly open: number;
  readonly complete: number;
  readonly frames: number;
  readonly longestGap: number;
  /** Share of the time in gaps of more than 100 ms. */
  readonly frozen: number;
  readonly changeToScreen: readonly number[];
  readonly rendererMemory: number;
  readonly allMemory: number;
}

const keys = { interfaces: 'Control+2', routes: 'Control+3' };
const firstRow = { interfaces: anyRow, routes: 'main [role="row"][data-row-id]' };

async function watchFrames(window: Page): Promise<void> {
  await window.evaluate(`{
    globalThis.gaps = [];
    let last = performance.now();
    const look = (now) => { gaps.push(now - last); last = now; requestAnimationFrame(look); };
    requestAnimationFrame((now) => { last = now; requestAnimationFrame(look); });
  }`);
}

/** A change of another program, and what the page shows of it. */
function changeOf(page: CrowdRequest['page'], number: number): readonly [string, string] {
  // The route is among the first by its destination, and its link the first by its name.
  return page === 'routes'
    ? [`route add 1.0.0.${number}/32 dev a0`, `1\\\\.0\\\\.0\\\\.${number}/32`]
    : [`link set a0 mtu ${7000 + number}`, `7,?${String(number).padStart(3, '0')}`];
}

/** Milliseconds from the command of another program to the page that shows what it did. */
async function changeToScreen(
  window: Page,
  page: CrowdRequest['page'],
): Promise<readonly number[]> {
  const ip = spawn('ip', ['-force', '-batch', '-'], { stdio: ['pipe', 'ignore', 'ignore'] });
  const taken: number[] = [];
  for (let i = 0; i < changes; i += 1) {
    const [command, pattern] = changeOf(page, i);
    const shown = window.evaluate(`new Promise((resolve) => {
      const look = () => {
        if (new RegExp('${pattern}').test(document.querySelector('main').textContent)) resolve();
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    })`);
    await window.evaluate('new Promise(requestAnimationFrame)');
    const began = performance.now();
    ip.stdin.write(`${command}\n`);
    await shown;
    taken.push(performance.now() - began);
    await setTimeout(200 + i * 13);
  }
  ip.stdin.end();
  return taken;
}

async function run(): Promise<void> {
  const request = JSON.parse(process.argv[2] ?? '{}') as CrowdRequest;
  gather(request);
  const { app, window, milliseconds } = await startPanel();
  const began = performance.now();
  await window.keyboard.press(keys[request.page]);
  await window.locator(firstRow[request.page]).first().waitFor();
  const open = performance.now() - began;
  const isComplete = `!/\\d of \\d/.test(document.querySelector('main').innerText.split('\\n').slice(0, 4).join(' '))`;
  await window.waitForFunction(isComplete, undefined, { timeout: 120_000 }).catch(() => undefined);
  const complete = performance.now() - began;
  await setTimeout(2000);
  const shown = await changeToScreen(window, request.page);
  await watchFrames(window);
  const changing = disturb(request, request.perSecond);
  await setTimeout(request.seconds * 1000);
  changing.stop();
  const gaps = await window.evaluate<number[]>('gaps');
  const processes = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ pid, type }) => ({ pid, type })),
  );
  const renderer = processes.find(({ type }) => type === 'Tab');
  const figures: CrowdFigures = {
    start: milliseconds,
    open,
    complete,
    frames: gaps.length,
    longestGap: Math.max(...gaps),
    frozen:
      gaps.filter((gap) => gap > 100).reduce((sum, gap) => sum + gap, 0) / (request.seconds * 1000),
    changeToScreen: shown,
    rendererMemory: renderer ? memoryOf(renderer.pid) : 0,
    allMemory: memoryOf(app.process().pid ?? 0),
  };
  await app.close();
  process.stdout.write(JSON.stringify(figures));
}

void run().finally(removeFolders);
