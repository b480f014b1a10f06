// SPDX-License-Identifier: MIT
// A helper that hangs, as the window of the real app shows it.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { AppUnderFault } from '../app/app-under-fault';
import { LinuxLab } from '../linux-lab';

let lab: LinuxLab;
let app: AppUnderFault;

beforeAll(() => {
  lab = new LinuxLab();
  app = new AppUnderFault(lab);
});

afterAll(async () => {
  await app.close();
  app.remove();
  lab.remove();
});

it('says when a helper that hangs will revert by itself, and goes on answering', async () => {
  const before = lab.witness();
  await app.reach('between-operations');
  const { review } = app.page;
  await review
    .getByText(/The helper isn’t responding\. It reverts by itself by \d+:\d+/)
    .waitFor({ timeout: 60_000 });
  await review.getByRole('button', { name: 'Stop waiting' }).click();
  await app.page.window.getByText('Reverting…').first().waitFor();
  app.fault.goOn();
  expect(await app.end()).toMatchObject({ kind: 'reverted', cause: 'asked' });
  expect(lab.witness()).toBe(before);
});
