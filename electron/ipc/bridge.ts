// SPDX-License-Identifier: MIT
// The renderer's side of the contract, derived from ipcSchema. It runs in the preload, so it stands on nothing.

import type { Reply } from '../contract/errors';
import { channelName, ipcSchema } from '../contract/ipc-schema';
import type { IpcBridge } from '../contract/ipc-schema';

/** What the bridge uses of Electron's ipcRenderer. */
export interface RendererIpc {
  invoke(channel: string, ...parameters: unknown[]): Promise<unknown>;
  on(channel: string, listener: (event: unknown, ...payload: unknown[]) => void): unknown;
  removeListener(
    channel: string,
    listener: (event: unknown, ...payload: unknown[]) => void,
  ): unknown;
}

type Listener = (...payload: unknown[]) => void;

/** Asks main; a call that cannot be delivered is answered like any other failure. */
function asking(ipc: RendererIpc, channel: string) {
  return async (...parameters: unknown[]): Promise<Reply<unknown>> => {
    try {
      return (await ipc.invoke(channel, ...parameters)) as Reply<unknown>;
    } catch {
      const message = `Interface Panel could not be asked for ${channel}.`;
      return { ok: false, error: { code: 'internal', message } };
    }
  };
}

/** Subscribes to news; the listener gets the values alone, never Electron's event. */
function listening(ipc: RendererIpc, channel: string) {
  return (listener: Listener) => {
    const forward = (_event: unknown, ...payload: unknown[]) => {
      listener(...payload);
    };
    ipc.on(channel, forward);
    return () => {
      ipc.removeListener(channel, forward);
    };
  };
}

/** Builds window.interfacePanel, frozen in depth. */
export function createBridge(ipc: RendererIpc): IpcBridge {
  const groups = Object.entries(ipcSchema).map(([group, calls]) => {
    const members = Object.entries(calls).map(([call, { direction }]) => {
      const channel = channelName(group, call);
      const member = direction === 'invoke' ? asking(ipc, channel) : listening(ipc, channel);
      return [call, Object.freeze(member)] as const;
    });
    return [group, Object.freeze(Object.fromEntries(members))] as const;
  });
  return Object.freeze(Object.fromEntries(groups)) as unknown as IpcBridge;
}
