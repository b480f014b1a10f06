// SPDX-License-Identifier: MIT
import type { BrowserWindow, MenuItemConstructorOptions } from 'electron';
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { menuTemplate, popUpMenu } from '../../../electron/shell/menu';
import {
  noteGoneProcesses,
  reloadWhenGone,
  returnWhenLeft,
} from '../../../electron/shell/recovery';
import { windowOptions, zoomWindow } from '../../../electron/shell/window';

const theme = vi.hoisted(() => ({ shouldUseDarkColors: false, inForcedColorsMode: false }));
const system = vi.hoisted(() => ({ platform: 'linux', release: '6.17.0' }));
const popup = vi.hoisted(() => vi.fn());
const dialog = vi.hoisted(() => ({
  showMessageBox: vi.fn(() => Promise.resolve({ response: 0 })),
}));

vi.mock('electron', () => ({
  BrowserWindow: vi.fn(),
  Menu: { getApplicationMenu: () => ({ popup }) },
  dialog,
  nativeTheme: theme,
  systemPreferences: { getColor: (name: string) => (name === 'window' ? '#000000' : '#00ff00') },
}));
vi.mock('node:os', () => ({ release: () => system.release }));

const options = {
  title: 'Interface Panel',
  preload: '/preload/index.cjs',
  developerTools: false,
  inTray: false,
};

describe('the window', () => {
  it('gives its page the bridge and nothing else', () => {
    expect(windowOptions(options).webPreferences).toEqual({
      preload: '/preload/index.cjs',
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
      v8CacheOptions: 'bypassHeatCheck',
      devTools: false,
    });
  });

  it('has its sizes and stays hidden until there is something to show', () => {
    expect(windowOptions(options)).toMatchObject({
      width: 1200,
      height: 800,
      minWidth: 640,
      minHeight: 480,
      show: false,
    });
  });

  it.each([
    [false, '#fafafa'],
    [true, '#1f1f1f'],
  ])('with dark colours %s begins in %s', (dark, color) => {
    theme.shouldUseDarkColors = dark;
    expect(windowOptions(options).backgroundColor).toBe(color);
  });
});

describe('the window on Windows 11', () => {
  const webContents = { getZoomFactor: () => 1.5, setZoomFactor: vi.fn() };
  const setTitleBarOverlay = vi.fn();
  const setBackgroundMaterial = vi.fn();
  const window = {
    webContents,
    setBackgroundColor: vi.fn(),
    setTitleBarOverlay,
    setBackgroundMaterial,
  } as unknown as BrowserWindow;

  beforeEach(() => {
    vi.stubGlobal('process', Object.create(process, { platform: { value: 'win32' } }));
    system.release = '10.0.26100';
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    theme.inForcedColorsMode = false;
  });

  it('leaves the title bar to its page, and its background to Mica', () => {
    expect(windowOptions(options)).toMatchObject({
      titleBarStyle: 'hidden',
      titleBarOverlay: { height: 32 },
      backgroundMaterial: 'mica',
      backgroundColor: '#00000000',
    });
  });

  it('zooms its title bar with its page', () => {
    zoomWindow(window, 1.5);
    expect(webContents.setZoomFactor).toHaveBeenCalledWith(1.5);
    expect(setTitleBarOverlay).toHaveBeenCalledWith(expect.objectContaining({ height: 48 }));
  });

  it('with high contrast is as the user chose, and without Mica', () => {
    theme.inForcedColorsMode = true;
    zoomWindow(window, 1.5);
    expect(setBackgroundMaterial).toHaveBeenLastCalledWith('none');
    expect(setTitleBarOverlay).toHaveBeenLastCalledWith({
      color: '#000000',
      symbolColor: '#00ff00',
      height: 48,
    });
  });

  it('has its menu come up below the title bar', () => {
    popUpMenu(window, 'keyboard');
    expect(popup).toHaveBeenCalledWith({ window, x: 0, y: 48, sourceType: 'keyboard' });
  });
});

