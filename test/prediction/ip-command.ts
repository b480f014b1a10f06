// SPDX-License-Identifier: MIT
// The `ip` command of iproute2: many commands in one process, each told apart from the others when it fails.

import { spawnSync } from 'node:child_process';
import type { Family } from '../../electron/contract/family';

const switchOf: Readonly<Record<Family, string>> = { IPv4: '-4', IPv6: '-6' };

/** Runs commands without the leading "ip" in order; each gives its line of output, or null and what it said. */
export interface BatchAnswer {
  readonly outputs: readonly string[];
  /** By the number of the command, from 0. */
  readonly failures: ReadonlyMap<number, string>;
}

/** "RTNETLINK answers: Network is unreachable", then "Command failed -:3". */
function failuresIn(stderr: string): ReadonlyMap<number, string> {
  const failures = new Map<number, string>();
  let said = '';
  for (const line of stderr.split('\n')) {
    const failed = /^Command failed -:(\d+)$/.exec(line);
    if (!failed) {
      said += line;
      continue;
    }
    failures.set(Number(failed[1]) - 1, said);
    said = '';
  }
  return failures;
}

/** Runs commands of one family, going on after one that fails. */
export function ipBatch(family: Family, commands: readonly string[]): BatchAnswer {
  if (commands.length === 0) return { outputs: [], failures: new Map() };
  const { stdout, stderr, error } = spawnSync(
    'ip',
    [switchOf[family], '-oneline', '-force', '-batch', '-'],
    { input: `${commands.join('\n')}\n`, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (error) throw error;
  const outputs = stdout.split('\n').filter((line) => line !== '');
  return { outputs, failures: failuresIn(stderr) };
}
