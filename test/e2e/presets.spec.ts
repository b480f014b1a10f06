// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { HistoryPage } from './pages/history-page';
import { expectAccessible } from './support/accessibility';
import { launchApp, newUserData } from './support/app';
import type { RunningApp } from './support/app';
import { answerFileDialogs, chooseInMenu } from './support/menu';
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
  const choice = traffic.preset('Only company traffic through the VPN');
  const place = await choice.boundingBox();
  await choice.check();
  await expect(traffic.now).toContainText('Websites and company traffic go through Contoso VPN.');
  await expect(app.window.getByRole('region', { name: 'Edits' })).toContainText(
    'After applying:Websites go through Ethernet, company traffic goes through Contoso VPN.',
  );
  expect(await choice.boundingBox()).toEqual(place);
  const said = await traffic.probeTexts('1.1.1.1');
  expect(said.after).toBe('This computer→Ethernet→internet');

  await interfaces.openReview();
  await app.window.keyboard.press('Escape');
  await expect(interfaces.review).toBeHidden();
  // The second click of a double click on the choice, had the button come up below the pointer.
  await choice.click();
  const review = app.window.getByRole('button', { name: 'Review and apply…' });
  await review.dispatchEvent('click', { detail: 2 });
  await expect(interfaces.review).toBeHidden();

  await interfaces.openReview();
  await expect(interfaces.review).toContainText(
    /Turn split tunnelling on for Contoso VPN\?.*Internet traffic will leave through Ethernet\./,
  );
  await interfaces.review.getByRole('button', { name: /^Apply( anyway)?$/ }).click();
  await expect(interfaces.countdown).toContainText(
    'Keep “Turn split tunnelling on · Contoso VPN”?',
  );
  await expect(interfaces.countdown).toContainText('Plan code');
  await expect(interfaces.countdown).not.toContainText('→');
  await expect(interfaces.countdown).toContainText(
    /Checked: all \d+ addresses now go as predicted\./,
  );
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

test('a preset that is saved and sent is opened as what it is, and waits for its VPN', async () => {
  const { traffic, interfaces, window } = app;
  const file = path.join(path.dirname(state), 'split.interfacepanel');
  await answerFileDialogs(app.electron, file);
  await traffic.preset('Only company traffic through the VPN').check();
  await interfaces.openReview();
  await interfaces.review.getByRole('button', { name: 'Save edits for an administrator…' }).click();
  await expect(interfaces.review).toContainText('Edits saved as split.interfacepanel.');
  await window.keyboard.press('Escape');
  await interfaces.edits.getByRole('button', { name: 'Discard all' }).click();
  await expect(interfaces.edits).toBeHidden();
  expect(readFileSync(file, 'utf8')).not.toContain(contoso);

  const dialog = window.getByRole('dialog', { name: 'Changes in this file' });
  await chooseInMenu(app.electron, 'Open a file from support…');
  await expect(dialog).toContainText('Turn split tunnelling on · Contoso VPN');
  await expectAccessible(window);
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  simulatedControl(state, 'vanish', contoso);
  await expect(traffic.card('Contoso VPN')).toBeHidden();
  await chooseInMenu(app.electron, 'Open a file from support…');
  await expect(dialog).toContainText('Turn split tunnelling on · Contoso VPN');
  await expect(dialog).toContainText('Connect Contoso VPN first.');
  await dialog.getByRole('button', { name: 'Wait for it' }).click();
  simulatedControl(state, 'return', contoso, 'fresh');
  await expect(traffic.preset('Only company traffic through the VPN')).toBeChecked();

  await interfaces.openReview();
  await expect(interfaces.review).toContainText('Turn split tunnelling on for Contoso VPN?');
  await interfaces.review.getByRole('button', { name: /^Apply( anyway)?$/ }).click();
  await interfaces.keep();
  const { transactions } = new HistoryPage(window, interfaces);
  await window.keyboard.press('Control+4');
  await expect(transactions.first()).toContainText('Turn split tunnelling on · Contoso VPN');
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
