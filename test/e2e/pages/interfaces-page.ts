// SPDX-License-Identifier: MIT
// The window as its users name it: roles and accessible names of the interface specification.

import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { Family } from '../../../electron/contract/family';
import type { FieldName } from '../../../electron/contract/fields';
import { luidOf } from '../support/network-lab';

export class InterfacesPage {
  readonly table: Locator;
  readonly search: Locator;
  readonly edits: Locator;
  readonly review: Locator;
  readonly countdown: Locator;
  readonly notices: Locator;

  constructor(readonly window: Page) {
    this.table = window.getByRole('grid', { name: 'IP interfaces' });
    this.search = window.getByRole('searchbox', { name: 'Search interfaces' });
    this.edits = window.getByRole('region', { name: 'Edits' });
    this.review = window.getByRole('dialog', { name: 'Review changes' });
    this.countdown = window.getByRole('region', { name: 'Keep these changes?' });
    this.notices = window.getByRole('region', { name: 'Notices' });
  }

  row(adapter: string, family: Family): Locator {
    return this.table.getByTestId(`ip-interface-${luidOf(adapter)}-${family}`);
  }

  pane(adapter: string, family: Family): Locator {
    return this.window.getByRole('complementary', { name: `Details of ${adapter}, ${family}` });
  }

  /** One field of the detail pane that is open. */
  field(name: FieldName): Locator {
    return this.window.getByRole('complementary').getByTestId(`field-${name}`);
  }

  /** Opens the detail pane of a row with every group of fields unfolded. */
  async open(adapter: string, family: Family): Promise<Locator> {
    await this.row(adapter, family).click();
    const pane = this.pane(adapter, family);
    await expect(pane).toBeVisible();
    await this.unfold(pane);
    return pane;
  }

  /** Unfolds every group of fields; each click takes the group out of those that are still folded. */
  async unfold(pane: Locator): Promise<void> {
    const folded = pane.locator('h3 button[aria-expanded="false"]');
    for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click();
    await expect(folded).toHaveCount(0);
  }

  /** Edits one field as its control allows: a switch, a choice or a number. */
  async edit(name: FieldName, value: number | string): Promise<void> {
    const field = this.field(name);
    await expect(field).toBeVisible();
    const toggle = field.getByRole('switch');
    const choice = field.getByRole('combobox');
    if (await toggle.count()) {
      await toggle.setChecked(value === 1);
    } else if (await choice.count()) {
      await choice.selectOption({ label: String(value) });
    } else {
      await field.locator('input').fill(String(value));
    }
  }

  async openReview(): Promise<void> {
    await this.edits.getByRole('button', { name: 'Review and apply…' }).click();
    await expect(this.review).toBeVisible();
  }

  /** Reviews the edits and applies them; ends when the countdown panel asks. */
  async apply(): Promise<void> {
    await this.openReview();
    await this.review.getByRole('button', { name: /^Apply( anyway)?$/ }).click();
    await expect(this.countdown).toBeVisible({ timeout: 20_000 });
  }

  async keep(): Promise<void> {
    await this.countdown.getByRole('button', { name: 'Keep' }).click();
    await expect(this.countdown).toBeHidden({ timeout: 20_000 });
  }

  /** Taking back may have to wait for a router's next announcement. */
  async revert(): Promise<void> {
    await this.countdown.getByRole('button', { name: 'Revert now' }).click();
    await expect(this.countdown).toBeHidden({ timeout: 40_000 });
  }
}
