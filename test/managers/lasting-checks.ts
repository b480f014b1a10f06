// SPDX-License-Identifier: MIT
// What must hold beside a manager where the switch is to last: the real keeper turns off what the manager turns on.

import { readFileSync, rmSync } from 'node:fs';
import { RunningKeeper } from '../keeper/running-keeper';
import { storeFile, write } from '../keeper/store';
import { until } from '../fault/victims';
import { defaults, disturbances, expect, leases, parked, untilRenewed } from './checks';
import type { Check } from './checks';
import type { Disturbance, ManagerUnderTest } from './manager-under-test';
import { shell } from './shell';

/** What `ip` has told of IPv4 default routes of eth0 since it was started, one line each. */
const monitored = '/run/default-routes.log';

/** Milliseconds for which a default route may be in use again: a second of quiet, and the time of a busy machine. */
const bound = 5_000;

/** Leases of two minutes are renewed after one by themselves; for how many of these the switch has to hold, if any. */
const renewals = Number(process.env['RENEWALS'] ?? '0');

/** When a default route of eth0 came into use or went, in milliseconds. */
function movements(): readonly { readonly at: number; readonly comes: boolean }[] {
  const line = /^\[([^\]]+)\] (Deleted )?default .* dev eth0(?!.* table )/;
  return readFileSync(monitored, 'utf8')
    .split('\n')
    .flatMap((text) => {
      const [, time, goes] = line.exec(text) ?? [];
      return time === undefined ? [] : [{ at: Date.parse(time), comes: goes === undefined }];
    });
}

const additions = () => movements().filter(({ comes }) => comes).length;

/** Waits until the manager has added one more; a lease that nobody renews renews itself after a minute. */
async function untilAdded(before: number): Promise<void> {
  await until('the manager adds its default route', () => additions() > before, 180_000);
}

/** The longest time for which it was in use, in milliseconds. */
function longestUse(): number {
  const all = movements();
  return Math.max(
    0,
    ...all.map(({ at, comes }, index) => (comes ? (all[index + 1]?.at ?? at) - at : 0)),
  );
}

/** Runs something while the switch is to last, and gives the route back to the manager afterwards. */
async function whileLasting(
  manager: ManagerUnderTest,
  body: (keeper: RunningKeeper) => Promise<void>,
): Promise<void> {
  const off = {
    alias: 'eth0',
    type: 'Ethernet',
    family: 'IPv4',
    field: 'DisableDefaultRoutes',
  } as const;
  shell(`ip -ts -4 monitor route > ${monitored} 2>&1 & echo $! > /run/monitor.pid`);
  write({ ...off, value: 1 });
  const keeper = new RunningKeeper();
  try {
    await until('the switch is off', () => defaults() === '', bound);
    await body(keeper);
  } catch (cause) {
    throw new Error(`${String(cause)}\nThe keeper said:\n${keeper.words}`, { cause });
  } finally {
    await keeper.stop();
    rmSync(storeFile);
    shell('kill $(cat /run/monitor.pid)');
    shell('ip -4 route flush table $((0x49000000 + $(cat /sys/class/net/eth0/ifindex))) || true');
    await manager.disturb('it is configured again');
    await until('the default route is back', () => defaults() !== '', 15_000);
  }
}

/** Waits until the manager has added the route because of something, and the keeper has taken it away. */
async function holdsThrough(happening: () => Promise<void>): Promise<void> {
  const before = additions();
  await happening();
  await untilAdded(before);
  await until('the switch is off again', () => defaults() === '', bound);
  expect(parked().split('\n').length === 1, 'one copy waits');
}

const holding = (disturbance: Disturbance): Check => ({
  name: `a switch that is to last holds after ${disturbance}`,
  run: (manager) => whileLasting(manager, () => holdsThrough(() => manager.disturb(disturbance))),
});

const nextRenewal = () => untilRenewed(leases());

const throughRenewals: Check = {
  name: `a switch that is to last holds through ${renewals} renewals`,
  run: (manager) =>
    whileLasting(manager, async () => {
      for (let time = 0; time < renewals; time += 1) await holdsThrough(nextRenewal);
      console.error(`A default route was in use for ${longestUse()} ms at the longest`);
    }),
};

export const lastingChecks: readonly Check[] = [
  ...disturbances.map(holding),
  ...(renewals > 0 ? [throughRenewals] : []),
  {
    name: 'a switch that is to last holds after the machine slept over a renewal',
    run: (manager) =>
      whileLasting(manager, async (keeper) => {
        const before = additions();
        process.kill(keeper.pid, 'SIGSTOP');
        await manager.disturb('it is configured again');
        await untilAdded(before);
        process.kill(keeper.pid, 'SIGCONT');
        await until('the switch is off again', () => defaults() === '', bound);
      }),
  },
];
