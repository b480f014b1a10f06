// SPDX-License-Identifier: MIT
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

interface Look {
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors: 'active' | 'none';
}

const looks: readonly Look[] = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
];

/** What a look can break; all other rules are about structure, which is the same in each. */
const rulesOfLook = ['color-contrast', 'link-in-text-block'];

/** Violations of axe's rules, one line for each element. */
async function violations(window: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page: window })
    // Electron has no second page for axe to report from.
    .setLegacyMode()
    // Elements that tabster puts around a dialog to keep Tab inside; they hand focus on at once.
    .exclude('[data-tabster-dummy]');
  if (rules) axe.withRules([...rules]);
  // An open menu lies beside all landmarks: it has the focus, and goes with it.
  else if ((await window.getByRole('menu').count()) > 0) axe.disableRules(['region']);
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  );
}

/** Texts that are read one after the other as one description, and do not end as sentences do. */
async function unendedDescriptions(window: Page): Promise<readonly string[]> {
  return window.evaluate(() => {
    const described = [...document.querySelectorAll<HTMLElement>('[aria-describedby]')];
    return described.flatMap((element) => {
      const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
      const lines = ids.flatMap(
        (id) => document.getElementById(id)?.innerText.split('\n').filter(Boolean) ?? [],
      );
      return lines.slice(0, -1).filter((line) => !/[.?!:]$/.test(line.trim()));
    });
  });
}

/** Colours for a look, set and drawn: the page follows a moment after its media query. */
async function wear(window: Page, look: Look): Promise<void> {
  await window.emulateMedia({ ...look, reducedMotion: 'reduce' });
  await window.waitForFunction((isDark) => {
    const provider = document.querySelector('.fui-FluentProvider');
    // The colour of words: light on dark, dark on light.
    const words =
      provider && getComputedStyle(provider).getPropertyValue('--colorNeutralForeground1');
    return words?.trim() === (isDark ? '#ffffff' : '#242424');
  }, look.colorScheme === 'dark');
}

/** Expects no violation in what the window shows: light, dark and with forced colours, or in the first look alone. */
export async function expectAccessible(
  window: Page,
  inLooks: 'all' | 'first' = 'all',
): Promise<void> {
  for (const [index, look] of looks.slice(0, inLooks === 'all' ? undefined : 1).entries()) {
    await wear(window, look);
    const found = await violations(window, index === 0 ? undefined : rulesOfLook);
    expect.soft(found, JSON.stringify(look)).toEqual([]);
  }
  await window.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  expect.soft(await unendedDescriptions(window)).toEqual([]);
}
