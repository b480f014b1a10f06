// SPDX-License-Identifier: MIT
// The menu of the tray, which no test can open: the newest one that main made is held, and its items are chosen.

import type { DrivenApp } from './driven-app';
import type { Menu } from 'electron';

interface Holder {
  trayMenu?: Pick<Menu, 'items'>;
}

/** Holds every menu that main makes from now on. */
export async function keepTrayMenus(app: DrivenApp): Promise<void> {
  await app.evaluate(({ Menu: menus }) => {
    const make = menus.buildFromTemplate.bind(menus);
    menus.buildFromTemplate = (template) => {
      const menu = make(template);
      (globalThis as Holder).trayMenu = menu;
      return menu;
    };
  });
}

/** What stands in it. */
export function trayLabels(app: DrivenApp): Promise<readonly string[]> {
  return app.evaluate(() =>
    ((globalThis as Holder).trayMenu?.items ?? []).map(({ label }) => label),
  );
}

/** Chooses an item by its label. */
export async function chooseInTray(app: DrivenApp, label: string): Promise<void> {
  await app.evaluate((_, wanted) => {
    const items = (globalThis as Holder).trayMenu?.items ?? [];
    const item = items.find((one) => one.label === wanted);
    if (!item) throw new Error(`The tray has no item ${wanted}`);
    Reflect.apply(item.click, item, []);
  }, label);
}
