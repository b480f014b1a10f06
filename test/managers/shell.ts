// SPDX-License-Identifier: MIT
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';

/** Runs a script, which must succeed; what it printed. */
export function shell(script: string): string {
  const { status, stdout, stderr } = spawnSync('sh', ['-ec', script], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (status !== 0) throw new Error(`${script}\n${stdout}${stderr}`);
  return stdout;
}

export const succeeds = (script: string): boolean =>
  spawnSync('sh', ['-ec', script], { stdio: 'ignore', timeout: 60_000 }).status === 0;

/** Starts a daemon that stays in the foreground; its words go to a file. */
export function startDaemon(command: readonly string[], log: string): ChildProcess {
  const [program = '', ...rest] = command;
  const words = openSync(log, 'a');
  return spawn(program, rest, { stdio: ['ignore', words, words] });
}

/** Ends a daemon and waits until it has. */
export async function endDaemon(daemon: ChildProcess): Promise<void> {
  if (daemon.exitCode !== null || daemon.signalCode !== null) return;
  const ended = new Promise((resolve) => daemon.once('exit', resolve));
  daemon.kill('SIGTERM');
  await ended;
}
