// SPDX-License-Identifier: MIT
// A crash that leaves a change open, and the restore command answered on its standard input.

import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { FaultCase } from './fault-case';
import type { Scene } from './labs';
import { killAll } from './victims';

/** Both die while the change waits: everything is changed, nothing is kept. */
export async function crash({ fault }: Scene): Promise<void> {
  fault.haltAt('waiting');
  const run = fault.start({ decision: 'none' });
  await fault.halted(run);
  killAll([...fault.helpers, run.pid]);
  fault.goOn();
  await fault.quiet(run);
}

/** The user data folder of an app that had this journal. */
export function userDataOf({ folder }: FaultCase, stack: string): string {
  const userData = path.join(folder, 'user-data');
  mkdirSync(path.join(userData, stack), { recursive: true });
  copyFileSync(path.join(folder, 'journal.jsonl'), path.join(userData, stack, 'journal.jsonl'));
  return userData;
}

/** Runs the command, gives each answer when it is asked for, and returns what it said and its exit code. */
export async function restoreWith(
  [program = '', ...before]: readonly string[],
  { lab, fault }: Scene,
  answers: readonly string[],
  environment = process.env,
) {
  const { stack, stateFile } = lab.stack;
  const demo = stateFile === undefined ? [] : ['--demo', `--simulated-state=${stateFile}`];
  const child = spawn(
    program,
    [...before, `--user-data-dir=${userDataOf(fault, stack)}`, ...demo],
    { stdio: ['pipe', 'pipe', 'pipe'], env: environment },
  );
  let said = '';
  const left = [...answers];
  child.stderr.on('data', (text) => (said += String(text)));
  child.stdout.on('data', (text) => {
    said += String(text);
    if (!said.endsWith('[y/N] ')) return;
    const answer = left.shift();
    if (answer === undefined) child.stdin.end();
    else child.stdin.write(`${answer}\n`);
  });
  const exitCode = await new Promise((resolve) => child.once('close', resolve));
  return { said, exitCode };
}
