// SPDX-License-Identifier: MIT
// Values that last, by keyboard alone: chosen in the review, listed, marked, stopped, made last from the history. The
// helper writes the list; the test stands in for the keeper (docs/lasting-settings.md).

import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { writePlace } from '../../build/screenshots/lasting-place';
import type { PlacedSetting } from '../../build/screenshots/lasting-place';
import { expectAccessible } from './support/accessibility';
import { accessibilityTree } from './support/accessibility-tree';
import { launchApp, newUserData } from './support/app';
import type { RunningApp } from './support/app';
import { press as pressIn, tabTo as tabToIn } from './support/keyboard';
import { simulatedControl } from './support/simulated-control';

test.describe.configure({ mode: 'serial' });

/** "Contoso VPN" of the demo: type 53 in the top 16 bits of its LUID, its index from bit 24 on. */
const contoso = String((53n << 48n) | (0x8003n << 24n));
const always = 'Always, also after reconnecting and restarts';
const until = 'At least until Contoso VPN reconnects or the computer restarts';

const setAgain: PlacedSetting = {
  alias: 'Contoso VPN',
  type: 53,
  family: 'IPv4',
  field: 'DisableDefaultRoutes',
  value: 1,
  madeAt: Date.now(),
  account: 'anna',
  state: 'held',
  setAgainAt: Date.now(),
  timesSet: 2,
};

let app: RunningApp;
let window: Page;
let state: string;

test.beforeAll(async () => {
  const userData = newUserData();
  state = path.join(userData, 'network');
  app = await launchApp({
    page: 'internet-traffic',
    switches: ['--demo', `--simulated-state=${state}`],
    userData,
  });
  window = app.window;
  await app.traffic.preset('Everything through the VPN').waitFor();
});

test.afterAll(() => app.kill());

const press = (...keys: readonly string[]) => pressIn(window, ...keys);
const tabTo = (target: Locator) => tabToIn(window, target);
const main = () => window.getByRole('main', { name: 'Lasting settings' });
const settings = () => window.getByRole('list', { name: 'Lasting settings' }).getByRole('listitem');
const radio = (name: string) => app.interfaces.review.getByRole('radio', { name });

/** Drafts "Only company traffic" and opens its review. */
async function reviewCompanyOnly(): Promise<void> {
  await press('Control+1');
  await tabTo(app.traffic.preset('Everything through the VPN'));
  await press('ArrowDown');
  await expect(app.traffic.preset('Only company traffic through the VPN')).toBeChecked();
  await press('Control+Enter');
  await expect(app.interfaces.review).toBeVisible();
  await expect(app.interfaces.review.getByRole('button', { name: /^Apply/ })).toBeFocused();
}

/** Goes on in a dialog about lasting settings alone, where the button has the focus. */
async function confirm(name: string): Promise<void> {
  const dialog = window.getByRole('dialog', { name });
  await expect(dialog.getByRole('button', { name })).toBeFocused();
  await expectAccessible(window);
  await press('Enter');
  await expect(dialog).toBeHidden();
}

test('without the background service the choice is there, can be focused, and says why not', async () => {
  await press('Control+5');
  await expect(main()).toContainText('Only the installed program can make values last');
  await expectAccessible(window);
  await reviewCompanyOnly();
  await tabTo(radio(until));
  await press('ArrowDown');
  await expect(radio(until)).toBeChecked();
  const tree = await accessibilityTree(window);
  const choice = tree.find(({ role, name }) => role === 'radio' && name === always);
  expect(choice?.description).toContain('Install Interface Panel.');
  expect(choice?.states['disabled']).toBe('true');
  await expectAccessible(window);
  await press('Escape');
  await press('Control+z', 'Control+z');
});

