// SPDX-License-Identifier: MIT
// An icon that says which way internet traffic goes, and brings the window back. It changes nothing.

import { app, Menu, nativeImage, Tray } from 'electron';
import type { BrowserWindow } from 'electron';
import { bringToFront } from './bring-to-front';
import { trayIcon } from './tray-icon';

export interface TrayOptions {
  readonly window: BrowserWindow;
  /** Shows the page about internet traffic. */
  readonly showTraffic: () => void;
}

/** Changes come in bursts; a tooltip need not follow each. Milliseconds. */
const pause = 1_000;

/**
 * Puts the icon into the tray until the window closes, and answers what is to be called when something may
 * have changed: it asks for the text and shows it. Where a desktop has no tray there is just no icon.
 */
export function showTray(options: TrayOptions, text: () => Promise<string>): () => void {
  const { window, showTraffic } = options;
  const tray = new Tray(nativeImage.createFromDataURL(trayIcon));
  let timer: NodeJS.Timeout | undefined;
  const open = () => {
    bringToFront(window);
    showTraffic();
  };
  tray.on('click', open);
  const say = (shown: string) => {
    tray.setToolTip(shown);
    // A tooltip needs a mouse, and some desktops have none: the menu says the same.
    const state = shown.split('\n').map((label) => ({ label, enabled: false }));
    tray.setContextMenu(
      Menu.buildFromTemplate([
        ...state,
        { type: 'separator' },
        { label: 'Open', click: open },
        {
          label: 'Quit',
          click: () => {
            window.close();
          },
        },
      ]),
    );
  };
  say(app.name);
  const tell = async () => {
    timer = undefined;
    const shown = await text();
    if (!tray.isDestroyed()) say(shown);
  };
  window.once('closed', () => {
    clearTimeout(timer);
    tray.destroy();
  });
  return () => {
    timer ??= setTimeout(() => {
      // Without a snapshot there is nothing to say; the next change asks again.
      tell().catch(() => undefined);
    }, pause);
  };
}
