// SPDX-License-Identifier: MIT
// The page Help and support, in the demo: by keyboard, with files that are dropped, and with files that the system
// gives the program.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import { launchApp, newUserData, onlyInElectron, projectFolder } from './support/app';
import type { RunningApp } from './support/app';
import { answerFileDialogs } from './support/menu';
import { simulatedControl } from './support/simulated-control';

/** "Contoso VPN" of the demo. */
const contoso = String((53n << 48n) | (0x8003n << 24n));

const dialogOf = (window: Page, name: string) => window.getByRole('dialog', { name });
const main = (window: Page) => window.getByRole('main', { name: 'Help and support' });

/** A saved set as the program writes one. */
const setOf = (alias: string) => ({
  format: 'interface-panel-edits',
  version: 1,
  computer: 'SUPPORT-PC',
  savedAt: '2026-11-26T12:00:00.000Z',
  edits: [
    {
      adapter: { guid: '', alias, description: '', type: 53, physicalAddress: '' },
      family: 'IPv4',
      field: 'DisableDefaultRoutes',
      expected: 0,
      value: 1,
    },
  ],
});

test.describe('in one window', () => {
  let app: RunningApp;
  let file: string;

  test.beforeAll(async () => {
    app = await launchApp({ switches: ['--demo'], page: 'internet-traffic' });
    file = path.join(app.userData, 'report.html');
    await answerFileDialogs(app.electron, file);
    await expect(app.window.getByRole('radiogroup')).toBeVisible();
  });
  test.afterAll(async () => {
    await app.close();
  });

  /** Moves focus with Tab until a button has it. */
  async function tabTo(name: string): Promise<void> {
    const button = main(app.window).getByRole('button', { name });
    await expect(async () => {
      await app.window.keyboard.press('Tab');
      await expect(button).toBeFocused({ timeout: 100 });
    }).toPass();
  }

  test('by keyboard alone: a report is saved, and compared with what is there later', async () => {
    const { window } = app;
    await window.keyboard.press('Control+7');
    await expect(main(window)).toContainText(/build [0-9a-f]{12}/);
    await expectAccessible(window);
    await tabTo('Save report…');
    await window.keyboard.press('Enter');
    const saving = dialogOf(window, 'Save report');
    await saving.getByRole('button', { name: 'Save…' }).press('Enter');
    await expect(saving.getByText(/^Saved as report\.html in the folder /)).toBeVisible();
    await window.keyboard.press('Escape');
    expect(readFileSync(file).length).toBeLessThan(60_000);

    await tabTo('Open a file from support…');
    await window.keyboard.press('Enter');
    const comparing = dialogOf(window, 'Compare');
    await expect(comparing).toContainText('No field that can be set differs.');
    await expectAccessible(window);
    await window.keyboard.press('Escape');
    await expect(
      main(window).getByRole('button', { name: 'Open a file from support…' }),
    ).toBeFocused();
  });

  test(
    'the report is a page that runs nothing, with contents that lead somewhere',
    { tag: onlyInElectron },
    async () => {
      const shown = await app.electron.evaluate(async ({ BrowserWindow }, page) => {
        // The app's own session loads no file.
        const window = new BrowserWindow({ show: false, webPreferences: { partition: 'report' } });
        await window.loadFile(page);
        const heads = (await window.webContents.executeJavaScript(
          'JSON.stringify([...document.querySelectorAll("nav a")].map((a) => [a.textContent, document.querySelector(a.getAttribute("href")) !== null]))',
        )) as string;
        const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true });
        window.destroy();
        return { heads, pdf: pdf.subarray(0, 5).toString() };
      }, file);
      const links = JSON.parse(shown.heads) as readonly (readonly [string, boolean])[];
      expect(links[0]).toEqual(['Internet traffic now', true]);
      expect(links.every(([, leads]) => leads)).toBe(true);
      expect(shown.pdf).toBe('%PDF-');
    },
  );

  test('an error that nobody expected is in the log, and in the report', async () => {
    const { window, userData } = app;
    await window.evaluate(() => {
      setTimeout(() => {
        throw new TypeError('the page is\nbroken');
      });
      void Promise.reject(new RangeError('nobody heard'));
    });
    const log = path.join(userData, 'simulated', 'log.jsonl');
    const texts = () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => (JSON.parse(line) as { cause?: { text: string } }).cause?.text);
    await expect
      .poll(texts)
      .toEqual(
        expect.arrayContaining(['TypeError: the page is\nbroken', 'RangeError: nobody heard']),
      );
    expect(statSync(log).mode & 0o777).toBe(0o600);
    await expect(main(window)).toContainText(log);

    await main(window).getByRole('button', { name: 'Save report…' }).click();
    const saving = dialogOf(window, 'Save report');
    await saving.getByRole('checkbox').check();
    await saving.getByRole('button', { name: 'Save…' }).click();
    await expect(saving.getByText(/^Saved as report\.html in the folder /)).toBeVisible();
    await window.keyboard.press('Escape');
    const [, told = ''] = /<pre>(.*)<\/pre>/s.exec(readFileSync(file, 'utf8')) ?? [];
    expect(told).toContain('The page failed (error)\n    TypeError: the page is\\u{A}broken\n');
    expect(told).toContain('RangeError: nobody heard');
  });

  async function drop(name: string, content: string): Promise<void> {
    await app.window.evaluate(
      ([fileName, text]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], fileName));
        const options = { dataTransfer, bubbles: true, cancelable: true };
        document.body.dispatchEvent(new DragEvent('dragover', options));
        document.body.dispatchEvent(new DragEvent('drop', options));
      },
      [name, content] as const,
    );
  }

  test('a set that is dropped becomes edits once it was agreed to', async () => {
    const { window } = app;
    await drop('split.interfacepanel', JSON.stringify(setOf('Contoso VPN')));
    const dialog = dialogOf(window, 'Changes in this file');
    await expect(dialog).toContainText('split.interfacepanel, saved on SUPPORT-PC');
    await expectAccessible(window);
    await dialog.getByRole('button', { name: 'Add to my edits' }).click();
    const edits = window.getByRole('region', { name: 'Edits' });
    await expect(edits).toBeVisible();
    await edits.getByRole('button', { name: 'Discard all' }).click();
  });

  test('what is dropped and is neither a set nor a report is told as such, and runs nothing', async () => {
    await drop('evil.html', '<!doctype html><script>document.title="run"</script>');
    await expect(app.window.getByRole('region', { name: 'Messages' })).toContainText(
      'evil.html can’t be opened. The file holds something else',
    );
    expect(await app.window.title()).not.toBe('run');
  });
});

