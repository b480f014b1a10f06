// SPDX-License-Identifier: MIT
// What is drawn in the tables: over the columns that stay in sight, and with more space between letters.

import path from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, newUserData } from './support/app';
import type { RunningApp } from './support/app';
import { reshape } from './support/reach';

let app: RunningApp;

test.beforeAll(async () => {
  const userData = newUserData();
  const state = path.join(userData, 'network');
  app = await launchApp({ switches: ['--demo', `--simulated-state=${state}`], userData });
  await app.interfaces.table.waitFor();
});

test.afterAll(() => app.close());

/** Colours on a line down through a row's upper edge, at some distance from the row's left end. */
async function colours(row: string, x: number): Promise<readonly string[]> {
  const { left, top } = await app.window
    .locator(row)
    .evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
  const place = { x: Math.round(left + x), y: Math.round(top) - 1, width: 1, height: 8 };
  const picture = await app.window.screenshot({ clip: place });
  return app.window.evaluate(
    async (bytes) => {
      const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const data = context?.getImageData(0, 0, image.width, image.height).data ?? [];
      const pixels = Array.from({ length: data.length / 4 }, (_, at) =>
        data.slice(4 * at, 4 * at + 4),
      );
      return pixels.map((pixel) => pixel.join(' '));
    },
    [...picture],
  );
}

/** In the gap before a text: in the column of boxes, of names (which stay in sight), and of families. */
const inEachColumn = [3, 39, 262];

for (const forcedColors of ['none', 'active'] as const) {
  test(`the focus is drawn over all columns, forced colours ${forcedColors}`, async () => {
    await app.window.emulateMedia({ forcedColors, reducedMotion: 'reduce' });
    await app.window.locator('[role="row"][tabindex="0"]').focus();
    await app.window.keyboard.press('Home');
    const row = app.window.locator('[role="row"]:focus');
    await expect(row).toHaveCount(1);
    const [boxes, names, families] = await Promise.all(
      inEachColumn.map((x) => colours('[role="row"]:focus', x)),
    );
    expect(new Set(families).size).toBeGreaterThan(1);
    expect(names).toEqual(families);
    expect(boxes).toEqual(families);
  });
}

test('a row that is looked at is marked over all columns with forced colours', async () => {
  await app.window.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await app.window.getByRole('row').nth(3).click();
  await app.window.getByRole('complementary').waitFor();
  await app.window.getByRole('button', { name: 'Close details' }).focus();
  const selected = '[role="row"][aria-selected="true"]';
  const [boxes, names, families] = await Promise.all(inEachColumn.map((x) => colours(selected, x)));
  expect(new Set(families).size).toBeGreaterThan(1);
  expect(names).toEqual(families);
  expect(boxes).toEqual(families);
  await app.window.keyboard.press('Escape');
  await app.window.emulateMedia({ forcedColors: 'none' });
});

test('the names of columns keep apart with the text spacing of WCAG 1.4.12', async () => {
  await app.window.evaluate(() => {
    const spacing = new CSSStyleSheet();
    spacing.replaceSync(
      '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, spacing];
  });
  await app.window.getByRole('row').nth(1).click();
  await app.window.getByRole('complementary').waitFor();
  for (const size of [
    [1200, 800],
    [800, 600],
  ] as const) {
    await reshape(app.electron, app.window, { name: 'spaced', size });
    const touching = await app.window.getByRole('columnheader').evaluateAll((headers) =>
      headers
        .flatMap((header) => [...header.querySelectorAll('button')])
        .filter(
          (name) => name.scrollWidth > name.clientWidth || name.scrollHeight > name.clientHeight,
        )
        .map((name) => name.innerText),
    );
    expect(touching).toEqual([]);
  }
});
