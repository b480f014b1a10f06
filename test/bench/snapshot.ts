// SPDX-License-Identifier: MIT
// A snapshot of 1,000 IP interfaces: through the addon, in C++ alone, and the same facts from iproute2. And what one
// change among 230,000 routes costs beside reading them.

import { spawnSync } from 'node:child_process';
import { inOutput, inProject, hostPlatform } from '../../build/project-paths';
import { captureCommand, runCommand } from '../../build/run-command';
import { cmakeFolder } from '../../build/set-up/native-build';
import { addNetworkNamespace } from '../runner/network-namespace';
import { measureInTurn } from './measurement';
import type { Line } from './report';

/** Both ends of a veth pair have a row for each family. */
const pairs = 250;

const ipv4Routes = 200_000;
const ipv6Routes = 30_000;

function ipBatch(namespace: string, commands: readonly string[]): void {
  const { status, stderr } = spawnSync('ip', ['-n', namespace, '-batch', '-'], {
    input: commands.join('\n'),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The network could not be made: ${stderr}`);
}

function makeLinks(namespace: string): void {
  const commands = Array.from({ length: pairs }, (_, i) => [
    `link add bench${String(i)}a type veth peer name bench${String(i)}b`,
    ...['a', 'b'].flatMap((end, host) => [
      `link set bench${String(i)}${end} up`,
      `address add 10.0.${String(i)}.${String(host + 1)}/24 dev bench${String(i)}${end}`,
    ]),
  ]).flat();
  ipBatch(namespace, commands);
}

/** The first 24 bits of an address from 16.0.0.0 on. */
function ipv4Prefix(number: number): string {
  return `${String(16 + (number >> 16))}.${String((number >> 8) & 255)}.${String(number & 255)}`;
}

function makeRoutes(namespace: string): void {
  ipBatch(namespace, [
    'link add bench0a type veth peer name bench0b',
    'link set bench0a up',
    'link set bench0b up',
    'address add 192.0.2.1/24 dev bench0a',
    'address add 2001:db8::1/64 dev bench0a nodad',
    ...Array.from(
      { length: ipv4Routes },
      (_, i) => `route add ${ipv4Prefix(i)}.0/24 via 192.0.2.2`,
    ),
    ...Array.from(
      { length: ipv6Routes },
      (_, i) => `route add 2a00:${i.toString(16)}::/32 via 2001:db8::2`,
    ),
  ]);
}

/** Runs a program in the namespace; it must succeed. */
function runInside(namespace: string, command: readonly string[]): string {
  const { exitCode, output } = captureCommand('ip', ['netns', 'exec', namespace, ...command]);
  if (exitCode !== 0) throw new Error(`${command.join(' ')}: ${output}`);
  return output;
}

/** The milliseconds that a benchmark program took by its own clock; it must have seen so many rows. */
function ownClock(
  namespace: string,
  command: readonly string[],
  list: 'ipInterfaces' | 'routes',
  least: number,
): number {
  const told = JSON.parse(runInside(namespace, command)) as Readonly<
    Record<'milliseconds' | typeof list, number>
  >;
  if (told[list] < least) throw new Error(`Only ${String(told[list])} ${list}`);
  return told.milliseconds;
}

/** The milliseconds of commands from start to end, less what starting a program inside takes. */
function wallClock(namespace: string, commands: readonly (readonly string[])[]): number {
  const time = (command: readonly string[]): number => {
    const began = performance.now();
    runInside(namespace, command);
    return performance.now() - began;
  };
  return commands.reduce((sum, command) => sum + time(command) - time(['true']), 0);
}

const facts = [
  ['ip', '-j', '-d', 'address'],
  ['ip', '-j', 'route', 'show', 'table', 'all'],
];

const plain = [inOutput('native', hostPlatform, 'test', 'snapshot-bench')];

function throughAddon(program: string): readonly string[] {
  return [process.execPath, '--import', 'tsx', inProject('test', 'bench', program)];
}

async function measureLinks(namespace: string): Promise<readonly Line[]> {
  makeLinks(namespace);
  const clock = (command: readonly string[]) =>
    ownClock(namespace, command, 'ipInterfaces', 4 * pairs);
  const measured = await measureInTurn({
    plain: () => clock(plain),
    addon: () => clock(throughAddon('addon-snapshot.ts')),
    iproute2: () => wallClock(namespace, facts),
  });
  return [
    {
      what: 'Snapshot of 1,000 IP interfaces, addon',
      unit: 'ms',
      measured: measured.addon,
      baseline: { name: 'C++', measured: measured.plain },
      goal: 2,
    },
    {
      what: 'Snapshot of 1,000 IP interfaces, C++',
      unit: 'ms',
      measured: measured.plain,
      baseline: { name: 'ip -j', measured: measured.iproute2 },
      goal: 1,
    },
  ];
}

async function measureRoutes(namespace: string): Promise<readonly Line[]> {
  makeRoutes(namespace);
  const clock = (command: readonly string[]) =>
    ownClock(namespace, command, 'routes', ipv4Routes + ipv6Routes);
  const measured = await measureInTurn({
    plain: () => clock(plain),
    addon: () => clock(throughAddon('addon-changes.ts')),
  });
  return [
    {
      what: 'One change among 230,000 routes, addon',
      unit: 'ms',
      measured: measured.addon,
      baseline: { name: 'C++ snapshot', measured: measured.plain },
      goal: 1.5,
    },
  ];
}

async function inNamespace(
  measure: (namespace: string) => Promise<readonly Line[]>,
): Promise<readonly Line[]> {
  const namespace = addNetworkNamespace('bench');
  try {
    return await measure(namespace.name);
  } finally {
    namespace.remove();
  }
}

/** Measures in network namespaces that are gone afterwards; needs root. */
export async function measureSnapshots(): Promise<readonly Line[]> {
  const built = await runCommand('cmake', ['--build', cmakeFolder(), '--target', 'snapshot-bench']);
  if (built !== 0) throw new Error('The baseline did not build.');
  return [...(await inNamespace(measureLinks)), ...(await inNamespace(measureRoutes))];
}
