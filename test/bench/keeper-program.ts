// SPDX-License-Identifier: MIT
// Runs a keeper beside so many links, each with a lasting MTU, in the network and mount namespaces that it is started
// in; prints what it took as one line of JSON. Argument: the number of links.

import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { until } from '../fault/victims';
import { RunningKeeper } from '../keeper/running-keeper';
import { folder, told, write } from '../keeper/store';
import type { Lasting } from '../keeper/store';
import { runs } from './measurement';

export interface KeeperFigures {
  /** Resident set in MB. */
  readonly memory: number;
  /** In a minute in which nothing changes. */
  readonly wakeUps: number;
  /** Milliseconds from the last change of a link to its value being set, several times. */
  readonly actions: readonly number[];
  /** Milliseconds of CPU for 10,000 notices, several times. */
  readonly storms: readonly number[];
  /** What `ip monitor` takes beside it, which does no more than read notices and print them. */
  readonly monitor: {
    readonly memory: number;
    readonly storms: readonly number[];
  };
}

const notices = 10_000;
const kept = 1400;

const batch = (commands: readonly string[]): void => {
  execFileSync('ip', ['-batch', '-'], { input: `${commands.join('\n')}\n` });
};

const mtuOf = (link: string): number => Number(readFileSync(`/sys/class/net/${link}/mtu`, 'utf8'));

const lasting = (alias: string): Lasting => ({
  ...{ alias, type: 'Ethernet', family: 'IPv4', field: 'NlMtu', value: kept },
});

function field(pid: number, file: string, pattern: RegExp): number {
  return Number(pattern.exec(readFileSync(`/proc/${String(pid)}/${file}`, 'utf8'))?.[1]);
}

const residentSet = (pid: number): number =>
  field(pid, 'smaps_rollup', /^Rss:\s+(\d+) kB$/m) / 1024;
const wakeUpsOf = (pid: number): number =>
  field(pid, 'status', /^voluntary_ctxt_switches:\s+(\d+)$/m);

/** Milliseconds, as the scheduler counts them. */
const cpuOf = (pid: number): number => field(pid, 'schedstat', /^(\d+)/) / 1e6;

async function actionOn(link: string): Promise<number> {
  batch([`link delete ${link}`]);
  batch([`link add name ${link} type ifb`, `link set ${link} up`]);
  const began = performance.now();
  await until('the value is set', () => mtuOf(link) === kept);
  return performance.now() - began;
}

/** Each change of an MTU is at least one notice. */
async function stormOver(links: readonly string[], pids: readonly number[]) {
  const before = pids.map(cpuOf);
  batch(
    Array.from({ length: notices }, (_, index) => {
      const link = links[index % links.length] ?? '';
      return `link set ${link} mtu ${String(1300 + (Math.floor(index / links.length) % 2))}`;
    }),
  );
  await setTimeout(15_000);
  return pids.map((pid, place) => cpuOf(pid) - (before[place] ?? Number.NaN));
}

async function measure(count: number): Promise<KeeperFigures> {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'mode=755', 'tmpfs', '/var/lib']);
  mkdirSync(folder);
  const links = Array.from({ length: count }, (_, index) => `g${String(index)}`);
  batch(links.flatMap((link) => [`link add name ${link} type ifb`, `link set ${link} up`]));
  write(...links.map(lasting));
  const keeper = new RunningKeeper();
  const isHeld = () => told()?.states.every((state) => state === 'held') ?? false;
  await until('every value is held', () => links.every((link) => mtuOf(link) === kept) && isHeld());
  // So long an arrival lasts.
  await setTimeout(65_000);
  const before = wakeUpsOf(keeper.pid);
  await setTimeout(60_000);
  const wakeUps = wakeUpsOf(keeper.pid) - before;
  const memory = residentSet(keeper.pid);
  const actions: number[] = [];
  const monitor = spawn('ip', ['monitor', 'link'], { stdio: 'ignore' });
  const storms: (readonly number[])[] = [];
  for (let round = 0; round < runs; round += 1) actions.push(await actionOn('g0'));
  for (let round = 0; round < 3; round += 1)
    storms.push(await stormOver(links, [keeper.pid, monitor.pid ?? 0]));
  const monitored = {
    memory: residentSet(monitor.pid ?? 0),
    storms: storms.map(([, own = 0]) => own),
  };
  monitor.kill();
  await keeper.stop();
  return { memory, wakeUps, actions, storms: storms.map(([own = 0]) => own), monitor: monitored };
}

void measure(Number(process.argv[2])).then((figures) => {
  console.log(JSON.stringify(figures));
  process.exit(0);
});
