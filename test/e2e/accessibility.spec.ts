// SPDX-License-Identifier: MIT
// Every page, dialog and state: axe's rules in three looks, and the whole way by keyboard alone.

import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import { launchApp, newUserData } from './support/app';
import type { RunningApp } from './support/app';

test.describe.configure({ mode: 'serial' });

let app: RunningApp;
let window: Page;

test.beforeAll(async () => {
  const userData = newUserData();
  const state = path.join(userData, 'network');
  app = await launchApp({ switches: ['--demo', `--simulated-state=${state}`], userData });
  window = app.window;
});

test.afterAll(() => app.close());

const press = (...keys: readonly string[]) =>
  keys.reduce((before, key) => before.then(() => window.keyboard.press(key)), Promise.resolve());

/** Goes on with Tab until an element has focus, as people do. */
async function tabTo(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await press('Tab');
  }
  await expect(target).toBeFocused();
}

const main = (name: string) => window.getByRole('main', { name });

test('the first page', async () => {
  await press('Control+1');
  await expect(window.getByRole('radiogroup', { name: 'Internet traffic goes' })).toBeVisible();
  await expectAccessible(window);
});

test('the interfaces, and the details of one', async () => {
  await press('Control+2');
  await expect(app.interfaces.table).toBeVisible();
  await expectAccessible(window);
  await app.interfaces.table
    .getByTestId(/^ip-interface-/)
    .first()
    .focus();
  await press('Enter');
  const pane = window.getByRole('complementary');
  await app.interfaces.unfold(pane);
  await expectAccessible(window);
  await press('Escape');
  await expect(pane).toBeHidden();
  await expect(window.locator('[role="row"]:focus')).toHaveCount(1);
});

test('the routes, with an answer and with an address that is none', async () => {
  await press('Control+3');
  const table = window.getByRole('grid', { name: 'Routes' });
  await expect(table).toBeVisible();
  await press('Control+f');
  const box = window.getByRole('textbox', { name: 'Look up an address' });
  await expect(box).toBeFocused();
  await window.keyboard.type('10.20.30.40');
  await press('Enter');
  await expect(main('Routes')).toContainText('Packets to 10.20.30.40 leave through');
  await expect(table.locator('[role="row"][aria-selected="true"]')).toContainText('10.20.0.0/16');
  await expectAccessible(window);
  await box.fill('10.20.30');
  await press('Enter');
  await expect(main('Routes')).toContainText('isn’t an IP address');
  await expectAccessible(window);
});

test('the empty history', async () => {
  await press('Control+4');
  await expect(main('History')).toContainText('No changes yet.');
  await expectAccessible(window);
});

test('the keyboard shortcuts', async () => {
  await press('F1');
  const dialog = window.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog).toBeVisible();
  for (const page of ['Internet traffic', 'Interfaces', 'Routes', 'History']) {
    await expect(dialog.getByRole('cell', { name: page, exact: true })).toBeVisible();
  }
  await expectAccessible(window);
  await press('Escape');
  await expect(dialog).toBeHidden();
  // The page is there again for screen readers, and focus is where it was.
  await expect(window.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  await expect(window.getByRole('button', { name: 'History' })).toBeFocused();
});

test('by keyboard alone: edit, review, apply, keep, and restore from the history', async () => {
  await press('Control+2', 'F6');
  await expect(window.locator('[role="row"]:focus')).toHaveCount(1);
  await press('Enter');
  await tabTo(app.interfaces.field('DisableDefaultRoutes').getByRole('switch'));
  await press('Space', 'Control+Enter');
  await expect(app.interfaces.review).toBeVisible();
  await expectAccessible(window);
  await tabTo(app.interfaces.review.getByRole('button', { name: /^Apply/ }));
  await press('Enter');
  await expect(app.interfaces.countdown).toBeVisible();
  await expect(app.interfaces.countdown.getByRole('timer', { name: 'Time left' })).toHaveAttribute(
    'aria-live',
    'off',
  );
  await expectAccessible(window);
  await press('F8');
  await tabTo(app.interfaces.countdown.getByRole('button', { name: 'Keep' }));
  await press('Enter');
  await expect(app.interfaces.countdown).toBeHidden();

  await press('Control+4');
  const list = window.getByRole('list', { name: 'Transactions' });
  await tabTo(list.getByRole('button').first());
  await press('Enter');
  const pane = window.getByRole('complementary');
  await expect(pane.getByText('Kept')).toBeVisible();
  await expectAccessible(window);
  await tabTo(pane.getByRole('button', { name: /^Restore change of / }));
  await press('Enter');
  await tabTo(app.interfaces.review.getByRole('button', { name: /^Apply/ }));
  await press('Enter');
  await expect(app.interfaces.countdown).toBeVisible();
  await press('F8');
  await tabTo(app.interfaces.countdown.getByRole('button', { name: 'Keep' }));
  await press('Enter');
  await expect(app.interfaces.countdown).toBeHidden();
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.getByRole('listitem').first()).toContainText('Restore:');
});

test('F6 leads through the regions in reading order', async () => {
  await press('Control+4');
  const regions: (string | null)[] = [];
  await window.getByRole('navigation', { name: 'Pages' }).getByRole('button').first().focus();
  for (let step = 0; step < 3; step += 1) {
    regions.push(
      await window.evaluate(
        () => document.activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? null,
      ),
    );
    await press('F6');
  }
  expect(regions).toEqual(['navigation', 'main', 'details']);
});
