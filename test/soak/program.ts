// SPDX-License-Identifier: MIT
// Runs in a network namespace with a display (run.ts): the window while its network never holds still. Argument: how
// many minutes. Prints what it saw as JSON.

import { execFileSync, spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { gather } from '../bench/crowd';
import { memoryOf } from '../bench/memory';
import { launchApp } from '../e2e/support/app';
import type { DrivenApp } from '../e2e/support/driven-app';
import type { MemorySample, SoakFigures } from './judgement';

/** Milliseconds between two changes. */
const pace = 100;
const sampleEvery = 20_000;
const pageEvery = 15_000;
const links = 12;
/** Routes that are there in the second half. */
const crowded = 50_000;
/** Milliseconds until they have been read. */
const settling = 15_000;
const megabyte = 1024 * 1024;

// The first by its name, so that its row is in sight.
const link = (number: number) => `0soak${number}`;

function makeLinks(): void {
  const commands = Array.from({ length: links }, (_, number) => [
    `link add ${link(number)} type veth peer name peer${number}`,
    `link set ${link(number)} up`,
    `link set peer${number} up`,
    `addr add 10.77.${number}.1/24 dev ${link(number)}`,
    `route add default via 10.77.${number}.2 dev ${link(number)} metric ${100 + number}`,
  ]).flat();
  execFileSync('ip', ['-batch', '-'], { input: `${commands.join('\n')}\n` });
}

/** What another program does next: everything that people, VPN programs and routers do. */
function changeCommand(count: number): string {
  const number = count % links;
  const round = Math.floor(count / links);
  const isOdd = round % 2 === 1;
  switch (count % 5) {
    case 0:
      return `link set ${link(number)} mtu ${1300 + (round % 200)}`;
    case 1:
      return `route ${isOdd ? 'del' : 'add'} 198.18.${number}.0/24 dev ${link(number)}`;
    case 2:
      return `addr ${isOdd ? 'del' : 'add'} 10.78.${number}.1/24 dev ${link(number)}`;
    case 3:
      return `link set peer${number} ${isOdd ? 'up' : 'down'}`;
    default:
      return `route replace default via 10.77.${number}.3 dev ${link(number)} metric ${100 + number}`;
  }
}

/** Changes the network until it is told to stop; says how often it did. */
function changeAgainAndAgain() {
  const ip = spawn('ip', ['-force', '-batch', '-'], { stdio: ['pipe', 'ignore', 'ignore'] });
  let count = 0;
  const timer = setInterval(() => {
    ip.stdin.write(`${changeCommand(count)}\n`);
    count += 1;
  }, pace);
  return {
    stop: async () => {
      clearInterval(timer);
      ip.stdin.end(`link set ${link(0)} mtu 1234\nlink set peer0 up\n`);
      await setTimeout(pace);
      return count;
    },
  };
}

/** Shows every page once, since each is loaded when it is first needed, and then counts long tasks. */
async function watchTasks(window: Page): Promise<void> {
  for (const page of [1, 3, 4, 2]) {
    await window.keyboard.press(`Control+${page}`);
    await window.locator('main h1').waitFor();
    await setTimeout(1000);
  }
  await window.evaluate(`{
    globalThis.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration);
    }).observe({ type: 'longtask' });
  }`);
}

/** Watches the window for some minutes while the network changes. */
async function soak(app: DrivenApp, window: Page, minutes: number): Promise<SoakFigures> {
  const inspector = await window.context().newCDPSession(window);
  await window.evaluate('longTasks.length = 0');
  const began = performance.now();
  const elapsed = () => performance.now() - began;
  const sample = async (): Promise<MemorySample> => {
    await inspector.send('HeapProfiler.collectGarbage');
    const { usedSize } = await inspector.send('Runtime.getHeapUsage');
    const main = await app.evaluate(() => {
      gc?.();
      return process.memoryUsage().heapUsed;
    });
    return {
      minutes: elapsed() / 60_000,
      window: usedSize / megabyte,
      main: main / megabyte,
      all: memoryOf(app.process().pid ?? 0),
    };
  };
  const changing = changeAgainAndAgain();
  const memory: MemorySample[] = [];
  let [nextSample, nextPage, page] = [0, pageEvery, 0];
  while (elapsed() < minutes * 60_000) {
    if (elapsed() >= nextSample) {
      memory.push(await sample());
      nextSample += sampleEvery;
    }
    if (elapsed() >= nextPage) {
      page = (page + 1) % 4;
      await window.keyboard.press(`Control+${page + 1}`);
      nextPage += pageEvery;
    }
    await setTimeout(250);
  }
  const changes = await changing.stop();
  await window.keyboard.press('Control+2');
  const last = window.getByRole('row', { name: `${link(0)} IPv4` });
  const isUpToDate = await last
    .getByText('1234')
    .waitFor()
    .then(
      () => true,
      () => false,
    );
  const longTasks = await window.evaluate<number[]>('[...longTasks]');
  return { minutes, changes, longTasks, memory, isUpToDate };
}

async function run(): Promise<void> {
  const minutes = Number(process.argv[2]);
  makeLinks();
  const app = await launchApp({ switches: ['--js-flags=--expose-gc'] });
  const { electron, window } = app;
  await app.interfaces.row(link(0), 'IPv4').waitFor();
  await watchTasks(window);
  const quiet = await soak(electron, window, minutes / 2);
  gather({ ipv4Routes: crowded, ipv6Routes: 0, links: 0 });
  await setTimeout(settling);
  const crowd = await soak(electron, window, minutes / 2);
  await app.close();
  process.stdout.write(JSON.stringify([quiet, crowd]));
}

void run();
