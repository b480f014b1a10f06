// SPDX-License-Identifier: MIT
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { fields } from '../../electron/contract/fields';
import { launchApp, newUserData } from './support/app';
import type { RunningApp } from './support/app';
import { HistoryPage } from './pages/history-page';
import { simulatedControl } from './support/simulated-control';

let app: RunningApp;
let state: string;

test.beforeEach(async () => {
  const userData = newUserData();
  state = path.join(userData, 'network');
  app = await launchApp({ switches: ['--demo', `--simulated-state=${state}`], userData });
  await expect(app.interfaces.table).toBeVisible();
});

test.afterEach(() => app.close());

const firstRow = () => app.interfaces.table.getByTestId(/^ip-interface-/).first();

test('the window says plainly that nothing real is read or changed', async () => {
  await expect(app.window.getByRole('region', { name: 'Demo' })).toHaveText(
    'Demo: a simulated network. Nothing on this computer is read or changed.',
  );
  await expect.poll(() => app.window.title()).toMatch(/^Demo/);
});

test('all 35 members of an IP interface are shown, each once', async () => {
  await firstRow().click();
  const pane = app.window.getByRole('complementary');
  await expect(pane).toBeVisible();
  await app.interfaces.unfold(pane);
  expect(fields).toHaveLength(35);
  for (const { name } of fields) {
    await expect(pane.getByTestId(`field-${name}`), name).toHaveCount(1);
  }
});

test('5,000 IP interfaces are listed, and the last one is reached', async () => {
  simulatedControl(state, 'resize', '5000');
  await expect(app.interfaces.table).toHaveAttribute('aria-rowcount', /^500\d$/, {
    timeout: 30_000,
  });
  await firstRow().click();
  await app.window.keyboard.press('Control+End');
  const count = Number(await app.interfaces.table.getAttribute('aria-rowcount'));
  await expect(app.interfaces.table.locator(`[aria-rowindex="${String(count)}"]`)).toBeVisible();
});

test('a platform error while applying is shown with its name and number, and everything is taken back', async () => {
  simulatedControl(state, 'fail-next-set', '5');
  await firstRow().click();
  await app.interfaces.edit('DisableDefaultRoutes', 1);
  await app.interfaces.openReview();
  await app.interfaces.review.getByRole('button', { name: /^Apply( anyway)?$/ }).click();
  await expect(app.interfaces.review).toContainText('ERROR_ACCESS_DENIED (5)');
  await app.window.keyboard.press('Escape');
  await expect(app.interfaces.edits).toContainText('1 change on ');
});

test('a set that never returns leaves the window usable, and waiting can be stopped', async () => {
  simulatedControl(state, 'hang-next-set');
  await firstRow().click();
  await app.interfaces.edit('DisableDefaultRoutes', 1);
  await app.interfaces.openReview();
  await app.interfaces.review.getByRole('button', { name: /^Apply( anyway)?$/ }).click();
  await expect(app.interfaces.review).toContainText('The helper isn’t responding.', {
    timeout: 20_000,
  });
  await expect(app.interfaces.review.getByRole('button', { name: 'Stop waiting' })).toBeVisible();
});

test('an automatic metric that was fixed is automatic again after it is restored', async () => {
  const { window, interfaces } = app;
  const [automatic = ''] = /\d+ auto/.exec((await firstRow().textContent()) ?? '') ?? [];
  expect(automatic).not.toBe('');
  await firstRow().click();
  await window.getByRole('radio', { name: 'Fixed' }).click();
  await interfaces.field('Metric').getByRole('textbox').fill('7');
  await interfaces.apply();
  await interfaces.keep();
  await expect(firstRow()).not.toContainText('auto');

  await new HistoryPage(window, interfaces).restoreNewest();
  await window.keyboard.press('Control+2');
  await expect(firstRow()).toContainText(automatic);
});

test('a typed name is looked up by the system once it is asked for, though the network is simulated', async () => {
  const { window, traffic } = app;
  await window.keyboard.press('Control+1');
  await traffic.typedAddress.fill('localhost');
  await window.keyboard.press('Enter');
  await expect(window.getByText(/^localhost is .*127\.0\.0\.1.* for this computer/)).toBeVisible();
  await traffic.unfold(traffic.addresses);
  await expect(traffic.probe('127.0.0.1')).toContainText('localhost');

  await traffic.typedAddress.fill('https://www.example.com/');
  await expect(traffic.probe('127.0.0.1')).toHaveCount(0);
  await traffic.lookUp.click();
  await expect(window.getByRole('alert')).toContainText(
    'This computer has no network address, so www.example.com can’t be looked up.',
  );
});

test('the whole way by keyboard: choose, edit, review, apply, keep', async () => {
  const { keyboard } = app.window;
  await firstRow().focus();
  await keyboard.press('Enter');
  const field = app.interfaces.field('DisableDefaultRoutes').getByRole('switch');
  await field.focus();
  await keyboard.press('Space');
  await keyboard.press('Control+Enter');
  await expect(app.interfaces.review).toBeVisible();
  await expect(
    app.interfaces.review.getByRole('button', { name: /^Apply( anyway)?$/ }),
  ).toBeFocused();
  await keyboard.press('Enter');
  await expect(app.interfaces.countdown).toBeVisible();
  await keyboard.press('F8');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await expect(app.interfaces.countdown.getByRole('button', { name: 'Keep' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(app.interfaces.countdown).toBeHidden();
});
