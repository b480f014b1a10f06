// SPDX-License-Identifier: MIT
// A stand-in for main, derived from the same schema as the real bridge.
import type { AppError, Reply } from '../../../electron/contract/errors';
import { channelName, ipcSchema } from '../../../electron/contract/ipc-schema';
import type { IpcBridge, IpcHandlers, IpcNotifiers } from '../../../electron/contract/ipc-schema';

/** Answers for some calls; the others fail loudly. */
export type SomeHandlers = { readonly [G in keyof IpcHandlers]?: Partial<IpcHandlers[G]> };

/** Thrown by a handler to answer with an error. */
export class Refused extends Error {
  constructor(readonly appError: AppError) {
    super(appError.message);
  }
}

type Listener = (...news: readonly unknown[]) => void;
interface Call {
  readonly direction: 'invoke' | 'notify';
}
type Handler = (...parameters: readonly unknown[]) => unknown;

export interface BridgeDouble {
  /** What a window would find as window.interfacePanel. */
  readonly bridge: IpcBridge;
  /** What main would tell. */
  readonly notify: IpcNotifiers;
  /** Adds or replaces answers. */
  readonly answer: (handlers: SomeHandlers) => void;
  /** The parameters of every call to a channel such as "changes.apply", in order. */
  readonly callsTo: (channel: string) => readonly (readonly unknown[])[];
}

/** Makes a bridge that answers with `handlers` and tells what `notify` is told. */
export function createBridgeDouble(handlers: SomeHandlers): BridgeDouble {
  const answers = new Map<string, Handler>();
  const listeners = new Map<string, Set<Listener>>();
  const calls = new Map<string, (readonly unknown[])[]>();

  const answer = (more: SomeHandlers) => {
    for (const [group, groupHandlers] of Object.entries(more)) {
      for (const [call, handler] of Object.entries(groupHandlers)) {
        answers.set(channelName(group, call), handler as Handler);
      }
    }
  };
  const invoke = async (
    channel: string,
    parameters: readonly unknown[],
  ): Promise<Reply<unknown>> => {
    calls.set(channel, [...(calls.get(channel) ?? []), parameters]);
    const handler = answers.get(channel);
    if (!handler) throw new Error(`The test has no answer for ${channel}`);
    try {
      return { ok: true, value: await handler(...parameters) };
    } catch (reason) {
      if (reason instanceof Refused) return { ok: false, error: reason.appError };
      throw reason;
    }
  };
  const listen = (channel: string, listener: Listener) => {
    const heard = listeners.get(channel) ?? new Set();
    listeners.set(channel, heard.add(listener));
    return () => heard.delete(listener);
  };

  const derive = (make: (channel: string, direction: 'invoke' | 'notify') => unknown) =>
    Object.fromEntries(
      Object.entries(ipcSchema).map(([group, groupCalls]) => [
        group,
        Object.fromEntries(
          Object.entries(groupCalls as Record<string, Call>).map(([call, { direction }]) => [
            call,
            make(channelName(group, call), direction),
          ]),
        ),
      ]),
    );

  const bridge = derive((channel, direction) =>
    direction === 'invoke'
      ? (...parameters: readonly unknown[]) => invoke(channel, parameters)
      : (listener: Listener) => listen(channel, listener),
  ) as unknown as IpcBridge;
  const notify = derive((channel) => (...news: readonly unknown[]) => {
    for (const listener of listeners.get(channel) ?? []) listener(...news);
  }) as unknown as IpcNotifiers;

  answer(handlers);
  return { bridge, notify, answer, callsTo: (channel) => calls.get(channel) ?? [] };
}
