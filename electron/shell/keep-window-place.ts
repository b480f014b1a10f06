// SPDX-License-Identifier: MIT

import { screen } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Folder } from '../files/folder';
import { reachableBounds, writeWindowPlace } from '../preferences/window-place';
import type { WindowPlace } from '../preferences/window-place';
import { zoomWindow } from './window';

/** Moving and resizing come in bursts; only where they end is worth a write. Milliseconds. */
const pause = 500;

/** When to do what would show a window: at once, or when one that waits in the tray is first wanted. */
export type OnceWanted = (work: () => void) => void;

/** Puts a window where an earlier one was, if that is still in sight, and draws it as large. */
export function restoreWindowPlace(
  window: BrowserWindow,
  place: WindowPlace,
  onceWanted: OnceWanted,
): void {
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()];
  const { x, y, width, height } = reachableBounds(
    place.bounds,
    displays.map(({ workArea }) => workArea),
  );
  window.setSize(width, height);
  if (x !== undefined && y !== undefined) window.setPosition(x, y);
  else window.center();
  if (place.isMaximized)
    onceWanted(() => {
      window.maximize();
    });
  window.webContents.once('dom-ready', () => {
    zoomWindow(window, place.zoom);
  });
}

/** Keeps the place of a window, as it moves and when it closes. */
export function keepWindowPlace(window: BrowserWindow, folder: Folder): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = () => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.webContents.isDestroyed()) return;
    writeWindowPlace(folder, {
      bounds: window.getNormalBounds(),
      isMaximized: window.isMaximized(),
      zoom: Math.round(window.webContents.getZoomFactor() * 100) / 100,
    });
  };
  const keepSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, pause);
  };
  window.on('resize', keepSoon);
  window.on('move', keepSoon);
  window.on('maximize', keepSoon);
  window.on('unmaximize', keepSoon);
  window.on('close', keep);
  // No window is closed then (Windows).
  window.on('query-session-end', keep);
  window.once('closed', () => {
    clearTimeout(timer);
  });
}
