// SPDX-License-Identifier: MIT
// Runs in a network namespace with a display (window.ts): starts windows, measures, and prints what it
// measured as JSON.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { nativeFolder } from '../../electron/native/native-folder';
import type { Luid } from '../../electron/contract/snapshot';
import { openStack } from '../../electron/native/stack';
import { Conversation } from '../law/conversation';
import { bareRow, longBareList, longHistory, longRouteTable, switchToAfter } from './long-lists';
import {
  anyRow,
  blankFrames,
  eventToScreen,
  newFolder,
  removeFolders,
  startBareList,
  startHello,
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

async function startUpAndMemory() {
  const memory = { hello: [] as number[], panel: [] as number[] };
  const measured = async (name: keyof typeof memory, starting: Promise<Started>) => {
    const { app, milliseconds } = await starting;
    await setTimeout(settlingTime);
    memory[name].push(memoryOf(app.process().pid ?? 0));
    await app.close();
    return milliseconds;
  };
  const startUp = await measureInTurn({
    hello: () => measured('hello', startHello()),
    panel: () => measured('panel', startPanel()),
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

/** A link that another program changes. */
async function makeSeenLink(): Promise<Luid> {
  execFileSync('ip', ['link', 'add', 'seen0', 'type', 'veth', 'peer', 'name', 'seen1']);
  execFileSync('ip', ['link', 'set', 'seen0', 'up']);
  const { adapters } = await openStack({ stack: 'linux' }).snapshot();
  return adapters.find(({ alias }) => alias === 'seen0')?.luid ?? '';
}

/** Milliseconds from the command of another program until a change of an MTU was seen, several times. */
async function changeToSeen(see: (mtu: number) => Promise<() => Promise<unknown>>) {
  const ip = waitingIp();
  const taken: number[] = [];
  for (let i = 0; i < changes; i += 1) {
    const mtu = 1300 + i;
    const seen = await see(mtu);
    const began = performance.now();
    ip.run(`link set seen0 mtu ${mtu}`);
    await seen();
    taken.push(performance.now() - began);
    await setTimeout(i * 7);
  }
  ip.end();
  return taken;
}

/** To the window that shows what the command did. */
async function changeToScreen(luid: Luid): Promise<readonly number[]> {
  const { app, window } = await startInterfaces();
  const row = JSON.stringify(`[data-testid="ip-interface-${luid}-IPv4"]`);
  const taken = await changeToSeen(async (mtu) => {
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
    return () => shown;
  });
  await app.close();
  return taken;
}

/** To what `ip -j` says of the link, asked at the first notice. */
async function changeToRead(): Promise<readonly number[]> {
  const monitor = spawn('ip', ['monitor', 'link'], { stdio: ['ignore', 'pipe', 'inherit'] });
  await setTimeout(settlingTime);
  const taken = await changeToSeen(() => {
    const noticed = once(monitor.stdout, 'data');
    return Promise.resolve(async () => {
      await noticed;
      execFileSync('ip', ['-j', '-d', 'address']);
    });
  });
  monitor.kill();
  return taken;
}

/** Milliseconds from the start of a helper to the news that it has applied one value, with nothing around it. */
async function bareApply(luid: Luid): Promise<readonly number[]> {
  const taken: number[] = [];
  const operation = { luid, family: 'IPv4', field: 'NlMtu', value: 1290 } as const;
  const { ipInterfaces } = await openStack({ stack: 'linux' }).snapshot();
  const row = ipInterfaces.find((one) => one.luid === luid && one.family === 'IPv4');
  const expected = Number(row?.values.NlMtu);
  for (let i = 0; i < runs; i += 1) {
    const began = performance.now();
    const helper = path.join(nativeFolder(), 'interface-panel-helper');
    const talk = new Conversation(
      helper,
      [{ kind: 'set', operation: { ...operation, expected } }],
      600,
    );
    if (!(await talk.heard('PREPARED'))) throw new Error('The helper did not prepare.');
    talk.send({ message: 'COMMIT' });
    if (!(await talk.heard('APPLIED'))) throw new Error('The helper did not apply.');
    taken.push(performance.now() - began);
    talk.send({ message: 'REVERT' });
    await talk.ended();
  }
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

/** A list of 5,000 rows in a window: ours, or the bare one. */
interface ListWindow {
  readonly window: Page;
  readonly row: string;
  /** What a click on a row opens. */
  readonly fields: string;
}

/** Milliseconds from a key in the search box to the rows that match. */
async function keyToRows({ window }: ListWindow): Promise<readonly number[]> {
  const search = window.locator('input[type="search"]').first();
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

/** Milliseconds from the click on a row to its fields. */
async function clickToFields({ window, row, fields }: ListWindow): Promise<readonly number[]> {
  const isShown = `document.querySelector('${fields}') !== null`;
  const taken: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    const one = window.locator(row).nth(2 + i);
    taken.push(await eventToScreen(window, 'click', isShown, () => one.click()));
    await window.getByRole('button', { name: 'Close details' }).click();
  }
  return taken;
}

async function bareList() {
  const { app, window } = await startBareList();
  await window.keyboard.press('Control+2');
  const list = { window, row: bareRow, fields: '#fields' };
  const key = await keyToRows(list);
  const click = await clickToFields(list);
  const open = await longBareList(window);
  await app.close();
  return { key, click, open };
}

async function manyInterfaces() {
  const { app, window } = await startManyInterfaces();
  const list = { window, row: anyRow, fields: '[data-testid="field-DisableDefaultRoutes"]' };
  const key = await keyToRows(list);
  const click = await clickToFields(list);
  const scrolling = await blankFrames(window, anyRow);
  const moved = await switchToAfter(window);
  await app.close();
  return { key, click, scrolling, moved };
}

async function run(): Promise<void> {
  try {
    const startUp = await startUpAndMemory();
    const luid = await makeSeenLink();
    const figures: WindowFigures = {
      ...startUp,
      change: { bare: await changeToRead(), panel: await changeToScreen(luid) },
      apply: { bare: await bareApply(luid), panel: await applyToApplied() },
      bare: await bareList(),
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
