// SPDX-License-Identifier: MIT
// The way back for the day the app does not start: the bundled command, answered on its standard input.

import path from 'node:path';
import { expect, it } from 'vitest';
import { openJournal } from '../../electron/journal/journal';
import { DataFolder } from '../../electron/files/data-folder';
import { describeOn, everyStack } from './labs';
import type { Scene } from './labs';
import { crash, restoreWith, userDataOf } from './restore-scene';
import { cliBundle } from './work-folder';

const command = (scene: Scene, answers: readonly string[]) =>
  restoreWith([process.execPath, cliBundle, 'restore'], scene, answers);

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
    const { journal } = await openJournal(
      new DataFolder(path.join(userDataOf(fault, 'simulated'), 'simulated')),
    );
    const { said, exitCode } = await command(scene(), ['y', 'y']);
    await journal.close();
    expect(said).toContain('Interface Panel or its command line is open. Close it first.');
    expect(exitCode).toBe(1);
    for (const operation of lab.operations) expect(lab.live(operation)).toBe(operation.value);
  });
});
