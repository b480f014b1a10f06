// SPDX-License-Identifier: MIT
import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { launchApp } from './support/app';
import type { RunningApp } from './support/app';
import { answerFileDialogs, chooseInMenu } from './support/menu';
import { lan, NetworkLab } from './support/network-lab';
import { ipJson, sysctl } from './support/witness';

let lab: NetworkLab;
let app: RunningApp;
let file: string;

test.beforeAll(async () => {
  lab = await NetworkLab.create();
  app = await launchApp();
  file = path.join(app.userData, 'file');
  await answerFileDialogs(app.electron, file);
  await expect(app.interfaces.row(lan, 'IPv4')).toBeVisible();
});

test.afterAll(async () => {
  await app.close();
  await lab.remove();
});

interface Link {
  readonly ifname: string;
  readonly address: string;
  readonly addr_info: readonly { readonly local: string }[];
}

/** What `ip` knows of this computer that a masked report must not tell. */
function tellingValues(): readonly string[] {
  const links = ipJson('address') as unknown as readonly Link[];
  const routes = ['-4', '-6'].flatMap((version) =>
    ipJson(version, 'route', 'show', 'table', 'all'),
  );
  const values = [
    hostname(),
    ...links.flatMap(({ ifname, address, addr_info }) => [
      ifname,
      address,
      ...addr_info.map(({ local }) => local),
    ]),
    ...routes.flatMap(({ gateway, dst }) => [gateway, String(dst).split('/')[0]]),
  ];
  // The same on every computer.
  const everywhere =
    /^(default|undefined|127\..*|::1?|fe80::|ff[0-9a-f]{2}::.*|00:00:00:00:00:00)$/;
  return [...new Set(values.map(String))].filter((value) => !everywhere.test(value));
}

