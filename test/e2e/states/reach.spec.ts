// SPDX-License-Identifier: MIT
// Every notice, toast, menu and dialog in windows from 320 x 320 on: all controls can be brought into sight.

import path from 'node:path';
import { expect, test } from '@playwright/test';
import { writePlace } from '../../../build/screenshots/lasting-place';
import { scenes } from '../../../build/screenshots/scenes';
import { launchApp, newUserData } from '../support/app';
import type { RunningApp } from '../support/app';
import { outOfReach, reshape, shapes } from '../support/reach';
import { simulatedControl } from '../support/simulated-control';

async function openScene({ prepare }: (typeof scenes)[number]): Promise<RunningApp> {
  const userData = newUserData();
  const state = path.join(userData, 'network');
  const app = await launchApp({
    page: 'internet-traffic',
    switches: ['--demo', `--simulated-state=${state}`],
    userData,
  });
  await app.window.getByRole('radiogroup').waitFor();
  await prepare({
    app: app.electron,
    page: app.window,
    network: (...command) => {
      simulatedControl(state, ...command);
    },
    lasting: (place) => {
      writePlace(state, place);
    },
  });
  return app;
}

for (const scene of scenes) {
  test(`every control in the scene ${scene.name} can be reached at every size`, async () => {
    const app = await openScene(scene);
    for (const shape of shapes) {
      await reshape(app.electron, app.window, shape);
      // What is laid out by script follows the window's new size.
      await expect.poll(() => outOfReach(app.window), { message: shape.name }).toEqual([]);
    }
    // A question about a waiting change would keep the window open.
    await app.kill();
  });
}

test('passing notes stand one above the other, each with an icon in its colour', async () => {
  const scene = scenes.find(({ name }) => name === 'kept-and-copied');
  if (!scene) throw new Error('The scene has another name');
  const app = await openScene(scene);
  const notes = await app.window.getByRole('region', { name: 'Message' }).evaluateAll((elements) =>
    elements.map((note) => {
      const icon = note.querySelector('svg');
      const { top, bottom } = note.getBoundingClientRect();
      return {
        top,
        bottom,
        isColoured: icon && getComputedStyle(icon).color !== getComputedStyle(note).color,
      };
    }),
  );
  const [first, second] = notes.toSorted((a, b) => a.top - b.top);
  expect(notes).toHaveLength(2);
  expect(second?.top).toBeGreaterThan(first?.bottom ?? Infinity);
  expect(notes.map(({ isColoured }) => isColoured)).toEqual([true, true]);
  await app.kill();
});
