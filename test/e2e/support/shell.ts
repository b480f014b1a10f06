// SPDX-License-Identifier: MIT
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

/** Runs a program to its end and returns what it printed; throws with its error output when it fails. */
export function run(program: string, ...parameters: readonly string[]): string {
  return execFileSync(program, parameters, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** Runs a program whose failure does not matter: clearing away what may not be there. */
export function tryRun(program: string, ...parameters: readonly string[]): void {
  try {
    run(program, ...parameters);
  } catch {
    // What was to be cleared away was not there.
  }
}

/** Starts a program that goes on until it is stopped. */
export function start(program: string, ...parameters: readonly string[]): ChildProcess {
  return spawn(program, parameters, { stdio: 'ignore' });
}

/** Ends a program and waits until it has gone. */
export async function stop(
  process: ChildProcess,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const gone = new Promise((resolve) => process.once('exit', resolve));
  process.kill(signal);
  await gone;
}
