// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { launchApp } from './support/app';
import type { RunningApp } from './support/app';
import { HistoryPage } from './pages/history-page';
import { lan, NetworkLab } from './support/network-lab';
import { sysctl, takeWitness } from './support/witness';

const dadTransmits = `net.ipv6.conf.${lan}.dad_transmits`;

let lab: NetworkLab;
let app: RunningApp;

test.beforeEach(async () => {
  lab = await NetworkLab.create();
  app = await launchApp();
});

test.afterEach(async () => {
  await app.close();
  await lab.remove();
});

test('a kept change stays when the app has gone', async () => {
  await app.interfaces.open(lan, 'IPv6');
  await app.interfaces.edit('DadTransmits', 5);
  await app.interfaces.apply();
  await app.interfaces.keep();
  await expect(app.window.getByRole('region', { name: 'Messages' })).toContainText(
    `Kept until ${lan} reconnects or the computer restarts.`,
  );
  await app.close();
  expect(sysctl(dadTransmits)).toBe('5');
});

test('what was kept is restored from the history, exactly as it was', async () => {
  const before = takeWitness();
  for (const family of ['IPv4', 'IPv6'] as const) {
    await app.interfaces.open(lan, family);
    await app.interfaces.edit('DisableDefaultRoutes', 1);
  }
  await app.interfaces.edit('DadTransmits', 5);
  await app.interfaces.edit('NlMtu', 1300);
  await app.interfaces.apply();
  await app.interfaces.keep();
  expect(sysctl(dadTransmits)).toBe('5');
  expect(takeWitness()).not.toEqual(before);

  const history = new HistoryPage(app.window, app.interfaces);
  await history.restoreNewest();
  expect(takeWitness()).toEqual(before);
  // The restore is a transaction itself, and what it took back cannot be taken back again.
  await expect(history.transactions).toHaveCount(2);
  await history.transactions.nth(1).getByRole('button').click();
  const pane = app.window.getByRole('complementary');
  await expect(pane).toContainText(/Undone on .+ at /);
  await expect(history.transactions.nth(0)).toContainText('Kept');
  await expect(history.transactions.nth(1)).toContainText('Undone');
});

test('after an undo the question is about what is so again, and says where not keeping it leads', async () => {
  const mtuNow = () => Number(readFileSync(`/sys/class/net/${lan}/mtu`, 'utf8'));
  const before = mtuNow();
  await app.interfaces.open(lan, 'IPv4');
  await app.interfaces.edit('NlMtu', 1400);
  await app.interfaces.apply();
  await app.interfaces.keep();
  const history = new HistoryPage(app.window, app.interfaces);
  await history.undoNewest();
  const { countdown } = app.interfaces;
  const question = `MTU on ${lan} (IPv4) is ${String(before)} bytes again. Keep it so?`;
  await expect(countdown.getByRole('heading')).toHaveText(question);
  expect(mtuNow()).toBe(before);
  await countdown.getByRole('button', { name: 'Go back to 1400 bytes' }).click();
  await expect(countdown).toBeHidden();
  expect(mtuNow()).toBe(1400);
});

test('a change that waits is reverted when the app is killed, and the next start says so', async () => {
  const before = takeWitness();
  await app.interfaces.open(lan, 'IPv6');
  await app.interfaces.edit('DadTransmits', 5);
  await app.interfaces.edit('DisableDefaultRoutes', 1);
  await app.interfaces.apply();
  await app.kill();
  await expect.poll(() => JSON.stringify(takeWitness())).toBe(JSON.stringify(before));

  app = await launchApp({ userData: app.userData });
  await expect(app.interfaces.notices).toContainText(
    /Last time, Interface Panel stopped before you decided\. The changes were reverted at /,
  );
});

test('drafts survive a crash of the app', async () => {
  await app.interfaces.open(lan, 'IPv6');
  await app.interfaces.edit('DadTransmits', 7);
  await expect(app.interfaces.edits).toContainText('1 change on ');
  await expect.poll(() => storedEdits(app)).toBe(1);
  await app.kill();

  app = await launchApp({ userData: app.userData });
  await expect(app.interfaces.edits).toContainText('1 change on ');
});

async function storedEdits(running: RunningApp): Promise<number> {
  return running.window.evaluate(async () => {
    const reply = await window.interfacePanel.edits.load();
    return reply.ok ? reply.value.length : -1;
  });
}
