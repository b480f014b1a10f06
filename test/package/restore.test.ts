// SPDX-License-Identifier: MIT
// The way back where there is no display, no window and no other Node: by the packaged program itself.

import { expect, it } from 'vitest';
import { describeOn, everyStack } from '../fault/labs';
import { crash, restoreWith } from '../fault/restore-scene';
import { linuxPackage } from './packages';

const withoutDisplay = { PATH: '/usr/bin:/bin', HOME: '/nonexistent' };

describeOn(everyStack, 'packaged, the restore command', (scene) => {
  it('restores without a display what a crash left open', async () => {
    const { lab, before } = scene();
    await crash(scene());
    const program = [linuxPackage.cliLauncher, 'restore'];
    const { said, exitCode } = await restoreWith(program, scene(), ['y', 'y'], withoutDisplay);
    for (const { expected, value } of lab.operations) {
      expect(said).toContain(`was ${expected}, set to ${value}, now ${value}, still as set`);
    }
    expect(said).toContain('Everything is as before the change.');
    expect(exitCode).toBe(0);
    expect(lab.witness()).toBe(before);
  });
});
