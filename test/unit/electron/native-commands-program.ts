// SPDX-License-Identifier: MIT
// Runs in a network namespace of its own (native-namespace.ts): makes a network whose links have awkward names,
// carries out two plans there, by the helper or by the commands copied from them, and prints what `ip` and
// `sysctl` say after each.

import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { argv } from 'node:process';
import { encodeFrame, decodeFrame } from '../../../electron/protocol/frames';
import type { AppMessage } from '../../../electron/protocol/frames';
import { canonicalOrder } from '../../../electron/contract/canonical-order';
import { encodePlan } from '../../../electron/protocol/plan';
import { planDetails } from '../../../electron/commands/plan-details';
import type { Operation } from '../../../electron/contract/operation';
import type { Family } from '../../../electron/contract/family';
import type { FieldName } from '../../../electron/contract/fields';
import type { Snapshot } from '../../../electron/contract/snapshot';
import { loadAddon } from '../../../electron/native/addon';
import { startHelper } from '../../../electron/native/helper';
import { nativeFolder } from '../../../electron/native/native-folder';
import { openStack } from '../../../electron/native/stack';

const dotted = 'lan.100';
const names = [dotted, '-opt', `q'$(x)"`, 'a=b', 'wée#1'];

function run(program: string, ...parts: string[]): string {
  return execFileSync(program, parts, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

function makeNetwork(): void {
  const ip = (...parts: string[]) => run('ip', ...parts);
  ip('link', 'set', 'lo', 'up');
  // An address that is still being probed would make one run differ from another.
  run('sysctl', '-qw', 'net.ipv6.conf.default.accept_dad=0');
  names.forEach((name, index) => {
    const n = String(index + 1);
    // prettier-ignore
    ip('link', 'add', 'name', name, 'address', `02:fc:00:00:00:0${n}`, 'type', 'veth',
      'peer', 'name', `peer${n}`, 'address', `02:fc:00:00:01:0${n}`);
    ip('link', 'set', 'dev', `peer${n}`, 'up');
    ip('address', 'add', `192.0.${n}.2/24`, 'dev', name);
    ip('address', 'add', `2001:db8:${n}::2/64`, 'dev', name, 'nodad');
    ip('link', 'set', 'dev', name, 'up');
  });
  const route = (version: string, ...parts: string[]) => ip(version, 'route', 'append', ...parts);
  // prettier-ignore
  for (const parts of [
    ['default', 'via', '192.0.1.1', 'dev', dotted, 'metric', '100', 'proto', 'dhcp', 'src', '192.0.1.2'],
    ['default', 'via', '192.0.2.1', 'dev', '-opt', 'metric', '100', 'proto', 'static', 'mtu', '1400'],
    ['default', 'via', '192.0.1.9', 'dev', dotted, 'metric', '100', 'proto', 'static', 'onlink'],
    ['default', 'dev', dotted, 'scope', 'link'],
    ['default', 'via', '192.0.1.7', 'dev', dotted, 'tos', '0x10'],
  ]) route('-4', ...parts);
  // prettier-ignore
  for (const parts of [
    ['default', 'via', '2001:db8:1::1', 'dev', dotted, 'metric', '50', 'proto', 'static', 'pref', 'high'],
    ['default', 'via', 'fe80::1', 'dev', dotted, 'metric', '1024', 'proto', 'ra', 'expires', '1800'],
    ['default', 'via', '2001:db8:2::1', 'dev', '-opt', 'metric', '60', 'proto', 'static'],
  ]) route('-6', ...parts);
}

const witnesses: readonly (readonly [string, ...string[]])[] = [
  ['ip', '-4', '-d', 'route', 'show', 'table', 'all'],
  ['ip', '-6', '-d', 'route', 'show', 'table', 'all'],
  ['ip', '-d', 'address'],
  ['sysctl', '-a', '-r', '^net\\.ipv[46]\\.(conf|neigh)\\.'],
];

/** Lifetimes fall by themselves. */
function takeWitness(): readonly string[] {
  return witnesses.flatMap(([program, ...parts]) =>
    run(program, ...parts)
      .replace(/expires \d+sec/g, 'expires #')
      .replace(/(valid_lft|preferred_lft) \d+sec/g, '$1 #')
      .split('\n'),
  );
}

type Wish = readonly [alias: string, family: Family, field: FieldName, value: number];

const firstWishes: readonly Wish[] = [
  [dotted, 'IPv4', 'DisableDefaultRoutes', 1],
  [dotted, 'IPv6', 'DisableDefaultRoutes', 1],
  ['-opt', 'IPv6', 'DisableDefaultRoutes', 1],
  [dotted, 'IPv6', 'RouterDiscoveryBehavior', 0],
  [dotted, 'IPv6', 'LinkLocalAddressBehavior', 0],
  ...names.flatMap((name): readonly Wish[] => [
    [name, 'IPv4', 'ForwardingEnabled', 1],
    [name, 'IPv6', 'ForwardingEnabled', 1],
    [name, 'IPv6', 'DadTransmits', 5],
    [name, 'IPv4', 'BaseReachableTime', 40000],
    [name, 'IPv6', 'BaseReachableTime', 44000],
    [name, 'IPv4', 'RetransmitTime', 2000],
    [name, 'IPv6', 'RetransmitTime', 2400],
    [name, 'IPv4', 'NlMtu', 1420],
    [name, 'IPv6', 'NlMtu', 1300],
  ]),
];

const secondWishes: readonly Wish[] = [
  [dotted, 'IPv4', 'DisableDefaultRoutes', 0],
  ['-opt', 'IPv6', 'DisableDefaultRoutes', 0],
  [dotted, 'IPv6', 'RouterDiscoveryBehavior', 1],
  [dotted, 'IPv6', 'LinkLocalAddressBehavior', 2],
];

/** The wishes that this kernel can fulfil, as operations on what is there. */
function operationsFor(wishes: readonly Wish[], snapshot: Snapshot): readonly Operation[] {
  return wishes.flatMap(([alias, family, field, value]) => {
    const luid = snapshot.adapters.find((adapter) => adapter.alias === alias)?.luid;
    const row = snapshot.ipInterfaces.find((one) => one.luid === luid && one.family === family);
    const expected = row?.values[field];
    if (luid === undefined || typeof expected !== 'number' || row?.refusals[field]) return [];
    return [{ luid, family, field, expected, value }];
  });
}

/** Applies and keeps a plan by the real helper. */
async function byHelper(operations: readonly Operation[]): Promise<void> {
  const plan = encodePlan({
    operations: canonicalOrder(operations).map((operation) => ({ kind: 'set', operation })),
    lastingChanges: [],
    deadline: 60,
    account: '',
  });
  await new Promise<void>((resolve, reject) => {
    let received = 0;
    const said: string[] = [];
    const send = (message: AppMessage, sequence: number) => {
      channel.send(encodeFrame('app', message, sequence));
    };
    const channel = startHelper({
      path: path.join(nativeFolder(), 'interface-panel-helper'),
      planHash: plan.hash,
      consent: 'direct',
      onFrame: (frame) => {
        const { message } = decodeFrame('helper', frame, received++);
        said.push(message);
        if (message === 'PREPARED') send({ message: 'COMMIT' }, plan.frames.length + 1);
        if (message === 'APPLIED') send({ message: 'CONFIRM' }, plan.frames.length + 2);
      },
      onClosed: () => undefined,
      onExit: (exit) => {
        if (said.includes('CONFIRMED')) resolve();
        else reject(new Error(`${said.join(' ')}: ${JSON.stringify(exit)}`));
      },
    });
    send({ message: 'HELLO', buildId: loadAddon().buildId }, 0);
    for (const frame of plan.frames) channel.send(frame);
  });
}

async function main(way: string): Promise<void> {
  makeNetwork();
  const stack = openStack({ stack: 'linux' });
  const seen: unknown[] = [];
  for (const wishes of [firstWishes, secondWishes]) {
    const snapshot = await stack.snapshot();
    const operations = operationsFor(wishes, snapshot);
    const plan = { operations, lastingChanges: [], deadline: 60 } as const;
    const { commands } = planDetails(plan, '', snapshot);
    const before = takeWitness();
    if (way === 'helper') await byHelper(operations);
    else run('sh', '-euc', commands.text);
    seen.push({ operations: operations.length, before, after: takeWitness() });
  }
  process.stdout.write(JSON.stringify(seen));
}

void main(argv[2] ?? 'helper');
