// SPDX-License-Identifier: MIT
// Every flow once by keyboard alone; what only the system can do (its menu, its file dialogs) is done for it.

import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { launchApp, newUserData } from '../support/app';
import type { RunningApp } from '../support/app';
import { press, tabTo } from '../support/keyboard';
import { answerFileDialogs, chooseInMenu } from '../support/menu';
import { simulatedControl } from '../support/simulated-control';

test.describe.configure({ mode: 'serial' });

/** Adapters of the demo: the type in the top 16 bits of a LUID, the index from bit 24 on. */
const contoso = String((53n << 48n) | (0x8003n << 24n));

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
  await answerFileDialogs(app.electron, path.join(userData, 'file'));
});

test.afterAll(() => app.kill());

const button = (name: string) => window.getByRole('button', { name, exact: true });
const copied = () => app.electron.evaluate(({ clipboard }) => clipboard.readText());
const pane = () => window.getByRole('complementary');

/** The region that has the focus. */
const region = () =>
  window.evaluate(() =>
    document.activeElement?.closest('[data-region]')?.getAttribute('data-region'),
  );

/** Puts focus on the first row of the table. */
async function toFirstRow(): Promise<void> {
  await press(window, 'Control+2');
  await app.interfaces.table.waitFor();
  await tabTo(window, window.locator('[role="row"][tabindex="0"]'));
  await press(window, 'Home');
}

async function apply(): Promise<void> {
  await press(window, 'Control+Enter');
  await expect(app.interfaces.review).toBeVisible();
  await tabTo(window, app.interfaces.review.getByRole('button', { name: /^Apply( anyway)?$/ }));
  await press(window, 'Enter');
  await expect(app.interfaces.countdown).toBeVisible();
  await expect(app.interfaces.countdown.getByRole('heading')).toBeFocused();
}

test('a preset, and the way back from each place with Esc', async () => {
  await tabTo(window, app.traffic.preset('Everything through the VPN'));
  await press(window, 'ArrowDown');
  await expect(app.traffic.preset('Only company traffic through the VPN')).toBeChecked();
  await expect(app.interfaces.edits).toBeVisible();
  await press(window, 'Control+Enter');
  await expect(app.interfaces.review).toBeVisible();
  await press(window, 'Escape');
  await expect(app.interfaces.review).toBeHidden();
  await expect(app.interfaces.edits).toContainText('1 change on ');
  await press(window, 'Escape');
  await expect(app.interfaces.edits).toContainText('1 change on ');
});

test('apply, read on while the question waits, and revert', async () => {
  await apply();
  // Neither answers the question.
  await press(window, 'Enter', 'Escape');
  await press(window, 'Control+3');
  await expect(window.getByRole('main', { name: 'Routes' })).toBeVisible();
  await expect(app.interfaces.countdown).toBeVisible();
  await press(window, 'F8');
  await expect(app.interfaces.countdown.getByRole('heading')).toBeFocused();
  await tabTo(window, app.interfaces.countdown.getByRole('button', { name: 'Revert now' }));
  await press(window, 'Enter');
  await expect(app.interfaces.countdown).toBeHidden();
  const note = window.getByRole('region', { name: 'Messages' });
  await expect(note).toContainText('Reverted. Everything is as before.');
  // The focus comes to it and leaves it again.
  await tabTo(window, note.getByRole('button', { name: 'Show in History' }));
  await tabTo(window, note.getByRole('button', { name: 'Dismiss' }));
  await press(window, 'Enter');
  await expect(note).toBeHidden();
  await expect(app.interfaces.edits).toContainText('1 change on ');
});

test('discard all', async () => {
  await tabTo(window, app.interfaces.edits.getByRole('button', { name: 'Discard all' }));
  await press(window, 'Enter');
  await expect(app.interfaces.edits).toBeHidden();
  // Focus is not lost with the bar.
  await expect.poll(region).not.toBe(undefined);
});

test('an adapter is said to be of another kind', async () => {
  await press(window, 'Control+1');
  await tabTo(window, button('More for Ethernet'));
  await press(window, 'Enter');
  await expect(window.getByRole('menuitem', { name: 'Show in Interfaces' })).toBeFocused();
  await press(window, 'ArrowDown', 'ArrowRight');
  await expect(window.getByRole('menuitemradio').first()).toBeFocused();
  await press(window, 'w', 'Enter');
  await expect(app.traffic.card('Ethernet')).toContainText('set by you');
  await expect(button('More for Ethernet')).toBeFocused();
});

