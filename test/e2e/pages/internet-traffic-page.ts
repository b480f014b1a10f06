// SPDX-License-Identifier: MIT
// The first page as its users name it: roles and accessible names of the interface specification.

import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { AddressText } from '../../../electron/contract/snapshot';

export type PresetName =
  'Everything through the VPN' | 'Only company traffic through the VPN' | 'System default';

/** Which way an address goes, as the table says it: "This computer→Ethernet→internet". */
export interface ProbeTexts {
  readonly now: string;
  readonly after: string;
}

export class InternetTrafficPage {
  readonly now: Locator;
  readonly details: Locator;
  readonly addresses: Locator;
  readonly probes: Locator;
  readonly typedAddress: Locator;
  readonly lookUp: Locator;

  constructor(readonly window: Page) {
    const main = window.getByRole('main', { name: 'Internet traffic' });
    this.now = main.getByRole('region', { name: 'Now' });
    this.details = this.now.getByRole('button', { name: 'Details' });
    this.addresses = main.getByRole('button', { name: 'Addresses' });
    this.probes = main.getByRole('table', { name: 'Where addresses go' });
    this.typedAddress = main.getByRole('textbox', { name: 'Check a website or address' });
    this.lookUp = main.getByRole('button', { name: 'Look up' });
  }

  preset(name: PresetName | 'Custom'): Locator {
    return this.window.getByRole('radio', { name, exact: true });
  }

  card(adapter: string): Locator {
    return this.window.getByRole('group', { name: adapter, exact: true });
  }

  toggle(adapter: string): Locator {
    return this.window.getByRole('switch', {
      name: `Use for internet traffic: ${adapter}`,
      exact: true,
    });
  }

  /** The row of an address that the table shows. */
  probe(address: AddressText): Locator {
    return this.probes.getByRole('row').filter({
      has: this.window.getByText(address, { exact: true }),
    });
  }

  /** Chooses a command of an adapter's menu. */
  async choose(adapter: string, command: string): Promise<void> {
    await this.card(adapter)
      .getByRole('button', { name: `More for ${adapter}` })
      .click();
    await this.window.getByRole('menuitem', { name: command }).click();
  }

  /** Shows something that is folded: the details of the status line, or the table of addresses. */
  async unfold(button: Locator): Promise<void> {
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
    await expect(button).toHaveAttribute('aria-expanded', 'true');
  }

  /** Types an address to check and waits for its row. */
  async check(address: AddressText): Promise<void> {
    await this.unfold(this.addresses);
    await this.typedAddress.fill(address);
    await expect(this.probe(address)).toBeVisible();
  }

  async probeTexts(address: AddressText): Promise<ProbeTexts> {
    const [now, after] = await this.probe(address).getByRole('cell').allTextContents();
    return { now: now ?? '', after: after ?? '' };
  }
}
