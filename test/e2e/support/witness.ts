// SPDX-License-Identifier: MIT
// The kernel's state as `ip` and `sysctl` tell it, not our own code.

import { run } from './shell';

export type Witness = Readonly<Record<string, readonly string[]>>;

const commands: readonly (readonly [string, ...string[]])[] = [
  ['ip', '-4', '-d', 'route', 'show', 'table', 'all'],
  ['ip', '-6', '-d', 'route', 'show', 'table', 'all'],
  ['ip', '-d', 'address'],
  ['ip', '-d', 'link'],
  ['ip', 'rule'],
  ['ip', '-6', 'rule'],
  ['sysctl', '-a', '-r', '^net\\.'],
];

/** Lifetimes fall by themselves; everything else must stay. */
function mask(line: string): string {
  return line
    .replace(/expires \d+sec/g, 'expires #')
    .replace(/(valid_lft|preferred_lft) \d+sec/g, '$1 #')
    .trimEnd();
}

/** The machine's whole network state, by command. */
export function takeWitness(): Witness {
  return Object.fromEntries(
    commands.map(([program, ...parameters]) => [
      [program, ...parameters].join(' '),
      run(program, ...parameters)
        .split('\n')
        .map(mask),
    ]),
  );
}

/** One value of /proc/sys/net, as sysctl prints it. */
export function sysctl(name: string): string {
  return run('sysctl', '-n', name).trim();
}

/** Sets a value of /proc/sys/net as another program would. */
export function setSysctl(name: string, value: string | number): void {
  run('sysctl', '-qw', `${name}=${String(value)}`);
}

/** What `ip -j` says, decoded: a list of objects of the kernel's own members. */
export function ipJson(...parameters: readonly string[]): Readonly<Record<string, unknown>>[] {
  return JSON.parse(run('ip', '-j', ...parameters) || '[]') as Record<string, unknown>[];
}