test('always is chosen in the review, said in the question, and told when it is kept', async () => {
  writePlace(state, { settings: [], isKeeperRunning: true });
  await press('Control+5');
  await expect(main()).toContainText('Nothing lasts yet.');
  await expectAccessible(window);
  await reviewCompanyOnly();
  await tabTo(radio(until));
  await press('ArrowDown');
  await expect(radio(always)).toBeChecked();
  await expectAccessible(window);
  await tabTo(app.interfaces.review.getByRole('button', { name: /^Apply/ }));
  await press('Enter');
  await expect(app.interfaces.countdown).toContainText(
    'Keep, then always: set again whenever Contoso VPN comes back.',
  );
  await expectAccessible(window);
  await press('F8');
  await tabTo(app.interfaces.countdown.getByRole('button', { name: 'Keep' }));
  await press('Enter');
  await expect(window.getByRole('region', { name: 'Messages' })).toContainText(
    'Kept, also after reconnecting and restarting.',
  );
});

test('the list says what lasts, and what the background service did', async () => {
  await press('Control+5');
  await expect(settings()).toHaveCount(1);
  await expect(settings().first()).toContainText('Split tunnelling on · Contoso VPN');
  await expect(settings().first()).toContainText('hasn’t looked at it yet');
  await expectAccessible(window);

  simulatedControl(state, 'vanish', contoso);
  simulatedControl(state, 'return', contoso, 'fresh');
  simulatedControl(state, 'set', contoso, 'ipv4', 'DisableDefaultRoutes', '1');
  simulatedControl(state, 'set', contoso, 'ipv6', 'DisableDefaultRoutes', '1');
  const ipv6: PlacedSetting = { ...setAgain, family: 'IPv6', state: 'given-up' };
  writePlace(state, { settings: [setAgain, ipv6], isKeeperRunning: true });
  // What somebody can do something about comes first.
  await expect(settings().first()).toContainText('Given up: another program set it back');
  await expect(settings().last()).toContainText(/As it should be\. Last set again today at /);
  await expectAccessible(window);
});

test('one is stopped from the list', async () => {
  await tabTo(settings().first().getByRole('button'));
  await press('ArrowDown');
  await expect(settings().last().getByRole('button')).toBeFocused();
  await press('Enter');
  await confirm('Stop making it last');
  await expect(settings()).toHaveCount(1);
  await expect(window.getByRole('region', { name: 'Messages' })).toContainText(
    'Stopped. Interface Panel no longer sets it again.',
  );
});

test('the details mark the field that lasts, and stop it', async () => {
  await press('Control+2');
  await app.interfaces.table.getByRole('row').filter({ hasText: 'Contoso VPNIPv6' }).focus();
  await press('Enter');
  const field = app.interfaces.field('DisableDefaultRoutes');
  await expect(field).toContainText('Set again when the adapter comes back.');
  await expectAccessible(window);
  await tabTo(field.getByRole('button', { name: 'Stop making Disable default routes last' }));
  await press('Enter');
  await confirm('Stop making it last');
  await expect(field).not.toContainText('Always');
  await press('Escape');
});

test('the history makes what was kept last', async () => {
  await press('Control+4');
  const list = window.getByRole('list', { name: 'Changes' });
  await tabTo(list.getByRole('button').first());
  await press('End', 'Enter');
  const pane = window.getByRole('complementary');
  await expect(pane.getByRole('heading', { name: 'Lasting' })).toBeVisible();
  await expectAccessible(window);
  await tabTo(pane.getByRole('button', { name: 'Make them last' }));
  await press('Enter');
  await confirm('Make them last');
  await expect(pane.getByRole('button', { name: 'Stop making them last' })).toBeVisible();
  await press('Control+5');
  await expect(settings()).toHaveCount(1);
});

test('both families of one value are stopped at once', async () => {
  await tabTo(settings().getByRole('button'));
  await press('Enter');
  await confirm('Stop making them last');
  await expect(main()).toContainText('Nothing lasts yet.');
});

test('a list that is damaged is told, with what helps', async () => {
  writePlace(state, { settings: [setAgain], isKeeperRunning: true, isDamaged: true });
  await expect(main()).toContainText('The list of lasting settings is damaged');
  await expectAccessible(window);
  writePlace(state, { settings: [setAgain], isKeeperRunning: false });
  await expect(main()).toContainText('background service isn’t running');
  await expectAccessible(window);
  rmSync(`${state}.lasting`, { recursive: true });
  await expect(main()).toContainText('Only the installed program can make values last');
});