describe('the menu', () => {
  const contents = { getZoomFactor: () => 1, setZoomFactor: vi.fn() };
  const window = { close: vi.fn(), setBackgroundColor: vi.fn(), webContents: contents };
  const command = vi.fn();
  const items = (developerTools: boolean) =>
    menuTemplate({
      window: window as unknown as BrowserWindow,
      developerTools,
      command,
    }).flatMap(({ submenu }) => submenu as MenuItemConstructorOptions[]);

  const choose = (label: string) => {
    const item = items(false).find((one) => one.label === label);
    (item?.click as (() => void) | undefined)?.();
  };

  it.each([
    ['Zoom in', 1.1],
    ['Zoom out', 0.9],
    ['Actual size', 1],
  ])('%s sets %d', (label, factor) => {
    choose(label);
    expect(contents.setZoomFactor).toHaveBeenLastCalledWith(factor);
  });

  it('asks the page for its keyboard shortcuts', () => {
    choose('Keyboard shortcuts');
    expect(command).toHaveBeenCalledWith('keyboard-shortcuts');
  });

  it('leads to the page that says what this is', () => {
    choose('About Interface Panel');
    expect(command).toHaveBeenCalledWith('help');
  });

  it('quits by closing the window, so that it asks what a closing window asks', () => {
    choose('Quit');
    expect(window.close).toHaveBeenCalled();
  });

  it('offers developer tools in development alone', () => {
    const roles = (developerTools: boolean) => items(developerTools).map(({ role }) => role);
    expect(roles(true)).toContain('toggleDevTools');
    expect(roles(false)).not.toContain('toggleDevTools');
  });
});

describe('another process of Chromium that dies', () => {
  it('is noted, unless it ended as it should', () => {
    const app = new EventEmitter();
    const logged: string[] = [];
    noteGoneProcesses(app as unknown as Electron.App, (message) => logged.push(message));
    app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed' });
    app.emit('child-process-gone', {}, { type: 'Utility', reason: 'clean-exit' });
    expect(logged).toEqual(['The process “GPU” is gone: crashed.']);
  });
});

describe('a page that dies', () => {
  const load = vi.fn(() => Promise.resolve());
  const scene = (isDestroyed = false) => {
    const webContents = new EventEmitter();
    const close = vi.fn();
    const window = { webContents, isDestroyed: () => isDestroyed, loadURL: load, close };
    const logged: string[] = [];
    reloadWhenGone(window as unknown as BrowserWindow, (message) => logged.push(message));
    const die = (reason: string) => webContents.emit('render-process-gone', {}, { reason });
    return { die, logged, close };
  };

  beforeEach(() => {
    load.mockClear();
  });

  it.each(['crashed', 'killed', 'oom'])('(%s) is loaded again', (reason) => {
    scene().die(reason);
    expect(load).toHaveBeenCalledWith('app://bundle/index.html');
  });

  it('a fourth time is loaded again when the user says so', async () => {
    dialog.showMessageBox.mockResolvedValueOnce({ response: 0 });
    const { die, logged } = scene();
    for (let time = 0; time < 4; time += 1) die('crashed');
    expect(load).toHaveBeenCalledTimes(3);
    expect(logged).toHaveLength(4);
    await vi.waitFor(() => {
      expect(load).toHaveBeenCalledTimes(4);
    });
  });

  it('a fourth time closes the window otherwise', async () => {
    dialog.showMessageBox.mockResolvedValueOnce({ response: 1 });
    const { die, close } = scene();
    for (let time = 0; time < 4; time += 1) die('crashed');
    await vi.waitFor(() => {
      expect(close).toHaveBeenCalledOnce();
    });
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('is left alone when that was meant, or the window is gone', () => {
    scene().die('clean-exit');
    scene(true).die('crashed');
    expect(load).not.toHaveBeenCalled();
  });
});

describe('a page that was left', () => {
  const load = vi.fn(() => Promise.resolve());
  const navigateTo = (url: string) => {
    load.mockClear();
    const webContents = new EventEmitter();
    returnWhenLeft({ webContents, loadURL: load } as unknown as BrowserWindow);
    webContents.emit('did-navigate', {}, url);
  };

  it('for about:blank is loaded again', () => {
    navigateTo('about:blank');
    expect(load).toHaveBeenCalledWith('app://bundle/index.html');
  });

  it('for itself stays as it is', () => {
    navigateTo('app://bundle/index.html');
    expect(load).not.toHaveBeenCalled();
  });
});
