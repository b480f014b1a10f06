// SPDX-License-Identifier: MIT
// A question that nobody answers: what is said while its minute runs, and after.

import path from 'node:path';
import { expect, test } from '@playwright/test';
import { announcements, listenToAnnouncements } from '../support/announcements';
import { launchApp, newUserData } from '../support/app';

test('the last 30 and 10 seconds and the end are said aloud, while the window is used', async () => {
  const userData = newUserData();
  const app = await launchApp({
    page: 'internet-traffic',
    switches: ['--demo', `--simulated-state=${path.join(userData, 'network')}`],
    userData,
  });
  await app.traffic.preset('Everything through the VPN').waitFor();
  await listenToAnnouncements(app.window);
  await app.traffic.preset('Only company traffic through the VPN').check();
  await app.interfaces.apply();
  await app.window.keyboard.press('Control+2');
  await app.interfaces.search.fill('VPN');
  await expect(app.interfaces.countdown).toBeHidden({ timeout: 90_000 });
  await expect
    .poll(async () => (await announcements(app.window)).join('\n'))
    .toMatch(/30 seconds left[^]*10 seconds left[^]*Reverted\. Everything is as before\./);
  const perSecond = (await announcements(app.window)).filter((said) => /seconds? left/.test(said));
  expect(perSecond).toHaveLength(2);
  await expect(app.interfaces.search).toHaveValue('VPN');
  await app.close();
});
