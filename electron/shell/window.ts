// SPDX-License-Identifier: MIT

import { BrowserWindow, nativeTheme } from 'electron';
import type { BrowserWindowConstructorOptions } from 'electron';
import { startPage } from './app-origin';

/** Fluent UI's colorNeutralBackground2, so that the first frame has the colour of the page. */
const background = { light: '#fafafa', dark: '#1f1f1f' };

export interface WindowOptions {
  readonly title: string;
  /** Absolute path of the preload bundle. */
  readonly preload: string;
  readonly developerTools: boolean;
  /** Whether it waits in the tray until the user wants it. */
  readonly inTray: boolean;
}

const backgroundColor = () =>
  nativeTheme.shouldUseDarkColors ? background.dark : background.light;

/** The window's options; the page gets nothing of Node and only the bridge of the preload. */
export function windowOptions(options: WindowOptions): BrowserWindowConstructorOptions {
  return {
    title: options.title,
    width: 1200,
    height: 800,
    minWidth: 640,
    minHeight: 480,
    useContentSize: false,
    show: false,
    backgroundColor: backgroundColor(),
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
      devTools: options.developerTools,
    },
  };
}

function followTheme(window: BrowserWindow): void {
  const update = () => {
    window.setBackgroundColor(backgroundColor());
  };
  nativeTheme.on('updated', update);
  window.once('closed', () => nativeTheme.off('updated', update));
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
