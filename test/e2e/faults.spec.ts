// SPDX-License-Identifier: MIT
import { rmSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { launchApp } from './support/app';
import type { RunningApp } from './support/app';
import { endHelpers, noHelper, theHelper } from './support/helper-process';
import { lan, NetworkLab } from './support/network-lab';
import { run } from './support/shell';
import { setSysctl, sysctl, takeWitness } from './support/witness';

const dadTransmits = `net.ipv6.conf.${lan}.dad_transmits`;

let lab: NetworkLab;
let app: RunningApp;

test.beforeEach(async () => {
  lab = await NetworkLab.create();
  app = await launchApp();
  await app.interfaces.open(lan, 'IPv6');
  await app.interfaces.edit('DadTransmits', 5);
});

test.afterEach(async () => {
  await app.close();
  await endHelpers();
  await lab.remove();
});

test('a helper that is killed while the change waits is told, with a way to take it back', async () => {
  const before = takeWitness();
  await app.interfaces.apply();
  process.kill(await theHelper(), 'SIGKILL');
  await expect(app.interfaces.countdown).toBeHidden();
  expect(sysctl(dadTransmits)).toBe('5');
  const notice = app.interfaces.notices;
  await expect(notice).toContainText('1 value is still changed');
  await notice.getByRole('button', { name: 'Review and undo' }).click();
  await app.interfaces.review.getByRole('button', { name: /^Undo( anyway)?$/ }).click();
  await expect(app.interfaces.countdown).toBeVisible();
  await app.interfaces.keep();
  expect(takeWitness()).toEqual(before);
});

test('a helper that hangs does not stop the window, and the change is taken back when it goes on', async () => {
  const before = takeWitness();
  await app.interfaces.apply();
  const helper = await theHelper();
  process.kill(helper, 'SIGSTOP');
  await app.interfaces.countdown.getByRole('button', { name: 'Revert now' }).click();
  await expect(app.window.getByText(/The helper isn.t responding\./)).toBeVisible({
    timeout: 20_000,
  });
  await app.interfaces.search.fill(lan);
  await expect(app.interfaces.row(lan, 'IPv6')).toBeVisible();
  process.kill(helper, 'SIGCONT');
  await noHelper();
  await expect(app.interfaces.countdown).toBeHidden();
  expect(takeWitness()).toEqual(before);
});

test('a value changed by another program during the review stops the apply and says so', async () => {
  await app.interfaces.openReview();
  setSysctl(dadTransmits, 3);
  await expect(app.interfaces.review).toContainText('Nothing was changed.');
  await expect(
    app.interfaces.review.getByRole('button', { name: /^Apply( anyway)?$/ }),
  ).toBeHidden();
  await app.interfaces.review.getByRole('button', { name: 'Review again' }).click();
  await expect(app.interfaces.review).toBeHidden();
  await expect(app.interfaces.field('DadTransmits')).toContainText(
    'Changed outside Interface Panel',
  );
  expect(sysctl(dadTransmits)).toBe('3');
});

test('a value changed by another program while edited asks which one to take', async () => {
  setSysctl(dadTransmits, 3);
  const field = app.interfaces.field('DadTransmits');
  await expect(field).toContainText('Changed outside Interface Panel');
  await field.getByRole('button', { name: 'Use 3' }).click();
  await expect(app.interfaces.edits).toBeHidden();
});

test('a change of another program while the change waits is left alone, and told', async () => {
  await app.interfaces.apply();
  setSysctl(dadTransmits, 9);
  await app.interfaces.countdown.getByRole('button', { name: 'Revert now' }).click();
  await expect(app.interfaces.notices).toContainText('Not everything could be put back.');
  expect(sysctl(dadTransmits)).toBe('9');
});

test('an interface that goes keeps its edit', async () => {
  run('ip', 'link', 'delete', lan);
  await expect(
    app.interfaces.notices.or(app.window.getByRole('complementary')).first(),
  ).toContainText(`${lan} (IPv6) is gone.`);
  await expect(app.interfaces.edits).toContainText('1 change on ');
});

test('a journal that cannot be written makes the app read-only', async () => {
  await app.close();
  rmSync(app.userData, { recursive: true, force: true });
  run('mkdir', '-p', `${app.userData}/linux/journal.jsonl`);
  app = await launchApp({ userData: app.userData });
  await expect(app.interfaces.notices).toContainText('Read-only.');
});
