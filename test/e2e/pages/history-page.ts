// SPDX-License-Identifier: MIT
// The page History as its users name it.

import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { InterfacesPage } from './interfaces-page';

export class HistoryPage {
  readonly transactions: Locator;

  constructor(
    readonly window: Page,
    readonly interfaces: InterfacesPage,
  ) {
    this.transactions = window.getByTestId(/^transaction-/);
  }

  /** Takes back what the newest transaction did, by the same review. */
  async undoNewest(): Promise<void> {
    await this.window.keyboard.press('Control+4');
    await this.transactions.first().getByRole('button', { name: /^Undo/ }).click();
    await this.interfaces.review.getByRole('button', { name: /^Undo( anyway)?$/ }).click();
    await expect(this.interfaces.countdown).toBeVisible({ timeout: 20_000 });
  }

  /** The same, and keeps that. */
  async restoreNewest(): Promise<void> {
    await this.undoNewest();
    await this.interfaces.keep();
  }
}
