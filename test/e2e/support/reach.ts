// SPDX-License-Identifier: MIT
// Whether everything that takes the focus can be brought into sight, however small the window is.

import type { Page } from '@playwright/test';
import type { DrivenApp } from './driven-app';

/** Content of a window in pixels of the screen, and how far it is zoomed. */
export interface WindowShape {
  readonly name: string;
  readonly size: readonly [width: number, height: number];
  readonly zoom?: number;
}

export const shapes = [
  { name: '320 x 320', size: [320, 320] },
  { name: '640 x 480', size: [640, 480] },
  { name: '800 x 600', size: [800, 600] },
  { name: '1200 x 800', size: [1200, 800] },
  { name: '1200 x 800 at 200 %', size: [1200, 800], zoom: 2 },
] as const satisfies readonly WindowShape[];

/** Gives the window a shape, however small, and waits until the page has it. */
export async function reshape(
  app: DrivenApp,
  page: Page,
  { size, zoom = 1 }: WindowShape,
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [width, height, factor]) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setMinimumSize(1, 1);
      window?.webContents.setZoomFactor(factor);
      window?.setContentSize(width, height);
    },
    [...size, zoom] as const,
  );
  await page.waitForFunction(
    ([width, height]) => {
      const isAbout = (a: number, b: number) => Math.abs(a - b) <= 1;
      return isAbout(window.innerWidth, width) && isAbout(window.innerHeight, height);
    },
    [size[0] / zoom, size[1] / zoom] as const,
  );
}

/** What lies above the page or around it: all of it must stay usable at once with the page. */
const surfaces = [
  '[role="dialog"]',
  '[role="alertdialog"]',
  '[role="menu"]',
  '[data-region="navigation"]',
  '[data-region="notices"]',
  '[data-region="countdown"]',
  '[data-region="edits"]',
  '[aria-label="Message"]',
];

/**
 * Controls of the surfaces in sight that a person cannot get at: that no scrolling brings wholly into the window, or
 * that something else lies upon. One line for each.
 */
export async function outOfReach(page: Page): Promise<readonly string[]> {
  return page.evaluate((places) => {
    const focusable =
      'a[href], button, input, select, textarea, [tabindex]:not([data-tabster-dummy])';
    const isModal = document.querySelector('[aria-modal="true"], [role="menu"]') !== null;
    const shown = isModal ? places.slice(0, 3) : places;
    const inSurfaces = [...document.querySelectorAll<HTMLElement>(shown.join(', '))]
      .flatMap((surface) => [...surface.querySelectorAll<HTMLElement>(focusable)])
      .filter((control) => control.checkVisibility());
    // A menu goes out of sight with the button it belongs to.
    document
      .querySelector('[aria-haspopup="menu"][aria-expanded="true"]')
      ?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const nameOf = (control: HTMLElement) =>
      control.getAttribute('aria-label') ?? control.innerText.trim().slice(0, 40);

    /** What the user cannot scroll must not have been scrolled to show the control. */
    const forcedAncestor = (control: HTMLElement) => {
      let found: string | null = null;
      for (let part = control.parentElement; part; part = part.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(part);
        const isForced =
          (part.scrollTop !== 0 && !['auto', 'scroll'].includes(overflowY)) ||
          (part.scrollLeft !== 0 && !['auto', 'scroll'].includes(overflowX));
        if (!isForced) continue;
        found = `${part.tagName} ${part.className.slice(0, 80)}`;
        part.scrollTo(0, 0);
      }
      return found;
    };
    const obstacleOf = (control: HTMLElement): string | null => {
      control.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      const forced = forcedAncestor(control);
      if (forced !== null) return `is cut off by ${forced}`;
      const { left, top, right, bottom } = control.getBoundingClientRect();
      const slack = 1;
      const isInside =
        left >= -slack &&
        top >= -slack &&
        right <= window.innerWidth + slack &&
        bottom <= window.innerHeight + slack;
      if (!isInside) return `lies at ${[left, top, right, bottom].map(Math.round).join(' ')}`;
      const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const isOnTop =
        there !== null &&
        (control.contains(there) ||
          there.closest<HTMLLabelElement>('label')?.control === control ||
          there.contains(control));
      return isOnTop ? null : `is covered by ${there?.outerHTML.slice(0, 120) ?? 'nothing'}`;
    };
    return [...new Set(inSurfaces)].flatMap((control) => {
      const obstacle = obstacleOf(control);
      return obstacle === null ? [] : [`${control.tagName} "${nameOf(control)}" ${obstacle}`];
    });
  }, surfaces);
}

/** Boxes in sight whose words reach beyond them, onto whatever comes next. One line for each. */
export async function spilled(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const boxes = '.fui-MessageBar, .fui-Badge, button, [role="row"], [role="alert"]';
    return [...document.querySelectorAll<HTMLElement>(boxes)]
      .filter((box) => box.checkVisibility() && getComputedStyle(box).overflowY === 'visible')
      .filter(
        ({ clientHeight, clientWidth, scrollHeight, scrollWidth }) =>
          clientHeight > 0 && (scrollHeight > clientHeight + 2 || scrollWidth > clientWidth + 2),
      )
      .map((box) => `${box.className.slice(0, 40)} "${box.innerText.trim().slice(0, 60)}"`);
  });
}
