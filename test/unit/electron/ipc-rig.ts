// SPDX-License-Identifier: MIT
// The way in, with one handler behind every channel, for tests to send through.

import { vi } from 'vitest';
import type { Reply } from '../../../electron/contract/errors';
import type { StackName } from '../../../electron/contract/family';
import { channelName, ipcSchema } from '../../../electron/contract/ipc-schema';
import type { IpcHandlers } from '../../../electron/contract/ipc-schema';
import { handle } from '../../../electron/ipc/handle';
import { payloadsFor } from '../../../electron/ipc/payloads';
import { TrustedSenders } from '../../../electron/ipc/trusted-senders';
import type { CallEvent } from '../../../electron/ipc/trusted-senders';

type Listener = (event: CallEvent, ...parameters: unknown[]) => Promise<Reply<unknown>>;

/** Every question of the contract. */
export const channels = Object.entries(ipcSchema).flatMap(([group, calls]) =>
  Object.entries(calls)
    .filter(([, { direction }]) => direction === 'invoke')
    .map(([call]) => channelName(group, call)),
);

/** A handler for every channel, all of them one. */
export const answer = vi.fn((): unknown => 'answer');
export const handlers = new Proxy(
  {},
  { get: () => new Proxy({}, { get: () => answer }) },
) as IpcHandlers;

export const luid = '1688849977704448';
export const operation = { luid, family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1400 };
export const plan = { operations: [operation], lasting: 'until-reconnect', deadline: 60 };
export const storedEdit = { luid, family: 'IPv4', field: 'NlMtu', expected: 1500, draft: 'abc' };
export const previewRequest = {
  operations: [operation],
  addresses: ['192.0.2.1'],
  kinds: { [luid]: 'vpn' },
  vpn: luid,
  blocksOthers: false,
};
export const transactionId = '0123456789abcdef0123456789abcdef';

/** One acceptable call of each channel. */
export const goodCalls: Readonly<Record<string, readonly unknown[]>> = {
  'app.environment': [],
  'app.about': [],
  'app.accent': [],
  'app.close': ['keep'],
  'app.openMenu': ['keyboard'],
  'app.copyText': ['some text'],
  'app.pageFailed': [{ kind: 'error', text: 'TypeError: x', stack: '    at f (app.js:1:2)' }],
  'app.signInStart': [],
  'app.startAtSignIn': [true],
  'interfaces.snapshot': [],
  'interfaces.bestRoute': ['2001:db8::1'],
  'interfaces.manager': ['1689399632855040'],
  'changes.state': [],
  'changes.apply': [plan],
  'changes.planDetails': [plan],
  'changes.restore': [{ transactionId, deadline: 300 }],
  'changes.stopWaiting': [],
  'changes.keep': [],
  'changes.revert': [],
  'changes.interrupted': [],
  'changes.dismissInterrupted': [transactionId],
  'changes.lost': [],
  'changes.lasting': [],
  'changes.makeLast': [[{ luid, family: 'IPv4', field: 'NlMtu', value: 1500 }]],
  'changes.stopLasting': [[transactionId]],
  'history.page': [0, 100],
  'history.outline': [{ search: 'mtu', groups: ['kept'] }],
  'history.transaction': [transactionId],
  'routes.preview': [previewRequest],
  'routes.standings': [],
  'routes.chunk': [null, 0],
  'routes.since': [1],
  'routes.resolveName': ['example.com'],
  'edits.load': [],
  'edits.store': [[storedEdit]],
  'support.computer': [],
  'support.saveReport': [{ scope: null, format: 'json', isMasked: true }],
  'support.saveEdits': [{ operations: [operation] }],
  'support.showSaved': [],
  'support.openFile': [],
  'support.openText': ['set.interfacepanel', '{}'],
  'support.takeGiven': [],
  'support.fitAgain': [1],
  'preferences.load': [],
  'preferences.store': [{ adapterKinds: { '6 02:fc:00:00:00:01 eth0': 'vpn' } }],
};

/** A call from the one window that is trusted. */
export const trusted: CallEvent = {
  sender: { id: 7 },
  senderFrame: { url: 'app://bundle/index.html', parent: null },
};

/** Every channel of a run on this stack, its senders and its log. */
export function makeWayIn(
  stack: StackName = 'windows',
  answering: Promise<IpcHandlers> = Promise.resolve(handlers),
) {
  const listeners = new Map<string, Listener>();
  const senders = new TrustedSenders();
  const logged: string[] = [];
  let destroyed: (() => void) | undefined;
  senders.add({
    id: trusted.sender.id,
    once: (_event, listener) => {
      destroyed = listener;
    },
  });
  const ipc = { handle: (channel: string, listener: Listener) => listeners.set(channel, listener) };
  handle(ipc, answering, payloadsFor(stack), senders, (message) => logged.push(message));
  return {
    channels: [...listeners.keys()],
    senders,
    logged,
    destroyWindow: () => {
      destroyed?.();
    },
    call(channel: string, parameters: readonly unknown[], event = trusted) {
      const listener = listeners.get(channel);
      if (!listener) throw new Error(`${channel} is not handled`);
      return listener(event, ...parameters);
    },
  };
}

export const refusedWith = (code: string) => ({ ok: false, error: { code } });
