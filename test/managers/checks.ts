// SPDX-License-Identifier: MIT
// What must hold beside a manager, each from a link that has its default route from a lease.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Operation } from '../../electron/contract/operation';
import { lastingCommand } from '../../electron/commands/manager-command';
import { managerOf } from '../../electron/managers/manager';
import { nativeFolder } from '../../electron/native/native-folder';
import { openStack } from '../../electron/native/stack';
import { until } from '../fault/victims';
import { Conversation } from '../law/conversation';
import type { Disturbance, ManagerUnderTest } from './manager-under-test';
import { shell } from './shell';

/** A sentence, and what it says; it throws where that is not so. */
export interface Check {
  readonly name: string;
  run(manager: ManagerUnderTest): Promise<void>;
}

export const disturbances: readonly Disturbance[] = [
  'its lease is renewed',
  'it is configured again',
  'its manager is restarted',
];

const index = () => Number(shell('cat /sys/class/net/eth0/ifindex'));
export const defaults = () => shell('ip -4 route show default dev eth0').trim();
const addresses = () => shell('ip -4 address show dev eth0');
export const parked = () =>
  shell(`ip -4 route show table ${0x49000000 + index()} 2>/dev/null || true`).trim();

export function expect(is: boolean, what: string): void {
  if (!is) throw new Error(`${what}\n${shell('ip -4 route show table all')}`);
}

async function off(): Promise<Operation> {
  const { adapters } = await openStack({ stack: 'linux' }).snapshot();
  const luid = adapters.find(({ alias }) => alias === 'eth0')?.luid ?? '';
  return { luid, family: 'IPv4', field: 'DisableDefaultRoutes', expected: 0, value: 1 };
}

const helper = path.join(nativeFolder(), 'interface-panel-helper');

/** Switches the default route off by the real helper, up to APPLIED. */
async function switchOff(): Promise<{ talk: Conversation; operation: Operation }> {
  const operation = await off();
  const talk = new Conversation(helper, [{ kind: 'set', operation }], 60);
  expect(await talk.heard('PREPARED'), `refused: ${JSON.stringify(talk.messages.at(-2))}`);
  talk.send({ message: 'COMMIT' });
  expect(await talk.applied(), 'not applied');
  expect(defaults() === '', 'the default route is off');
  return { talk, operation };
}

async function revert(talk: Conversation): Promise<void> {
  talk.send({ message: 'REVERT' });
  const { exit } = await talk.ended();
  expect(exit.code === 0, `reverting ended with ${String(exit.code)}`);
}

async function keep(talk: Conversation): Promise<void> {
  talk.send({ message: 'CONFIRM' });
  expect((await talk.ended()).exit.code === 0, 'kept');
}

/** As the history does, with what the journal knows. */
async function restore(talk: Conversation, operation: Operation): Promise<number | null> {
  const again = new Conversation(helper, talk.restorePlan([operation]), 60);
  if (await again.heard('PREPARED')) again.send({ message: 'COMMIT' });
  if (await again.applied()) again.send({ message: 'CONFIRM' });
  return (await again.ended()).exit.code;
}

async function expectAsBefore(before: string): Promise<void> {
  await until('the default route is as before', () => defaults() === before);
  expect(parked() === '', 'no copy of ours is left');
}

/** Leases that the server has given so far. */
export const leases = () => readFileSync('/run/dnsmasq.log', 'utf8').split('DHCPACK(').length - 1;

/** Waits for a lease after the first so many. A manager that is not asked to renews it by itself after a minute. */
export async function untilRenewed(before: number): Promise<void> {
  await until('the lease is renewed', () => leases() > before, 180_000);
}

/** Disturbs, and waits until the manager has set the default route again, as all of them do. */
async function disturb(manager: ManagerUnderTest, disturbance: Disturbance): Promise<void> {
  const before = leases();
  await manager.disturb(disturbance);
  if (disturbance === 'its lease is renewed') await untilRenewed(before);
  await until(`the default route is back after ${disturbance}`, () => defaults() !== '', 15_000);
}

const reverting = (disturbance: Disturbance): Check => ({
  name: `a switch is taken back after ${disturbance}`,
  run: async (manager) => {
    const before = defaults();
    const { talk } = await switchOff();
    await disturb(manager, disturbance);
    await revert(talk);
    await expectAsBefore(before);
  },
});

const keeping = (disturbance: Disturbance): Check => ({
  name: `a switch that was kept is restored after ${disturbance}`,
  run: async (manager) => {
    const before = defaults();
    const { talk, operation } = await switchOff();
    await keep(talk);
    await disturb(manager, disturbance);
    expect((await restore(talk, operation)) === 0, 'restored');
    await expectAsBefore(before);
  },
});

export const checks: readonly Check[] = [
  {
    name: 'the app knows who manages the link, while that runs',
    run: async (manager) => {
      expect(managerOf(index())?.name === manager.name, 'it is named');
      await manager.stop();
      expect(managerOf(index()) === null, 'nobody is named');
      await manager.disturb('its manager is restarted');
      await until('it has the link again', () => managerOf(index())?.name === manager.name);
    },
  },
  {
    name: 'a switch is taken back',
    run: async () => {
      const before = defaults();
      const { talk } = await switchOff();
      await revert(talk);
      await expectAsBefore(before);
    },
  },
  ...disturbances.map(reverting),
  ...disturbances.map(keeping),
  {
    name: 'a copy that somebody removed is not the only one',
    run: async () => {
      const before = defaults();
      const { talk } = await switchOff();
      shell(`ip -4 route flush table ${0x49000000 + index()}`);
      await revert(talk);
      await expectAsBefore(before);
    },
  },
];

/** Runs after all others: the manager has been told never to add a default route again. */
export const ownCommandCheck: Check = {
  name: 'its own command makes a switch last through all of these',
  run: async (manager) => {
    const known = managerOf(index());
    expect(known !== null, 'it is known');
    const { talk } = await switchOff();
    await keep(talk);
    const command = known && lastingCommand(known, 'eth0', ['IPv4']);
    await manager.configure((command ?? 'false').replaceAll('sudo ', ''));
    await until('the link has its address', () => addresses().includes('inet'), 15_000);
    const before = leases();
    await manager.disturb('its lease is renewed');
    await untilRenewed(before);
    await manager.disturb('it is configured again');
    await manager.disturb('its manager is restarted');
    await until('it has the link again', () => managerOf(index())?.name === manager.name);
    expect(defaults() === '', 'still off');
  },
};
