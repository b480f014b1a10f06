// SPDX-License-Identifier: MIT
// What screen readers are told besides what has the focus.

import type { Page } from '@playwright/test';

interface Listening {
  announcements?: string[];
  ariaNotify?: (text: string) => void;
}

/** Remembers from now on what the window announces: in its live region, or by ariaNotify where there is one. */
export async function listenToAnnouncements(window: Page): Promise<void> {
  await window.evaluate(() => {
    const heard: string[] = [];
    (globalThis as Listening).announcements = heard;
    const page = document as Document & Listening;
    if (page.ariaNotify) {
      page.ariaNotify = (text) => {
        heard.push(text);
      };
    }
    for (const region of document.querySelectorAll('body > [aria-live]')) {
      new MutationObserver(() => {
        if (region.textContent) heard.push(region.textContent);
      }).observe(region, { childList: true, characterData: true, subtree: true });
    }
  });
}

/** Everything that was announced since listening began. */
export async function announcements(window: Page): Promise<readonly string[]> {
  return window.evaluate(() => [...((globalThis as Listening).announcements ?? [])]);
}
