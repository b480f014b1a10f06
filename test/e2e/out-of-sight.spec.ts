// SPDX-License-Identifier: MIT
// A change that waits while nobody looks at the window. What the desktop was told is read from its bus.

import path from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, newUserData } from './support/app';
import type { RunningApp } from './support/app';
import { DesktopBus } from './support/desktop-bus';
import { chooseInTray, keepTrayMenus, trayLabels } from './support/tray-menu';
import { run } from './support/shell';

let bus: DesktopBus;
let app: RunningApp;
let state: string;

test.beforeEach(async () => {
  bus = await DesktopBus.start();
  const userData = newUserData();
  state = path.join(userData, 'network');
  app = await launchApp({
    switches: ['--demo', `--simulated-state=${state}`],
    userData,
    environment: bus.environment,
  });
  await keepTrayMenus(app.electron);
});

test.afterEach(async () => {
  await app.kill();
  await bus.end();
});

const window = <Answer>(ask: 'isVisible' | 'isFocused' | 'hide' | 'focus') =>
  app.electron.evaluate(
    ({ BrowserWindow }, call) => BrowserWindow.getAllWindows()[0]?.[call]() as Answer,
    ask,
  );

async function applyOne(): Promise<void> {
  await app.interfaces.table
    .getByTestId(/^ip-interface-/)
    .first()
    .click();
  await app.interfaces.edit('NlMtu', 1400);
  await app.interfaces.apply();
}

const question = {
  title: /^MTU 1400 bytes on /,
  body: /^Keep this change\? It reverts at .* unless you do\.$/,
};

test('is asked about by a notification; a click on it shows the window at the question', async () => {
  await window('hide');
  await applyOne();
  await expect.poll(() => bus.notifications.length).toBe(1);
  const [asked] = bus.notifications;
  expect(asked?.title).toMatch(question.title);
  expect(asked?.body).toMatch(question.body);
  expect(await window('isVisible')).toBe(false);

  await app.interfaces.search.focus();
  bus.click();
  await expect.poll(() => window('isVisible')).toBe(true);
  const title = app.interfaces.countdown.getByRole('heading', {
    name: /^Keep “MTU 1400 bytes on /,
  });
  await expect(title).toBeFocused();
  await expect(app.interfaces.countdown).toBeVisible();
  await app.interfaces.keep();
});

test('is kept in the menu of the tray, and the end is told', async () => {
  await window('hide');
  await applyOne();
  await expect.poll(() => trayLabels(app.electron)).toContain('Keep');
  expect((await trayLabels(app.electron))[0]).toMatch(question.title);
  await chooseInTray(app.electron, 'Keep');
  await expect(app.interfaces.countdown).toBeHidden();
  await expect.poll(() => bus.notifications.at(-1)?.body).toBe('Kept.');
  await expect.poll(() => bus.shown).toBe(1);
  expect(await trayLabels(app.electron)).not.toContain('Keep');
  expect(await window('isVisible')).toBe(false);
});

test('is reverted there', async () => {
  await window('hide');
  await applyOne();
  await expect.poll(() => trayLabels(app.electron)).toContain('Revert now');
  await chooseInTray(app.electron, 'Revert now');
  await expect
    .poll(() => bus.notifications.at(-1)?.body)
    .toBe('Reverted. Everything is as before.');
});

test('is not told where notifications are off, and the tray asks all the same', async () => {
  await app.window.getByRole('button', { name: 'Settings', exact: true }).click();
  await app.window.getByRole('combobox', { name: 'Notifications' }).selectOption('Off');
  await app.window.getByRole('button', { name: 'Interfaces' }).click();
  await window('hide');
  await applyOne();
  await expect.poll(() => trayLabels(app.electron)).toContain('Revert now');
  await chooseInTray(app.electron, 'Revert now');
  await expect(app.interfaces.countdown).toBeHidden();
  expect(bus.notifications).toEqual([]);
});

test('quitting in the tray shows the window, which asks', async () => {
  await window('hide');
  await applyOne();
  await expect.poll(() => trayLabels(app.electron)).toContain('Quit');
  await chooseInTray(app.electron, 'Quit');
  await expect.poll(() => window('isVisible')).toBe(true);
  const asked = app.window.getByRole('alertdialog').or(app.window.getByRole('dialog'));
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await app.interfaces.revert();
});

/** Whether the window asks for attention, as its desktop sees it. */
async function isUrgent(): Promise<boolean> {
  const id = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getNativeWindowHandle().readUInt32LE(0),
  );
  return run('xprop', '-id', String(id), 'WM_HINTS').includes('urgency');
}

test('makes the window ask for attention until it has it', async () => {
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.blur();
  });
  await expect.poll(() => window('isFocused')).toBe(false);
  expect(await isUrgent()).toBe(false);
  await applyOne();
  await expect.poll(isUrgent).toBe(true);
  expect(await window('isFocused')).toBe(false);
  bus.click();
  await expect.poll(isUrgent).toBe(false);
  await app.interfaces.revert();
});

test('of a window that is looked at, nothing is told', async () => {
  await window('focus');
  await expect.poll(() => window('isFocused')).toBe(true);
  await applyOne();
  await app.interfaces.revert();
  expect(bus.notifications).toEqual([]);
});