test('search, filters and columns', async () => {
  await press(window, 'Control+2');
  await expect(app.interfaces.search).toBeVisible();
  await press(window, 'Control+f');
  await expect(app.interfaces.search).toBeFocused();
  await window.keyboard.type('VPN');
  await expect(app.interfaces.table.getByTestId(/^ip-interface-/)).toHaveCount(4);
  await tabTo(window, button('Filter'));
  await press(window, 'Enter');
  await expect(window.getByRole('menuitemcheckbox', { name: 'IPv4', exact: true })).toBeFocused();
  await press(window, 'Space', 'Escape');
  await expect(button('Filter (1)')).toBeFocused();
  await expect(app.interfaces.table.getByTestId(/^ip-interface-/)).toHaveCount(2);
  await tabTo(window, button('Columns'));
  await press(window, 'Enter', 'Space', 'Escape');
  await expect(window.getByRole('columnheader', { name: 'Family' })).toBeHidden();
  await tabTo(window, button('Columns'));
  await press(window, 'Enter', 'Space', 'Escape');
  await expect(window.getByRole('columnheader', { name: 'Family' })).toBeVisible();
});

test('several rows are edited together, and the latest edit is discarded with Ctrl+Z', async () => {
  await toFirstRow();
  await press(window, 'Control+a');
  await expect(pane()).toHaveAccessibleName('Edit 2 interfaces');
  await tabTo(window, pane().getByTestId('field-ForwardingEnabled').getByRole('combobox'));
  await window.keyboard.type('On');
  await expect(app.interfaces.edits).toContainText('1 change on ');
  await press(window, 'Control+z');
  await expect(app.interfaces.edits).toContainText('1 change on ');
  await press(window, 'Control+z');
  await expect(app.interfaces.edits).toBeHidden();
  await tabTo(window, button('Clear selection'));
  await press(window, 'Enter');
  await expect(pane()).toBeHidden();
});

test('the menu of a row, and the commands under review', async () => {
  await toFirstRow();
  await press(window, 'Shift+F10');
  await expect(window.getByRole('menuitem', { name: 'Open details' })).toBeFocused();
  await press(window, 'Escape');
  await expect(window.locator('[role="row"]:focus')).toHaveCount(1);
  await press(window, 'Enter');
  await tabTo(window, app.interfaces.field('DisableDefaultRoutes').getByRole('switch'));
  await press(window, 'Space', 'Control+Enter');
  await tabTo(window, button('Copy commands'));
  await press(window, 'Enter');
  await expect.poll(copied).toContain("Set-NetIPInterface -InterfaceAlias 'Contoso VPN'");
});

test('edits are saved, opened again, and a field is set to its default', async () => {
  await tabTo(window, button('Save edits for an administrator…'));
  await press(window, 'Enter');
  await expect(app.interfaces.review.getByText(/^Edits saved as file/)).toBeVisible();
  await press(window, 'Escape');
  await tabTo(window, app.interfaces.edits.getByRole('button', { name: 'Discard all' }));
  await press(window, 'Enter');
  await chooseInMenu(app.electron, 'Open a file from support…');
  const dialog = window.getByRole('dialog', { name: 'Changes in this file' });
  await tabTo(window, dialog.getByRole('button', { name: 'Add to my edits' }));
  await press(window, 'Enter');
  await expect(app.interfaces.edits).toContainText('1 change on ');
  await tabTo(window, button('Set Disable default routes to default'));
  await press(window, 'Enter');
  await expect(app.interfaces.edits).toBeHidden();
});

test('F6 visits every region there is', async () => {
  await tabTo(window, app.interfaces.field('DisableDefaultRoutes').getByRole('switch'));
  await press(window, 'Space');
  await expect(app.interfaces.edits).toBeVisible();
  const seen = new Set<string | null | undefined>();
  for (let step = 0; step < 4; step += 1) {
    await press(window, 'F6');
    seen.add(await region());
  }
  expect([...seen].sort()).toEqual(['details', 'edits', 'main', 'navigation']);
  await press(window, 'Shift+F6');
  expect(seen).toContain(await region());
});

test('a row that vanishes gives its focus to the next', async () => {
  await press(window, 'Control+f', 'Control+a', 'Delete');
  await toFirstRow();
  const row = window.getByTestId(`ip-interface-${contoso}-IPv4`);
  for (let step = 0; step < 30; step += 1) {
    if (await row.evaluate((element) => element === document.activeElement)) break;
    await press(window, 'ArrowDown');
  }
  await expect(row).toBeFocused();
  simulatedControl(state, 'vanish', contoso);
  await expect(row).toBeHidden();
  await expect(window.locator('[role="row"]:focus')).toHaveCount(1);
});

test('a report, and the summary', async () => {
  await chooseInMenu(app.electron, 'Save report…');
  const dialog = window.getByRole('dialog', { name: 'Save report' });
  await tabTo(window, dialog.getByRole('radio', { name: /HTML/ }));
  await press(window, 'ArrowDown');
  await tabTo(window, dialog.getByRole('checkbox', { name: /^Mask/ }));
  await press(window, 'Space');
  await tabTo(window, dialog.getByRole('button', { name: 'Save…' }));
  await press(window, 'Enter');
  await expect(dialog.getByText(/^Saved as file in the folder /)).toBeVisible();
  await press(window, 'Escape');
  await expect(dialog).toBeHidden();
  await press(window, 'Control+Shift+c');
  await expect.poll(copied).toContain('IPv4 leaves through Ethernet (metric 25)');
});
