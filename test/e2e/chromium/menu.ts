// SPDX-License-Identifier: MIT
// Electron's menus, as far as they are chosen from: by a test, or by the key of an item.

import type { MenuItemConstructorOptions } from 'electron';

export interface MenuItem {
  readonly label: string;
  readonly accelerator: string;
  readonly click: () => void;
  readonly submenu: Menu | undefined;
}

/** A key that the page made nothing of. */
export interface UnusedKey {
  readonly key: string;
  readonly control: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

function itemOf({ label = '', accelerator, click, submenu }: MenuItemConstructorOptions): MenuItem {
  return {
    label,
    accelerator: typeof accelerator === 'string' ? accelerator : '',
    click: () => click?.(undefined as never, undefined, undefined as never),
    submenu: Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : undefined,
  };
}

function fits(accelerator: string, { key, control, shift, alt }: UnusedKey): boolean {
  const parts = accelerator.split('+');
  const named = parts.at(-1) === 'Plus' ? '+' : parts.at(-1);
  return (
    named?.toLowerCase() === key.toLowerCase() &&
    parts.includes('CmdOrCtrl') === control &&
    parts.includes('Shift') === shift &&
    !alt
  );
}

export class Menu {
  static #ofApplication: Menu | null = null;

  private constructor(readonly items: readonly MenuItem[]) {}

  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): Menu {
    return new Menu(template.map(itemOf));
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#ofApplication = menu;
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#ofApplication;
  }

  /** Chooses the item of the application menu that a key belongs to. */
  static press(key: UnusedKey): void {
    const items = Menu.#ofApplication?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    items.find(({ accelerator }) => fits(accelerator, key))?.click();
  }
}
