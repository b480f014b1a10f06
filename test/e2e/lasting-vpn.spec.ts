// SPDX-License-Identifier: MIT
// What somebody expects of "Always": a real VPN that connects again while the window is closed, the real keeper beside
// it, the list of what lasts, and the end of it. By keyboard alone; the truth is what the kernel says and who answers.

import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { RunningKeeper } from '../keeper/running-keeper';
import { launchApp, newUserData } from './support/app';
import type { RunningApp } from './support/app';
import { press, tabTo } from './support/keyboard';
import { ownNamespace } from './support/network-lab';
import { run } from './support/shell';
import { internetHosts, lan, truthAbout, tunnel, VpnLab } from './support/vpn-lab';

test.describe.configure({ mode: 'serial' });

let lab: VpnLab;
let keeper: RunningKeeper;
let app: RunningApp;
const userData = newUserData();

/** What lasts is below /var/lib: here it is this test's alone, since `ip netns exec` gave it mounts of its own. */
function hideVarLib(): void {
  ownNamespace();
  run('mount', '-t', 'tmpfs', '-o', 'mode=755', 'tmpfs', '/var/lib');
}

test.beforeAll(async () => {
  hideVarLib();
  lab = await VpnLab.create('default routes');
  keeper = new RunningKeeper();
  await keeper.begins();
});

test.afterAll(async () => {
  await app.close();
  await keeper.stop();
  await lab.remove();
});

const open = () => launchApp({ page: 'internet-traffic', userData });
const linksNow = async () =>
  Promise.all(internetHosts.map(async (host) => (await truthAbout(host)).link));

/** Presses Enter on an element that Tab leads to. */
async function choose(window: Page, target: Locator): Promise<void> {
  await tabTo(window, target);
  await press(window, 'Enter');
}

test('“Only company traffic” is applied, and kept for always', async () => {
  app = await open();
  const { window, traffic, interfaces } = app;
  await expect(traffic.preset('Everything through the VPN')).toBeChecked();
  await tabTo(window, traffic.preset('Everything through the VPN'));
  await press(window, 'ArrowDown', 'Control+Enter');
  const { review, countdown } = interfaces;
  await tabTo(window, review.getByRole('radio', { name: /^Until/ }));
  await press(window, 'ArrowDown');
  await choose(window, review.getByRole('button', { name: /^Apply/ }));
  await expect(countdown).toContainText(`set again whenever ${tunnel} comes back`);
  await choose(window, countdown.getByRole('button', { name: 'Keep' }));
  await expect(window.getByRole('region', { name: 'Messages' })).toContainText(
    'Kept, also after reconnecting and restarting.',
  );
  expect(await linksNow()).toEqual([lan, lan]);
  await app.close();
});

test('with the window closed the VPN connects again, and websites still leave beside it', async () => {
  for (let time = 0; time < 3; time += 1) {
    await lab.disconnect();
    await lab.connect('default routes');
    await expect.poll(linksNow).toEqual([lan, lan]);
  }
});

test('the list says that it was set again, and stops it', async () => {
  app = await open();
  const { window, traffic } = app;
  await expect(traffic.preset('Only company traffic through the VPN')).toBeChecked();
  await press(window, 'Control+5');
  const main = window.getByRole('main', { name: 'Lasting settings' });
  await expect(main.getByRole('listitem').filter({ hasText: tunnel })).toHaveCount(1);
  await expect(main.getByText(/As it should be\. Last set again today at /)).toHaveCount(1);
  await choose(window, main.getByRole('button', { name: /^Stop making it last/ }));
  const dialog = window.getByRole('dialog', { name: 'Stop making them last' });
  await choose(window, dialog.getByRole('button', { name: 'Stop making them last' }));
  await expect(main).toContainText('Nothing lasts yet.');
  expect(await linksNow()).toEqual([lan, lan]);

  await lab.disconnect();
  await lab.connect('default routes');
  await expect.poll(linksNow).toEqual([tunnel, tunnel]);
});
