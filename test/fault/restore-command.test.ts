// SPDX-License-Identifier: MIT
// The way back for the day the app does not start: the bundled command, answered on its standard input.

import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { FaultCase } from './fault-case';
import { describeOn, everyStack } from './labs';
import type { Scene } from './labs';
import { killAll } from './victims';
import { restoreBundle } from './work-folder';

/** Both die while the change waits: everything is changed, nothing is kept. */
async function crash({ fault }: Scene): Promise<void> {
  fault.haltAt('waiting');
  const run = fault.start({ decision: 'none' });
  await fault.halted(run);
  killAll([...fault.helpers, run.pid]);
  fault.goOn();
  await fault.quiet(run);
}

/** The user data folder of an app that had this journal. */
function userDataOf({ folder }: FaultCase, stack: string): string {
  const userData = path.join(folder, 'user-data');
  mkdirSync(path.join(userData, stack), { recursive: true });
  cpSync(path.join(folder, 'journal.jsonl'), path.join(userData, stack, 'journal.jsonl'));
  return userData;
}

/** Runs the command, gives each answer when it is asked for, and returns what it said and its exit code. */
async function command({ lab, fault }: Scene, answers: readonly string[]) {
  const { stack, stateFile } = lab.stack;
  const demo = stateFile === undefined ? [] : ['--demo', `--simulated-state=${stateFile}`];
  const child = spawn(
    process.execPath,
    [restoreBundle, `--user-data-dir=${userDataOf(fault, stack)}`, ...demo],
    { stdio: ['pipe', 'pipe', 'pipe'] },
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

describeOn(everyStack, 'the restore command', (scene) => {
  it('shows old, set and live value, restores and keeps', async () => {
    const { lab, before } = scene();
    await crash(scene());
    const { said, exitCode } = await command(scene(), ['y', 'y']);
    for (const { expected, value } of lab.operations) {
      expect(said).toContain(`was ${expected}, set to ${value}, now ${value}, still as set`);
    }
    expect(said).toContain('Everything is as before the change.');
    expect(exitCode).toBe(0);
    expect(lab.witness()).toBe(before);
  });

  it.each([
    ['declined', []],
    ['not kept', ['y', 'n']],
  ])('%s changes nothing and says so by its exit code', async (_name, answers) => {
    const { lab } = scene();
    await crash(scene());
    const { exitCode } = await command(scene(), answers);
    expect(exitCode).toBe(1);
    for (const operation of lab.operations) expect(lab.live(operation)).toBe(operation.value);
  });
});

describeOn(['simulated'], 'the restore command', (scene) => {
  it('does not write into the journal of an app that is open', async () => {
    const { lab, fault } = scene();
    await crash(scene());
    symlinkSync(`here-${process.pid}`, path.join(userDataOf(fault, 'simulated'), 'SingletonLock'));
    const { said, exitCode } = await command(scene(), ['y', 'y']);
    expect(said).toContain('Interface Panel is open.');
    expect(exitCode).toBe(1);
    for (const operation of lab.operations) expect(lab.live(operation)).toBe(operation.value);
  });
});
