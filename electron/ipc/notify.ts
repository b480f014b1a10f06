// SPDX-License-Identifier: MIT

import { channelName, ipcSchema } from '../contract/ipc-schema';
import type { IpcNotifiers } from '../contract/ipc-schema';

/** What is used of Electron's WebContents. */
export interface NotifyTarget {
  isDestroyed(): boolean;
  isCrashed(): boolean;
  send(channel: string, ...payload: unknown[]): void;
}

/** Derives a notifier for each piece of news; windows that cannot hear are passed over. */
export function createNotifiers(targets: () => Iterable<NotifyTarget>): IpcNotifiers {
  const sending =
    (channel: string) =>
    (...payload: unknown[]) => {
      for (const target of targets()) {
        if (!target.isDestroyed() && !target.isCrashed()) target.send(channel, ...payload);
      }
    };
  const groups = Object.entries(ipcSchema).map(([group, calls]) => {
    const members = Object.entries(calls)
      .filter(([, { direction }]) => direction === 'notify')
      .map(([call]) => [call, sending(channelName(group, call))] as const);
    return [group, Object.fromEntries(members)] as const;
  });
  return Object.fromEntries(groups) as unknown as IpcNotifiers;
}