/** Every string in a value, at any depth. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

test('a masked report of the real computer tells nothing that ip knows of it', async () => {
  await chooseInMenu(app.electron, 'Save report…');
  const dialog = app.window.getByRole('dialog', { name: 'Save report' });
  const mask = dialog.getByRole('checkbox', { name: /^Mask/ });
  await dialog.getByRole('radio', { name: /JSON/ }).check();
  for (const isMasked of [false, true]) {
    await mask.setChecked(isMasked);
    writeFileSync(file, '');
    await dialog.getByRole('button', { name: 'Save…' }).click();
    await expect.poll(() => readFileSync(file, 'utf8').length).toBeGreaterThan(0);
    await expect(dialog.getByText(/^Saved as file in the folder /)).toBeVisible();
    const told = stringsIn(JSON.parse(readFileSync(file, 'utf8')));
    const telling = tellingValues().filter((value) =>
      told.some((text) => text === value || (value.length > 4 && text.includes(value))),
    );
    if (isMasked) expect(telling).toEqual([]);
    else expect(telling).toContain(lan);
  }
  await dialog.getByRole('button', { name: 'Close' }).click();
});

test('edits are saved for somebody else, and come back as edits', async () => {
  await app.interfaces.open(lan, 'IPv4');
  await app.interfaces.edit('NlMtu', 1400);
  await app.interfaces.openReview();
  await app.interfaces.review
    .getByRole('button', { name: 'Save edits for an administrator…' })
    .click();
  await expect(app.interfaces.review.getByText(/^Edits saved as file\./)).toBeVisible();
  await app.window.keyboard.press('Escape');
  await app.interfaces.edits.getByRole('button', { name: 'Discard all' }).click();
  await expect(app.interfaces.edits).toBeHidden();

  await chooseInMenu(app.electron, 'Open a file from support…');
  const dialog = app.window.getByRole('dialog', { name: 'Changes in this file' });
  await expect(dialog.getByRole('row', { name: /MTU.*1400 bytes/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Add to my edits' }).click();
  await expect(app.interfaces.edits).toContainText('1 change on ');

  writeFileSync(file, readFileSync(file).subarray(0, 100));
  await chooseInMenu(app.electron, 'Open a file from support…');
  await expect(app.window.getByRole('region', { name: 'Messages' })).toContainText(
    'file can’t be opened. The file is damaged',
  );
  await expect(app.interfaces.edits).toContainText('1 change on ');
  await app.interfaces.edits.getByRole('button', { name: 'Discard all' }).click();
});

test('a file from support is applied with four clicks, and kept with a fifth', async () => {
  await app.interfaces.open(lan, 'IPv4');
  await app.interfaces.edit('NlMtu', 1400);
  await app.interfaces.edit('BaseReachableTime', 41000);
  await app.interfaces.openReview();
  await app.interfaces.review
    .getByRole('button', { name: 'Save edits for an administrator…' })
    .click();
  await expect(app.interfaces.review.getByText(/^Edits saved as file\./)).toBeVisible();
  await app.window.keyboard.press('Escape');
  await app.interfaces.edits.getByRole('button', { name: 'Discard all' }).click();
  await app.window.keyboard.press('Control+1');
  await expect(app.window.getByRole('main', { name: 'Internet traffic' })).toBeVisible();

  let clicks = 0;
  const click = async (button: Locator) => {
    clicks += 1;
    await button.click();
  };
  await click(app.window.getByRole('button', { name: 'Help and support' }));
  await click(app.window.getByRole('button', { name: 'Open a file from support…' }));
  const opened = app.window.getByRole('dialog', { name: 'Changes in this file' });
  await expect(opened).toContainText(`2 changes on ${lan} (IPv4)`);
  await click(opened.getByRole('button', { name: 'Review and apply…' }));
  const changes = app.interfaces.review.getByRole('list', { name: 'Changes' });
  await expect(changes.getByRole('listitem')).toHaveText([
    new RegExp(`^Base reachable time: .* → 41000 ms${lan} \\(IPv4\\)$`),
    `MTU: 1500 bytes → 1400 bytes${lan} (IPv4)`,
  ]);
  const apply = app.interfaces.review.getByRole('button', { name: 'Apply' });
  await expect(apply).toBeFocused();
  await click(apply);
  await click(app.interfaces.countdown.getByRole('button', { name: 'Keep' }));
  await expect(app.interfaces.countdown).toBeHidden();
  expect(clicks).toBe(5);
  expect(ipJson('link', 'show', 'dev', lan)[0]).toMatchObject({ mtu: 1400 });
  expect(sysctl(`net.ipv4.neigh.${lan}.base_reachable_time_ms`)).toBe('41000');
});

test('several rows are selected by keyboard, edited together, and copied', async () => {
  await app.window.keyboard.press('Control+2');
  await app.interfaces.search.fill(lan);
  await app.interfaces.row(lan, 'IPv4').focus();
  await app.window.keyboard.press('Control+a');
  const pane = app.window.getByRole('complementary', { name: 'Edit 2 interfaces' });
  await pane.getByTestId('field-BaseReachableTime').getByRole('textbox').fill('41000');
  await expect(app.interfaces.edits).toContainText('1 change on ');
  await app.interfaces.row(lan, 'IPv4').focus();
  await app.window.keyboard.press('Control+c');
  const copied = () => app.electron.evaluate(({ clipboard }) => clipboard.readText());
  await expect
    .poll(copied)
    .toMatch(new RegExp(`^Adapter\\tFamily.*\\n${lan}\\tIPv4.*\\n${lan}\\tIPv6`));
  await app.window.keyboard.press('Shift+F10');
  await expect(app.window.getByRole('menuitem', { name: 'Copy 2 rows' })).toBeVisible();
  await app.window.keyboard.press('Escape');
  await expect(app.interfaces.row(lan, 'IPv4')).toBeFocused();
  await app.window.keyboard.press('Control+Shift+c');
  await expect
    .poll(copied)
    .toContain(`IPv4 leaves through ${lan} (metric 100), IPv6 through ${lan} (`);
});