test(
  'a file that the program is started with waits for its adapter, and a second start brings another',
  { tag: onlyInElectron },
  async () => {
    const userData = newUserData();
    const state = path.join(userData, 'network');
    const file = path.join(userData, 'split.interfacepanel');
    writeFileSync(file, JSON.stringify(setOf('Contoso VPN')));
    simulatedControl(state, 'vanish', contoso);
    const switches = ['--demo', `--simulated-state=${state}`];
    const app = await launchApp({
      switches: [...switches, file],
      userData,
      page: 'internet-traffic',
    });
    try {
      const { window } = app;
      const dialog = dialogOf(window, 'Changes in this file');
      await expect(dialog).toContainText('Connect Contoso VPN first.');
      await dialog.getByRole('button', { name: 'Wait for it' }).click();
      const notices = window.getByRole('region', { name: 'Notices' });
      await expect(notices).toContainText('Connect Contoso VPN first.');
      simulatedControl(state, 'return', contoso);
      await expect(window.getByRole('region', { name: 'Edits' })).toBeVisible();
      await expect(notices).toBeHidden();

      writeFileSync(file, JSON.stringify(setOf('Old VPN')));
      const runtime = app.electron.process().spawnfile;
      const second = spawnSync(
        runtime,
        [
          projectFolder,
          `--user-data-dir=${userData}`,
          '--as-root',
          '--no-sandbox',
          ...switches,
          file,
        ],
        { encoding: 'utf8', timeout: 60_000 },
      );
      expect(second.stderr).toContain('already running');
      await expect(dialog).toContainText('Connect Old VPN first.');
    } finally {
      await app.close();
    }
  },
);
