// SPDX-License-Identifier: MIT

import { BrowserWindow, nativeTheme, systemPreferences } from 'electron';
import type { BrowserWindowConstructorOptions } from 'electron';
import { release } from 'node:os';
import { startPage } from './app-origin';
import { lookFor } from './window-look';
import type { WindowLook } from './window-look';

export interface WindowOptions {
  readonly title: string;
  /** Absolute path of the preload bundle. */
  readonly preload: string;
  readonly developerTools: boolean;
  /** Whether it waits in the tray until the user wants it. */
  readonly inTray: boolean;
}

function lookNow(zoom: number): WindowLook {
  const contrastColours = () => ({
    window: systemPreferences.getColor('window'),
    text: systemPreferences.getColor('window-text'),
  });
  return lookFor({
    platform: process.platform,
    release: release(),
    isDark: nativeTheme.shouldUseDarkColors,
    // Only Windows has such a mode, and tells its colours.
    contrastColours: nativeTheme.inForcedColorsMode ? contrastColours() : null,
    zoom,
  });
}

/** The window's options; the page gets nothing of Node and only the bridge of the preload. */
export function windowOptions(options: WindowOptions): BrowserWindowConstructorOptions {
  const { backgroundColor, titleBar, material } = lookNow(1);
  return {
    title: options.title,
    width: 1200,
    height: 800,
    minWidth: 640,
    minHeight: 480,
    useContentSize: false,
    show: false,
    backgroundColor,
    ...(titleBar && { titleBarStyle: 'hidden', titleBarOverlay: titleBar }),
    ...(material !== 'none' && { backgroundMaterial: material }),
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      // Compiled code is kept from the first start on, not from the third (app-protocol.ts allows it).
      v8CacheOptions: 'bypassHeatCheck',
      devTools: options.developerTools,
    },
  };
}

function wearLook(window: BrowserWindow): void {
  const { backgroundColor, titleBar, material } = lookNow(window.webContents.getZoomFactor());
  window.setBackgroundColor(backgroundColor);
  if (!titleBar) return;
  window.setTitleBarOverlay(titleBar);
  window.setBackgroundMaterial(material);
}

/** How high the title bar is that the page draws, in pixels of the window; 0 where the frame is the system's. */
export function titleBarHeight({ webContents }: BrowserWindow): number {
  return lookNow(webContents.getZoomFactor()).titleBar?.height ?? 0;
}

function followTheme(window: BrowserWindow): void {
  const update = () => {
    wearLook(window);
  };
  nativeTheme.on('updated', update);
  window.once('closed', () => nativeTheme.off('updated', update));
}

/** Zooms the page, and with it the title bar that it draws. */
export function zoomWindow(window: BrowserWindow, factor: number): void {
  window.webContents.setZoomFactor(factor);
  wearLook(window);
}

/** Makes the window and, unless it waits in the tray, shows it with its first frame, never empty. Loading the page is the caller's. */
export function createWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow(windowOptions(options));
  followTheme(window);
  if (!options.inTray) {
    window.once('ready-to-show', () => {
      window.show();
    });
  }
  return window;
}

/** Loads the page. A bundle that is not there ends in a rejection that says so. */
export async function loadStartPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(startPage);
}
