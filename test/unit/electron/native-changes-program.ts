// SPDX-License-Identifier: MIT
// Runs in a network namespace of its own (native-namespace.ts): changes it with `ip` at random, and prints what
// changes() told, and how the rows it had told differ from a snapshot each time.

import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import {
  emptySnapshot,
  isEmptyPatch,
  patchedSnapshot,
} from '../../../electron/contract/snapshot-patch';
import type { SnapshotPatch } from '../../../electron/contract/snapshot-patch';
import { openStack } from '../../../electron/native/stack';
import { referencePatch } from './reference-patch';

const links = ['link0', 'link1', 'link2'];
const rounds = 120;
const mostAtOnce = 6;
/** What the kernel does later by itself, such as noticing a carrier, may come between two reads. */
const tries = 5;

function ip(command: string): void {
  execFileSync('ip', command.split(' '));
}

/** Several commands at once; what one of them finds already done or missing is passed over. */
function ipBatch(commands: readonly string[]): void {
  spawnSync('ip', ['-force', '-batch', '-'], { input: commands.join('\n') });
}

/** The same numbers in every run. */
function randomNumbers(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

const below = randomNumbers(7);
const oneOf = (choices: readonly string[]) => choices[below(choices.length)] ?? '';

const randomCommands: readonly (() => string)[] = [
  () =>
    `route ${oneOf(['add', 'replace', 'append'])} 10.${String(below(6))}.0.0/16 dev ${oneOf(links)}`,
  () =>
    `route ${oneOf(['add', 'del'])} 10.${String(below(6))}.0.0/16 metric ${String(below(3))} via 192.0.2.9`,
  () => `route del 10.${String(below(6))}.0.0/16`,
  () =>
    `route add 2001:db8:${String(below(6))}::/48 dev ${oneOf(links)} expires ${String(60 + below(60))}`,
  () => `route ${oneOf(['replace', 'del'])} 2001:db8:${String(below(6))}::/48 dev ${oneOf(links)}`,
  () =>
    `route append 2001:db8:${String(below(6))}::/48 nexthop dev link0 nexthop dev link1 weight 3`,
  () => `address ${oneOf(['add', 'del'])} 198.51.100.${String(below(6))}/32 dev ${oneOf(links)}`,
  () =>
    `address add 2001:db8:9::${String(1 + below(6))}/64 dev ${oneOf(links)} valid_lft 600 preferred_lft 300`,
  () =>
    `rule ${oneOf(['add', 'del'])} priority ${String(100 + below(4))} table ${String(100 + below(3))}`,
  () => `link set ${oneOf(links)} mtu ${String(1400 + below(3))}`,
  () => `link set ${oneOf(links)} ${oneOf(['up', 'down', 'up'])}`,
  () => `link ${oneOf(['add', 'del'])} extra${String(below(3))} type veth`,
];

function changeAtRandom(): void {
  const count = 1 + below(mostAtOnce);
  ipBatch(
    Array.from({ length: count }, () => randomCommands[below(randomCommands.length)]?.() ?? ''),
  );
}

async function run(): Promise<void> {
  writeFileSync('/proc/sys/net/ipv6/conf/default/accept_dad', '0');
  for (const link of links) {
    ip(`link add ${link} type veth peer name ${link}-end`);
    ip(`link set ${link} up`);
    ip(`link set ${link}-end up`);
  }
  ip('address add 192.0.2.5/24 dev link0');
  ip('route add 203.0.113.0/24 via 192.0.2.1');

  const stack = openStack({ stack: 'linux' });
  let known = emptySnapshot('linux');
  const takeChanges = async (): Promise<SnapshotPatch> => {
    const patch = await stack.changes();
    known = patchedSnapshot(known, patch);
    return patch;
  };
  const first = await takeChanges();
  const afterFirst = referencePatch(known, await stack.snapshot());
  const unchanged = await takeChanges();
  ip('route change 203.0.113.0/24 via 192.0.2.2');
  const oneRoute = await takeChanges();

  const differenceAtRest = async (): Promise<SnapshotPatch> => {
    let difference: SnapshotPatch = {};
    for (let i = 0; i < tries; i += 1) {
      await takeChanges();
      difference = referencePatch(known, await stack.snapshot());
      if (isEmptyPatch(difference)) break;
    }
    return difference;
  };
  const differences: SnapshotPatch[] = [];
  for (let round = 0; round < rounds; round += 1) {
    changeAtRandom();
    differences.push(await differenceAtRest());
  }
  process.stdout.write(
    JSON.stringify({ first, afterFirst, unchanged, oneRoute, differences, known }),
  );
}

void run();
