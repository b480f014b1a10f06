// SPDX-License-Identifier: MIT

import { Menu } from 'electron';
import type { BrowserWindow, MenuItemConstructorOptions } from 'electron';
import type { MenuCommand, MenuOpener } from '../contract/ipc-schema';
import { messages } from '../language/messages';
import { titleBarHeight, zoomWindow } from './window';
import { zoomedIn, zoomedOut } from './zoom';

const words = messages.menu;

export interface MenuOptions {
  readonly window: BrowserWindow;
  readonly developerTools: boolean;
  /** Asks the page to show something. */
  readonly command: (command: MenuCommand) => void;
}

function zoomItems({ window }: MenuOptions): MenuItemConstructorOptions[] {
  const item = (
    label: string,
    accelerator: string,
    next: (factor: number) => number,
  ): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => {
      zoomWindow(window, next(window.webContents.getZoomFactor()));
    },
  });
  return [
    item(words.zoomIn, 'CmdOrCtrl+Plus', zoomedIn),
    // The same key without Shift, and the one of the number pad.
    { ...item(words.zoomIn, 'CmdOrCtrl+=', zoomedIn), visible: false },
    { ...item(words.zoomIn, 'CmdOrCtrl+numadd', zoomedIn), visible: false },
    item(words.zoomOut, 'CmdOrCtrl+-', zoomedOut),
    { ...item(words.zoomOut, 'CmdOrCtrl+numsub', zoomedOut), visible: false },
    item(words.actualSize, 'CmdOrCtrl+0', () => 1),
  ];
}

const commandItem = (
  { command }: MenuOptions,
  label: string,
  name: MenuCommand,
): MenuItemConstructorOptions => ({
  label,
  click: () => {
    command(name);
  },
});

function helpItems(options: MenuOptions): MenuItemConstructorOptions[] {
  return [
    { ...commandItem(options, words.shortcuts, 'keyboard-shortcuts'), accelerator: 'F1' },
    commandItem(options, words.helpAndSupport, 'help'),
    commandItem(options, words.about, 'help'),
  ];
}

function supportItems(options: MenuOptions): MenuItemConstructorOptions[] {
  const item = (label: string, name: MenuCommand) => commandItem(options, label, name);
  return [
    { ...item(words.copySummary, 'copy-summary'), accelerator: 'CmdOrCtrl+Shift+C' },
    item(words.saveReport, 'save-report'),
    item(words.openFile, 'open-file'),
  ];
}

/** The application menu, behind Alt or the title bar's button. Quit closes the window, so that it asks what a closing window asks. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const developerItems: MenuItemConstructorOptions[] = options.developerTools
    ? [{ type: 'separator' }, { role: 'toggleDevTools' }]
    : [];
  const quit: MenuItemConstructorOptions = {
    label: words.quit,
    accelerator: 'CmdOrCtrl+Q',
    click: () => {
      options.window.close();
    },
  };
  return [
    { label: words.file, submenu: [...supportItems(options), { type: 'separator' }, quit] },
    { label: words.view, submenu: [...zoomItems(options), ...developerItems] },
    { label: words.help, submenu: helpItems(options) },
  ];
}

/** Sets the menu of the window. */
export function setMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)));
}

/** Lets the menu of the window come up below the title bar, where the page draws that: Windows hides the menu bar then. */
export function popUpMenu(window: BrowserWindow, by: MenuOpener): void {
  Menu.getApplicationMenu()?.popup({ window, x: 0, y: titleBarHeight(window), sourceType: by });
}
