// SPDX-License-Identifier: MIT
// Runs in a network namespace with a display (window.ts): starts windows, measures, and prints what it
// measured as JSON.

import { execFileSync, spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { projectRoot } from '../../build/project-paths';
import { openStack } from '../../electron/native/stack';
import { longHistory, longRouteTable, switchToAfter } from './long-lists';
import {
  anyRow,
  blankFrames,
  eventToScreen,
  newFolder,
  removeFolders,
  start,
  startInterfaces,
  startManyInterfaces,
  startPanel,
} from './measured-window';
import type { Started } from './measured-window';
import { measureInTurn, summarise, runs } from './measurement';
import { memoryOf } from './memory';
import type { WindowFigures } from './window';

const settlingTime = 2000;
const changes = 40;

const startHello = () => start(path.join(projectRoot, 'test/bench/hello'), 'h1', []);

async function startUpAndMemory() {
  const memory = { hello: [] as number[], panel: [] as number[] };
  const once = async (name: keyof typeof memory, starting: Promise<Started>) => {
    const { app, milliseconds } = await starting;
    await setTimeout(settlingTime);
    memory[name].push(memoryOf(app.process().pid ?? 0));
    await app.close();
    return milliseconds;
  };
  const startUp = await measureInTurn({
    hello: () => once('hello', startHello()),
    panel: () => once('panel', startPanel()),
  });
  return {
    startUp,
    memory: { hello: summarise(memory.hello), panel: summarise(memory.panel) },
  };
}

/** An `ip` that waits for commands, so that starting it does not count. */
function waitingIp() {
  const child = spawn('ip', ['-batch', '-'], { stdio: ['pipe', 'ignore', 'inherit'] });
  return {
    run: (command: string) => child.stdin.write(`${command}\n`),
    end: () => child.stdin.end(),
  };
}

/** Milliseconds from the command of another program to the window that shows what it did. */
async function changeToScreen(): Promise<readonly number[]> {
  execFileSync('ip', ['link', 'add', 'seen0', 'type', 'veth', 'peer', 'name', 'seen1']);
  execFileSync('ip', ['link', 'set', 'seen0', 'up']);
  const { adapters } = await openStack({ stack: 'linux' }).snapshot();
  const luid = adapters.find(({ alias }) => alias === 'seen0')?.luid ?? '';
  const { app, window } = await startInterfaces();
  const ip = waitingIp();
  const row = JSON.stringify(`[data-testid="ip-interface-${luid}-IPv4"]`);
  const taken: number[] = [];
  for (let i = 0; i < changes; i += 1) {
    const mtu = (1300 + i).toString();
    const shown = window.evaluate(`new Promise((resolve) => {
      const look = () => {
        const text = document.querySelector(${row})?.textContent ?? '';
        if (text.replace(/\\D/g, '').includes('${mtu}')) resolve();
        else requestAnimationFrame(look);
      };
      look();
    })`);
    // The page must be looking before the change is made.
    await window.evaluate('new Promise(requestAnimationFrame)');
    const began = performance.now();
    ip.run(`link set seen0 mtu ${mtu}`);
    await shown;
    taken.push(performance.now() - began);
    await setTimeout(i * 7);
  }
  ip.end();
  await app.close();
  return taken;
}

/** Milliseconds from the press of Apply, as the page gets it, to the news that the helper has applied; simulated stack. */
async function applyToApplied(): Promise<readonly number[]> {
  const { app, window } = await startInterfaces(
    '--demo',
    `--simulated-state=${path.join(newFolder(), 'network')}`,
  );
  const taken: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    await window.locator(anyRow).nth(3).click();
    const field = window.getByRole('complementary').getByTestId('field-NlMtu').locator('input');
    await field.fill((1300 + i).toString());
    await window.getByRole('button', { name: 'Review and apply…' }).click();
    const apply = window.getByRole('dialog').getByRole('button', { name: /^Apply( anyway)?$/ });
    await apply.waitFor();
    const question = window.getByRole('region', { name: 'Keep these changes?' });
    await window.evaluate(`{
      document.addEventListener('click', () => (globalThis.pressedAt = performance.now()), {
        capture: true,
        once: true,
      });
      const unsubscribe = interfacePanel.changes.stateChanged((state) => {
        if (state.phase !== 'waiting') return;
        globalThis.applyTook = performance.now() - pressedAt;
        unsubscribe();
      });
    }`);
    await apply.click();
    await question.waitFor();
    taken.push(await window.evaluate<number>('applyTook'));
    await question.getByRole('button', { name: 'Keep' }).click();
    await question.waitFor({ state: 'hidden' });
  }
  await app.close();
  return taken;
}

const typed = 'ethernet 12';

/** Milliseconds from a key in the search box to the rows that match, among 5,000. */
async function keyToRows(window: Page): Promise<readonly number[]> {
  const search = window.getByRole('searchbox', { name: 'Search interfaces' });
  const taken: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    await search.fill('');
    for (const [index, key] of Array.from(typed).entries()) {
      const isShown = `document.querySelector('input[type="search"]').value.length === ${index + 1}`;
      taken.push(await eventToScreen(window, 'keydown', isShown, () => search.press(key)));
    }
  }
  await search.fill('');
  return taken;
}

/** Milliseconds from the click on a row to its fields, among 5,000. */
async function clickToFields(window: Page): Promise<readonly number[]> {
  const pane = `document.querySelector('[data-testid="field-DisableDefaultRoutes"]')`;
  const taken: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    const row = window.locator(anyRow).nth(2 + i);
    taken.push(await eventToScreen(window, 'click', `${pane} !== null`, () => row.click()));
    await window.getByRole('button', { name: 'Close details' }).click();
  }
  return taken;
}

async function manyInterfaces() {
  const { app, window } = await startManyInterfaces();
  const key = await keyToRows(window);
  const open = await clickToFields(window);
  const scrolling = await blankFrames(window, anyRow);
  const moved = await switchToAfter(window);
  await app.close();
  return { key, open, scrolling, moved };
}

async function run(): Promise<void> {
  try {
    const figures: WindowFigures = {
      ...(await startUpAndMemory()),
      change: await changeToScreen(),
      apply: await applyToApplied(),
      ...(await manyInterfaces()),
      routes: await longRouteTable(),
      history: await longHistory(),
    };
    process.stdout.write(JSON.stringify(figures));
  } finally {
    removeFolders();
  }
}

void run();
