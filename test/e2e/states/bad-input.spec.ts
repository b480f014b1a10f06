// SPDX-License-Identifier: MIT
// Files that are not what they should be, in the real window: each is told plainly, and nothing is lost.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, newUserData } from '../support/app';
import type { RunningApp } from '../support/app';
import { answerFileDialogs, chooseInMenu } from '../support/menu';

test.describe.configure({ mode: 'serial' });

let app: RunningApp;
let file: string;
let sound: string;

const open = (userData: string) =>
  launchApp({
    switches: ['--demo', `--simulated-state=${path.join(userData, 'network')}`],
    userData,
  });

test.beforeAll(async () => {
  const userData = newUserData();
  file = path.join(userData, 'edits.ipedits');
  app = await open(userData);
  await answerFileDialogs(app.electron, file);
  await app.window.getByRole('row').filter({ hasText: 'Contoso VPN' }).first().click();
  await app.interfaces.edit('NlMtu', 1300);
  await app.interfaces.openReview();
  await app.window.getByRole('button', { name: 'Save edits for an administrator…' }).click();
  await expect(app.interfaces.review.getByText(/^Edits saved as/)).toBeVisible();
  await app.window.keyboard.press('Escape');
  sound = readFileSync(file, 'utf8');
});

test.afterAll(() => app.close());

const changed = (change: (set: Record<string, unknown>) => unknown): string =>
  JSON.stringify(change(JSON.parse(sound) as Record<string, unknown>));

const unusable: readonly (readonly [what: string, text: () => string, told: RegExp])[] = [
  [
    'cut off',
    () => sound.slice(0, 60),
    /The file is damaged, or cut off, or holds neither edits nor a report\./,
  ],
  ['not JSON', () => 'Hello', /The file is damaged, or cut off/],
  ['empty', () => '', /The file is damaged, or cut off/],
  [
    'huge',
    () => `${sound}${' '.repeat(17 << 20)}`,
    /The file is far too large for edits or a report\./,
  ],
  ['something else', () => '[1, 2]', /The file holds something else than edits or a report\./],
  [
    'of another version',
    () => changed((set) => ({ ...set, version: 2 })),
    /belongs to another version of Interface Panel/,
  ],
  [
    'with unknown members',
    () => changed((set) => ({ ...set, note: 'x' })),
    /holds parts that this version of Interface Panel doesn’t know/,
  ],
  [
    'with a key of the prototype',
    () => sound.replace('{', '{"__proto__":{"isAdmin":true},'),
    /can’t be opened\./,
  ],
];

for (const [what, text, told] of unusable) {
  test(`a saved set that is ${what} is told as such, and the edits stay`, async () => {
    writeFileSync(file, text());
    await chooseInMenu(app.electron, 'Open a file from support…');
    await expect(app.window.getByText(told).last()).toBeVisible();
    await expect(app.window.getByRole('dialog')).toHaveCount(0);
    await expect(app.interfaces.edits).toContainText('1 change on ');
  });
}

test('a saved set of another computer is opened with a warning, each edit with what fits', async () => {
  const elsewhere = changed((set) => {
    const [edit] = set['edits'] as readonly Record<string, unknown>[];
    const adapter = { ...(edit?.['adapter'] as object), alias: '\u202eevil 🏢'.padEnd(256, 'x') };
    const unknown = { ...edit, field: 'constructor' };
    return { ...set, computer: 'elsewhere', edits: [edit, { ...edit, adapter }, unknown] };
  });
  writeFileSync(file, elsewhere);
  await chooseInMenu(app.electron, 'Open a file from support…');
  const dialog = app.window.getByRole('dialog', { name: 'Changes in this file' });
  await expect(dialog).toContainText('It was saved on another computer.');
  await expect(dialog).toContainText('This version doesn’t know the field');
  await app.window.keyboard.press('Escape');
  await expect(app.interfaces.edits).toContainText('1 change on ');
});

for (const [what, text, told] of [
  ['cut off', '{"version":1,"colu', /The file with your choices is damaged\./],
  ['of another version', '{"version":99}', /belongs to another version of Interface Panel\./],
  ['of somebody else', '"x"', /The file with your choices holds something else\./],
  ['huge', ' '.repeat(8 << 20), /The file with your choices is far too large\./],
] as const) {
  test(`preferences that are ${what} are set aside, and the usual ones hold`, async () => {
    await app.close();
    const preferences = path.join(app.userData, 'simulated', 'preferences.json');
    writeFileSync(preferences, text);
    app = await open(app.userData);
    await expect(app.interfaces.notices).toContainText(told);
    await expect(app.interfaces.notices).toContainText('It was set aside in');
    await expect(app.interfaces.table).toBeVisible();
  });
}
