// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { launchApp, newUserData, onlyInElectron, projectFolder } from './support/app';
import type { LaunchOptions, RunningApp } from './support/app';
import { keepTrayMenus, trayLabels } from './support/tray-menu';

let app: RunningApp;

test.afterEach(() => app.close());

/** Starts the app, in the colours that it really has: Playwright tells pages that theirs are light. */
async function launch(options: LaunchOptions = {}): Promise<RunningApp> {
  app = await launchApp(options);
  await app.window.emulateMedia({ colorScheme: null });
  return app;
}

async function openSettings({ window }: RunningApp): Promise<Page> {
  await window
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('button', { name: 'Settings', exact: true })
    .click();
  await expect(window.getByRole('main', { name: 'Settings', exact: true })).toBeVisible();
  return window;
}

const looksDark = (page: Page) =>
  page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
const theme = () =>
  app.electron.evaluate(({ nativeTheme, BrowserWindow }) => ({
    source: nativeTheme.themeSource,
    background: BrowserWindow.getAllWindows()[0]?.getBackgroundColor(),
  }));

test(
  'a theme holds at once, for the page and the window around it, and in the next run',
  { tag: onlyInElectron },
  async () => {
    const window = await openSettings(await launch({ switches: ['--demo'] }));
    await window.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
    await expect.poll(() => looksDark(window)).toBe(true);
    expect(await theme()).toEqual({ source: 'dark', background: '#1F1F1F' });
    await window.getByRole('combobox', { name: 'Theme' }).selectOption('Light');
    await expect.poll(() => looksDark(window)).toBe(false);
    await window.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
    await expect.poll(() => looksDark(window)).toBe(true);
    await app.close();

    const { window: later } = await launch({ switches: ['--demo'], userData: app.userData });
    await expect.poll(() => looksDark(later)).toBe(true);
    expect(await theme()).toEqual({ source: 'dark', background: '#1F1F1F' });
  },
);

const preselected = async () => {
  await app.interfaces.table
    .getByTestId(/^ip-interface-/)
    .first()
    .click();
  await app.interfaces.edit('DisableDefaultRoutes', 1);
  await app.interfaces.openReview();
  return app.interfaces.review.getByRole('combobox', { name: 'Try it first: time to press Keep' });
};

test('a review begins with the time that was chosen', async () => {
  const window = await openSettings(await launch({ switches: ['--demo'] }));
  await window.getByRole('combobox', { name: 'Time to press Keep' }).selectOption('5 minutes');
  await window.getByRole('button', { name: 'Interfaces' }).click();
  await expect(await preselected()).toHaveValue('300');
});

test('from afar it begins with no less than 2 minutes', async () => {
  await launch({
    switches: ['--demo'],
    environment: { SSH_CONNECTION: '192.0.2.1 50000 192.0.2.2 22' },
  });
  await expect(await preselected()).toHaveValue('120');
});

test('the start at sign-in is a file of the desktop that comes and goes with the switch', async () => {
  const configuration = mkdtempSync(path.join(tmpdir(), 'interface-panel-e2e-'));
  const file = path.join(configuration, 'autostart', 'interface-panel.desktop');
  await launch({ environment: { XDG_CONFIG_HOME: configuration } });
  // The program of the tests is not installed.
  const window = await openSettings(app);
  const toggle = window.getByRole('switch', { name: 'Start at sign-in' });
  await expect(window.getByText(/wasn’t installed in/)).toBeVisible();
  await toggle.click({ force: true });
  expect(existsSync(file)).toBe(false);

  const executable = await app.electron.evaluate(({ app: main }) => {
    Object.defineProperty(main, 'isPackaged', { value: true });
    return process.execPath;
  });
  await window.getByRole('button', { name: 'Interfaces' }).click();
  await openSettings(app);
  await expect(toggle).toBeEnabled();
  await toggle.click();
  await expect(toggle).toBeChecked();
  expect(readFileSync(file, 'utf8')).toContain(`\nExec="${executable}" "--in-tray"\n`);
  await toggle.click();
  await expect(toggle).not.toBeChecked();
  expect(existsSync(file)).toBe(false);
});

const isVisible = () =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());

/** Starts the program once more, as somebody who looks for its window does. */
function startAgain(...switches: readonly string[]): number | null {
  const runtime = createRequire(__filename)('electron') as string;
  const command = [projectFolder, '--no-sandbox', '--as-root', `--user-data-dir=${app.userData}`];
  return spawnSync(runtime, [...command, ...switches], { cwd: projectFolder }).status;
}

test(
  'what starts at sign-in waits in the tray until it is wanted',
  { tag: onlyInElectron },
  async () => {
    // A window that was maximised must not show itself for that.
    const userData = newUserData();
    await launch({ userData, switches: ['--demo'] });
    await app.electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.maximize();
    });
    await app.close();

    await launch({ userData, switches: ['--demo', '--in-tray'] });
    await expect(app.interfaces.table).toBeVisible();
    expect(await isVisible()).toBe(false);
    expect(startAgain('--demo', '--in-tray')).toBe(0);
    expect(await isVisible()).toBe(false);
    expect(startAgain('--demo')).toBe(0);
    await expect.poll(isVisible).toBe(true);
  },
);

test(
  'a language holds at once for window, menu and tray, and in the next run',
  { tag: onlyInElectron },
  async () => {
    const menuLabels = () =>
      app.electron.evaluate(({ Menu }) =>
        (Menu.getApplicationMenu()?.items ?? []).map(({ label }) => label),
      );
    const window = await openSettings(await launch({ switches: ['--demo'] }));
    await keepTrayMenus(app.electron);
    expect(await menuLabels()).toEqual(['&File', '&View', '&Help']);
    await window.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch');
    await expect(window.getByRole('main', { name: 'Einstellungen', exact: true })).toBeVisible();
    expect(await window.getAttribute('html', 'lang')).toBe('de');
    expect(await menuLabels()).toEqual(['&Datei', '&Ansicht', '&Hilfe']);
    await expect.poll(() => trayLabels(app.electron)).toContain('Beenden');
    await expect.poll(() => trayLabels(app.electron)).toContain('Internetverkehr');
    await app.close();

    app = await launchApp({
      switches: ['--demo'],
      userData: app.userData,
      page: 'internet-traffic',
    });
    await expect(app.window.getByRole('main', { name: 'Internetverkehr' })).toBeVisible();
    expect(await menuLabels()).toEqual(['&Datei', '&Ansicht', '&Hilfe']);
  },
);

test(
  'the language of the system is spoken until another one is chosen',
  { tag: onlyInElectron },
  async () => {
    app = await launchApp({
      switches: ['--demo'],
      page: 'internet-traffic',
      environment: { LANG: 'de_DE.UTF-8', LANGUAGE: 'de', LC_ALL: 'de_DE.UTF-8' },
    });
    await expect(app.window.getByRole('main', { name: 'Internetverkehr' })).toBeVisible();
  },
);
