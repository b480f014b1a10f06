// SPDX-License-Identifier: MIT
// The window as somebody without a mouse uses it.

import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** More stops than a page has. */
const mostStops = 150;

/** Presses keys one after the other. */
export async function press(window: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await window.keyboard.press(key);
}

/** Goes on with Tab until an element has focus, as people do. */
export async function tabTo(window: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await window.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}
