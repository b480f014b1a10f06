// SPDX-License-Identifier: MIT
// Every notice, toast, menu and dialog in windows from 320 x 320 on: all controls can be brought into sight, and no
// words lie on what comes next.

import { expect, test } from '@playwright/test';
import { scenes } from '../../../build/screenshots/scenes';
import { outOfReach, reshape, shapes, spilled } from '../support/reach';
import { openScene } from '../support/scene';

for (const scene of scenes) {
  test(`every control in the scene ${scene.name} can be reached, and all words stay in their boxes, at every size`, async () => {
    const app = await openScene(scene);
    for (const shape of shapes) {
      await reshape(app.electron, app.window, shape);
      // What is laid out by script follows the window's new size.
      await expect.poll(() => outOfReach(app.window), { message: shape.name }).toEqual([]);
      await expect.poll(() => spilled(app.window), { message: shape.name }).toEqual([]);
    }
    await app.kill();
  });
}

test('passing notes stand one above the other below the page, each with an icon in its colour', async () => {
  const scene = scenes.find(({ name }) => name === 'kept-and-copied');
  if (!scene) throw new Error('The scene has another name');
  const app = await openScene(scene);
  const shown = app.window.getByRole('region', { name: 'Messages' }).getByRole('group');
  const notes = await shown.evaluateAll((elements) =>
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
  expect(second?.top).toBeGreaterThanOrEqual(first?.bottom ?? Infinity);
  expect(notes.map(({ isColoured }) => isColoured)).toEqual([true, true]);
  // It stays while it has the focus.
  await shown.first().getByRole('button', { name: 'Dismiss' }).focus();
  for (const shape of shapes) {
    await reshape(app.electron, app.window, shape);
    // Whoever points at something of the page has nothing come over it.
    const [page, note] = [app.window.getByRole('main'), shown.first()];
    await expect(note, shape.name).toBeInViewport();
    const bottom = await page.evaluate(
      (main) => main.parentElement?.getBoundingClientRect().bottom,
    );
    const top = await note.evaluate((element) => element.getBoundingClientRect().top);
    expect.soft(top, shape.name).toBeGreaterThanOrEqual(bottom ?? Infinity);
  }
  await app.kill();
});
