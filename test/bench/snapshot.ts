// SPDX-License-Identifier: MIT
// A snapshot of 1,000 IP interfaces: through the addon, in C++ alone, and the same facts from iproute2.

import { spawnSync } from 'node:child_process';
import { inOutput, inProject, hostPlatform } from '../../build/project-paths';
import { captureCommand, runCommand } from '../../build/run-command';
import { cmakeFolder } from '../../build/set-up/native-build';
import { addNetworkNamespace } from '../runner/network-namespace';
import { measureInTurn } from './measurement';
import type { Line } from './report';

/** Both ends of a veth pair have a row for each family. */
const pairs = 250;

function makeLinks(namespace: string): void {
  const commands = Array.from({ length: pairs }, (_, i) => [
    `link add bench${String(i)}a type veth peer name bench${String(i)}b`,
    ...['a', 'b'].flatMap((end, host) => [
      `link set bench${String(i)}${end} up`,
      `address add 10.0.${String(i)}.${String(host + 1)}/24 dev bench${String(i)}${end}`,
    ]),
  ]).flat();
  const { status, stderr } = spawnSync('ip', ['-n', namespace, '-batch', '-'], {
    input: commands.join('\n'),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The links could not be made: ${stderr}`);
}

/** Runs a program in the namespace; it must succeed. */
function runInside(namespace: string, command: readonly string[]): string {
  const { exitCode, output } = captureCommand('ip', ['netns', 'exec', namespace, ...command]);
  if (exitCode !== 0) throw new Error(`${command.join(' ')}: ${output}`);
  return output;
}

/** The milliseconds that a benchmark program took by its own clock. */
function ownClock(namespace: string, command: readonly string[]): number {
  const { milliseconds, ipInterfaces } = JSON.parse(runInside(namespace, command)) as {
    milliseconds: number;
    ipInterfaces: number;
  };
  if (ipInterfaces < 4 * pairs) throw new Error(`Only ${String(ipInterfaces)} IP interfaces`);
  return milliseconds;
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

/** Measures in a network namespace that is gone afterwards; needs root. */
export async function measureSnapshots(): Promise<readonly Line[]> {
  const built = await runCommand('cmake', ['--build', cmakeFolder(), '--target', 'snapshot-bench']);
  if (built !== 0) throw new Error('The baseline did not build.');
  const plain = inOutput('native', hostPlatform, 'test', 'snapshot-bench');
  const addon = inProject('test', 'bench', 'addon-snapshot.ts');
  const namespace = addNetworkNamespace('bench');
  try {
    makeLinks(namespace.name);
    const measured = await measureInTurn({
      plain: () => ownClock(namespace.name, [plain]),
      addon: () => ownClock(namespace.name, [process.execPath, '--import', 'tsx', addon]),
      iproute2: () => wallClock(namespace.name, facts),
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
  } finally {
    namespace.remove();
  }
}
