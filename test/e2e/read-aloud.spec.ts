// SPDX-License-Identifier: MIT
// The first page as a screen reader says it, from top to bottom.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, newUserData, projectFolder } from './support/app';
import { simulatedControl } from './support/simulated-control';
import { readAloud } from './support/spoken-lines';

/** What docs/interface.md shows. */
const recorded = path.join(projectFolder, 'docs', 'first-page-read-aloud.txt');

/** "Cellular" of the demo, which a usual computer has not: type 243 in the top 16 bits of its LUID, its index from bit 24 on. */
const cellular = String((243n << 48n) | (0x8007n << 24n));

test('the first page of a usual computer is said in 60 lines, each thing once', async () => {
  const userData = newUserData();
  const state = path.join(userData, 'network');
  const app = await launchApp({
    page: 'internet-traffic',
    switches: ['--demo', `--simulated-state=${state}`],
    userData,
  });
  const page = app.window;
  await page.getByRole('group', { name: 'Cellular' }).waitFor();
  simulatedControl(state, 'vanish', cellular);
  await page.getByRole('group', { name: 'Cellular' }).waitFor({ state: 'hidden' });

  const lines = await readAloud(page);
  expect(lines.length).toBeLessThanOrEqual(60);
  expect(`${lines.join('\n')}\n`).toBe(readFileSync(recorded, 'utf8'));
  // A description that says the name again, or itself twice.
  expect(lines.filter((line) => /: (.+), \1(?:,|$)|, (.{20,}) \2/.test(line))).toEqual([]);
  await app.kill();
});
