// SPDX-License-Identifier: MIT
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, newUserData } from './support/app';
import type { RunningApp } from './support/app';
import { simulatedControl } from './support/simulated-control';

/** "Contoso VPN" of the demo: type 53 in the top 16 bits of its LUID, its index from bit 24 on. */
const contoso = String((53n << 48n) | (0x8003n << 24n));

let app: RunningApp;
let state: string;

test.beforeEach(async () => {
  const userData = newUserData();
  state = path.join(userData, 'network');
  app = await launchApp({
    page: 'internet-traffic',
    switches: ['--demo', `--simulated-state=${state}`],
    userData,
  });
  await expect(app.traffic.preset('Everything through the VPN')).toBeChecked();
});

test.afterEach(() => app.close());

test('a preset: choose, review, apply, see that it is so, take it back', async () => {
  const { traffic, interfaces } = app;
  await traffic.unfold(traffic.addresses);
  await traffic.preset('Only company traffic through the VPN').check();
  await expect(traffic.now).toContainText('Websites and company traffic go through Contoso VPN.');
  await expect(traffic.now).toContainText(
    'After applying:Websites go through Ethernet, company traffic goes through Contoso VPN.',
  );
  const said = await traffic.probeTexts('1.1.1.1');
  expect(said.after).toBe('This computer→Ethernet→internet');

  await interfaces.openReview();
  await expect(interfaces.review).toContainText(
    /Turn split tunnelling on for Contoso VPN\?.*Internet traffic will leave through Ethernet\./,
  );
  await interfaces.review.getByRole('button', { name: /^Apply( anyway)?$/ }).click();
  await expect(interfaces.countdown).toContainText(
    'Keep “Turn split tunnelling on · Contoso VPN”?',
  );
  await expect(interfaces.countdown).toContainText('Use for internet traffic: On → Off');
  await expect(interfaces.countdown).toContainText('Addresses go as predicted.');
  await interfaces.countdown.getByRole('button', { name: 'Where addresses go' }).click();
  const live = interfaces.countdown.getByRole('table', { name: 'Where addresses go' });
  await expect(live.getByRole('row').nth(1)).toHaveText(
    '1.1.1.1This computer→Ethernet→internetAs predicted',
  );
  await expect(traffic.now).toContainText(
    'Websites go through Ethernet, company traffic goes through Contoso VPN.',
  );
  expect((await traffic.probeTexts('1.1.1.1')).now).toBe(said.after);

  await interfaces.revert();
  await expect(traffic.now).toContainText('Websites and company traffic go through Contoso VPN.');
  expect((await traffic.probeTexts('1.1.1.1')).now).toBe(said.now);
});

test('an adapter that comes back without what was kept for it is told, and set again on request', async () => {
  const { traffic, interfaces } = app;
  await traffic.toggle('Contoso VPN').click();
  await interfaces.apply();
  await interfaces.keep();
  await expect(traffic.toggle('Contoso VPN')).not.toBeChecked();

  simulatedControl(state, 'vanish', contoso);
  await expect(traffic.card('Contoso VPN')).toBeHidden();
  await expect(interfaces.notices).toBeHidden();
  simulatedControl(state, 'return', contoso, 'fresh');
  await expect(interfaces.notices).toContainText(
    /Contoso VPN reconnected without the setting you kept on /,
  );
  await expect(traffic.toggle('Contoso VPN')).toBeChecked();

  await interfaces.notices.getByRole('button', { name: 'Review it again' }).click();
  await interfaces.review.getByRole('button', { name: /^Apply( anyway)?$/ }).click();
  await interfaces.keep();
  await expect(interfaces.notices).toBeHidden();
  await expect(traffic.toggle('Contoso VPN')).not.toBeChecked();
});
