// SPDX-License-Identifier: MIT

import { Menu } from 'electron';
import type { BrowserWindow, MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../contract/ipc-schema';
import { zoomedIn, zoomedOut } from './zoom';

export interface MenuOptions {
  readonly window: BrowserWindow;
  readonly developerTools: boolean;
  /** Asks the page to show something. */
  readonly command: (command: MenuCommand) => void;
}

function zoomItems({ window }: MenuOptions): MenuItemConstructorOptions[] {
  const contents = window.webContents;
  const item = (
    label: string,
    accelerator: string,
    next: (factor: number) => number,
  ): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => {
      contents.setZoomFactor(next(contents.getZoomFactor()));
    },
  });
  return [
    item('Zoom in', 'CmdOrCtrl+Plus', zoomedIn),
    // The same key without Shift, and the one of the number pad.
    { ...item('Zoom in', 'CmdOrCtrl+=', zoomedIn), visible: false },
    { ...item('Zoom in', 'CmdOrCtrl+numadd', zoomedIn), visible: false },
    item('Zoom out', 'CmdOrCtrl+-', zoomedOut),
    { ...item('Zoom out', 'CmdOrCtrl+numsub', zoomedOut), visible: false },
    item('Actual size', 'CmdOrCtrl+0', () => 1),
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
    { ...commandItem(options, 'Keyboard shortcuts', 'keyboard-shortcuts'), accelerator: 'F1' },
    commandItem(options, 'Help and support', 'help'),
    commandItem(options, 'About Interface Panel', 'help'),
  ];
}

function supportItems(options: MenuOptions): MenuItemConstructorOptions[] {
  const item = (label: string, name: MenuCommand) => commandItem(options, label, name);
  return [
    { ...item('Copy summary for support', 'copy-summary'), accelerator: 'CmdOrCtrl+Shift+C' },
    item('Save report…', 'save-report'),
    item('Open saved set…', 'open-saved-set'),
    item('Compare with a report…', 'compare'),
  ];
}

/** The application menu, behind Alt. Quit closes the window, so that it asks what a closing window asks. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const developerItems: MenuItemConstructorOptions[] = options.developerTools
    ? [{ type: 'separator' }, { role: 'toggleDevTools' }]
    : [];
  const quit: MenuItemConstructorOptions = {
    label: 'Quit',
    accelerator: 'CmdOrCtrl+Q',
    click: () => {
      options.window.close();
    },
  };
  return [
    { label: '&File', submenu: [...supportItems(options), { type: 'separator' }, quit] },
    { label: '&View', submenu: [...zoomItems(options), ...developerItems] },
    { label: '&Help', submenu: helpItems(options) },
  ];
}

/** Sets the menu of the window. */
export function setMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)));
}
