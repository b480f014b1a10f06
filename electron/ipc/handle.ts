// SPDX-License-Identifier: MIT
// The one way in: every question of the renderer passes here before a handler sees it.

import type { AppError, Reply } from '../contract/errors';
import { channelName, ipcSchema } from '../contract/ipc-schema';
import type { IpcHandlers } from '../contract/ipc-schema';
import { AppFailure } from '../base/app-failure';
import { isLargerThan } from './payload-size';
import type { Payload, Payloads } from './payloads';
import type { CallEvent, TrustedSenders } from './trusted-senders';

type AnyHandler = (...parameters: readonly unknown[]) => unknown;
type Answering = Promise<Readonly<Record<string, Readonly<Record<string, AnyHandler>>>>>;
type AnyPayload = Payload<readonly unknown[]>;

/** What is used of Electron's ipcMain. */
export interface MainIpc {
  handle(
    channel: string,
    listener: (event: CallEvent, ...parameters: unknown[]) => Promise<Reply<unknown>>,
  ): void;
}

/** Where refusals and unexpected failures are written; details stay on this side of the border. */
export type WriteLog = (message: string, cause?: unknown) => void;

function failed(error: AppError): Reply<never> {
  return { ok: false, error };
}

/** Why the parameters are not the contract's, in one sentence; null when they are. */
function parameterDefect(payload: AnyPayload, parameters: readonly unknown[]): string | null {
  if (isLargerThan(parameters, payload.limit)) return `More than ${payload.limit} bytes.`;
  if (parameters.length !== payload.arity) {
    return `${payload.arity} values are expected, ${parameters.length} came.`;
  }
  return shapeDefect(payload, parameters);
}

/** An object can be made so that comparing one of its members throws: then it is not the contract's either. */
function shapeDefect({ schema }: AnyPayload, parameters: readonly unknown[]): string | null {
  try {
    const [issue] = schema.safeParse(parameters).error?.issues ?? [];
    return issue ? `${issue.message} (${issue.path.join('.')}).` : null;
  } catch {
    return 'A value cannot be compared.';
  }
}

/** What the renderer learns of a failure: its code and sentence, or nothing but that there was one. */
function replyTo(cause: unknown, channel: string, log: WriteLog): Reply<never> {
  if (cause instanceof AppFailure) return failed(cause.appError);
  log(`${channel} failed`, cause);
  return failed({ code: 'internal', message: 'Something went wrong inside Interface Panel.' });
}

/** Makes the listener of one channel: checks the sender, the size, the number and the shape of what came. */
function guard(
  channel: string,
  handler: () => Promise<AnyHandler>,
  payload: AnyPayload,
  senders: TrustedSenders,
  log: WriteLog,
) {
  return async (event: CallEvent, ...parameters: unknown[]): Promise<Reply<unknown>> => {
    const refusal = senders.refusal(event);
    if (refusal !== null) {
      log(`${channel} refused: ${refusal}`);
      return failed({ code: 'forbidden-sender', message: 'Only the app’s own window may ask.' });
    }
    try {
      const defect = parameterDefect(payload, parameters);
      if (defect === null) return { ok: true, value: await (await handler())(...parameters) };
      log(`${channel} refused: ${defect}`);
      return failed({ code: 'invalid-request', message: `${channel}: ${defect}` });
    } catch (cause) {
      return replyTo(cause, channel, log);
    }
  };
}

/** Who answers a question, as soon as there is anybody. */
async function handlerOf(answering: Answering, group: string, call: string): Promise<AnyHandler> {
  const handler = (await answering)[group]?.[call];
  if (!handler) throw new TypeError(`Nobody answers ${channelName(group, call)}`);
  return handler;
}

/** Takes every question of the contract from now on, and has it answered once there are handlers. */
export function handle(
  ipc: MainIpc,
  handlers: Promise<IpcHandlers>,
  payloads: Payloads,
  senders: TrustedSenders,
  log: WriteLog,
): void {
  const answering = handlers as unknown as Answering;
  const payloadsByName = payloads as unknown as Record<string, Record<string, AnyPayload>>;
  for (const [group, calls] of Object.entries(ipcSchema)) {
    for (const [call, { direction }] of Object.entries(calls)) {
      if (direction !== 'invoke') continue;
      const channel = channelName(group, call);
      const payload = payloadsByName[group]?.[call];
      if (!payload) throw new TypeError(`Nobody checks ${channel}`);
      const handler = () => handlerOf(answering, group, call);
      ipc.handle(channel, guard(channel, handler, payload, senders, log));
    }
  }
}
