// SPDX-License-Identifier: MIT
// What the preload bundle gets for the module `electron`: as much of it as it uses, in a page of Chromium.

import { fromMain, toMain } from './page-names';

type Tell = (...values: readonly unknown[]) => Promise<unknown>;
type Listener = (event: unknown, ...payload: readonly unknown[]) => void;

interface PageEvent {
  readonly isTrusted: boolean;
  readonly defaultPrevented: boolean;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

interface PageGlobals extends Record<string, unknown> {
  addEventListener(name: string, listener: (event: PageEvent) => void, isFirst?: boolean): void;
}

const page = globalThis as unknown as PageGlobals;
const told = (name: string) => page[name] as Tell;
const [call, noteInput, noteUnusedKey] = [
  told(toMain.call),
  told(toMain.input),
  told(toMain.unusedKey),
];
const listeners = new Map<string, Set<Listener>>();

page[fromMain] = (channel: string, payload: readonly unknown[]) => {
  for (const listener of listeners.get(channel) ?? []) listener({}, ...payload);
};

// Electron's main side sees these before the page does.
const inputs = { mousedown: 'mouseDown', mouseup: 'mouseUp', keydown: 'keyDown', keyup: 'keyUp' };
for (const [event, type] of Object.entries(inputs)) {
  page.addEventListener(event, ({ isTrusted }) => void (isTrusted && noteInput(type)), true);
}

page.addEventListener('keydown', (event) => {
  // After the page's own listeners.
  setTimeout(() => {
    if (event.defaultPrevented) return;
    const { key, ctrlKey: control, shiftKey: shift, altKey: alt } = event;
    void noteUnusedKey({ key, control, shift, alt });
  });
});

export const contextBridge = {
  exposeInMainWorld: (name: string, api: unknown): unknown =>
    Object.defineProperty(globalThis, name, { value: api, enumerable: true }),
};

const ipc = {
  invoke: (channel: string, ...parameters: readonly unknown[]): Promise<unknown> =>
    call(channel, parameters),
  on: (channel: string, listener: Listener): void => {
    listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
  },
  removeListener: (channel: string, listener: Listener): void => {
    listeners.get(channel)?.delete(listener);
  },
};
export { ipc as ipcRenderer };
