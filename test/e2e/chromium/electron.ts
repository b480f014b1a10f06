// SPDX-License-Identifier: MIT
// What the main bundle gets for the module `electron` where it runs in plain Node: as much of it as the bundle uses.
// The page is one of Chromium's that the test holds; tray, notifications and dialogs are not there.

import { EventEmitter } from 'node:events';
import { app } from './app';
import { BrowserWindow } from './browser-window';
import { Menu } from './menu';
import type { UnusedKey } from './menu';
import type { Answers } from './peer';

const nothing = () => undefined;

type Listener = (event: unknown, ...parameters: readonly unknown[]) => unknown;
type BeforeRequest = (
  details: { readonly url: string },
  answer: (decision: { readonly cancel: boolean }) => void,
) => void;
interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: Buffer;
}
type AnswerRequest = (
  request: { readonly method: string; readonly url: string },
  respond: (answer: Answer) => void,
) => void;

const calls = new Map<string, Listener>();
let answerRequest: AnswerRequest | undefined;
let beforeRequest: BeforeRequest | undefined;
let copied = '';

const noDialog = () => Promise.reject(new Error('Only Electron opens dialogs'));

class Tray extends EventEmitter {
  readonly setToolTip = nothing;
  readonly setContextMenu = nothing;
  readonly destroy = nothing;
  readonly isDestroyed = () => false;
}

const display = { workArea: { x: 0, y: 0, width: 1920, height: 1080 } };

export const electron = {
  app,
  BrowserWindow,
  Menu,
  Tray,
  Notification: { isSupported: () => false },
  clipboard: {
    readText: () => copied,
    writeText: (text: string) => {
      copied = text;
    },
  },
  dialog: { showMessageBox: noDialog, showOpenDialog: noDialog, showSaveDialog: noDialog },
  ipcMain: { handle: (channel: string, listener: Listener) => calls.set(channel, listener) },
  nativeImage: { createFromDataURL: nothing },
  nativeTheme: Object.assign(new EventEmitter(), {
    themeSource: 'system',
    shouldUseDarkColors: false,
  }),
  powerMonitor: new EventEmitter(),
  protocol: {
    registerSchemesAsPrivileged: nothing,
    registerBufferProtocol: (_scheme: string, answer: AnswerRequest) => {
      answerRequest = answer;
    },
  },
  screen: { getPrimaryDisplay: () => display, getAllDisplays: () => [display] },
  session: {
    defaultSession: Object.assign(new EventEmitter(), {
      setPermissionRequestHandler: nothing,
      setPermissionCheckHandler: nothing,
      setDevicePermissionHandler: nothing,
      setSpellCheckerEnabled: nothing,
      webRequest: {
        onBeforeRequest: (listener: BeforeRequest) => {
          beforeRequest = listener;
        },
      },
    }),
  },
  systemPreferences: new EventEmitter(),
};

const isAllowed = (url: string) =>
  new Promise<boolean>((resolve) => {
    if (!beforeRequest) resolve(true);
    beforeRequest?.({ url }, ({ cancel }) => {
      resolve(!cancel);
    });
  });

/** An answer to a request of the page, as it can be told to another process. */
export interface PlainResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What the page's side may ask of the program. */
export const answers = {
  call: (channel: string, url: string, parameters: readonly unknown[]) => {
    const [window] = BrowserWindow.getAllWindows();
    const listener = calls.get(channel);
    if (!window || !listener) throw new Error(`Nobody listens to ${channel}`);
    return listener(
      { sender: window.webContents, senderFrame: { url, parent: null } },
      ...parameters,
    );
  },
  /** Null: the request may not be made at all. */
  request: async (method: string, url: string): Promise<PlainResponse | null> => {
    const answer = answerRequest;
    if (!answer || !(await isAllowed(url))) return null;
    const { statusCode, headers, data } = await new Promise<Answer>((respond) => {
      answer({ method, url }, respond);
    });
    return { status: statusCode, headers, body: new Uint8Array(data) };
  },
  input: (type: string) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.webContents.emit('input-event', {}, { type });
  },
  unusedKey: (key: UnusedKey) => {
    Menu.press(key);
  },
  quit: () => {
    app.quit();
  },
} satisfies Answers;
