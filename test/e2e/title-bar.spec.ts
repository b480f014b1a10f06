// SPDX-License-Identifier: MIT
// The title bar that the page draws on Windows, here by a page that believes that the system's buttons lie over it.

import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import { launchApp } from './support/app';
import type { RunningApp } from './support/app';

let app: RunningApp;
let window: Page;

test.beforeAll(async () => {
  app = await launchApp({ switches: ['--demo'], page: 'internet-traffic' });
  window = app.window;
  await window.addInitScript(() => {
    Object.defineProperty(navigator, 'windowControlsOverlay', {
      value: Object.assign(new EventTarget(), { visible: true }),
    });
  });
  await expect(window.getByRole('main')).toBeVisible();
  await window.reload();
  await app.electron.evaluate(({ Menu }) => {
    Object.assign(Menu.getApplicationMenu() ?? {}, {
      popup: (options: object) => Object.assign(globalThis, { openedMenu: options }),
    });
  });
});

test.afterAll(() => app.close());

const bar = () => window.getByRole('banner');
const openedBy = () =>
  app.electron.evaluate(() => {
    const opened = Reflect.get(globalThis, 'openedMenu') as { sourceType?: string } | undefined;
    Reflect.deleteProperty(globalThis, 'openedMenu');
    return opened?.sourceType;
  });

test('stands above everything, moves the window and says what it is', async () => {
  await expect(bar()).toHaveText('Interface Panel');
  expect(await bar().boundingBox()).toMatchObject({ x: 0, y: 0, height: 32 });
  const regions = await bar().evaluate((element) =>
    [element, element.querySelector('button')].map(
      (one) => one && getComputedStyle(one).getPropertyValue('-webkit-app-region'),
    ),
  );
  expect(regions).toEqual(['drag', 'no-drag']);
  await expectAccessible(window);
});

test('opens the menu of the window by its button, by Alt and by F10', async () => {
  await bar().getByRole('button', { name: 'Menu' }).click();
  await expect.poll(openedBy).toBe('mouse');
  for (const key of ['Alt', 'F10', 'Enter']) {
    await window.keyboard.press(key);
    await expect.poll(openedBy).toBe('keyboard');
  }
});

test('leaves the rest of the window in sight, in a low one too', async () => {
  await window.setViewportSize({ width: 640, height: 320 });
  await window.mouse.move(320, 200);
  await window.mouse.wheel(0, 4_000);
  expect(await bar().boundingBox()).toMatchObject({ y: 0 });
  await expect(window.getByRole('navigation', { name: 'Pages' })).toBeInViewport();
});

test('lets a page without a background of its own stand on the material of the system', async () => {
  const backgrounds = () =>
    window.evaluate(() =>
      ['body', 'nav', '.fui-FluentProvider'].map((selector) => {
        const element = document.querySelector(selector);
        return element && getComputedStyle(element).backgroundColor;
      }),
    );
  const [body, navigation, provider] = await backgrounds();
  expect([body, provider]).toEqual(Array(2).fill('rgb(250, 250, 250)'));
  expect(navigation).not.toBe('rgba(0, 0, 0, 0)');
  await window.evaluate(() => document.documentElement.toggleAttribute('data-on-material'));
  expect(await backgrounds()).toEqual(Array(3).fill('rgba(0, 0, 0, 0)'));
  await window.emulateMedia({ forcedColors: 'active' });
  expect((await backgrounds())[0]).not.toBe('rgba(0, 0, 0, 0)');
});
