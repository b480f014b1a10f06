// SPDX-License-Identifier: MIT
import { createContext, useContext } from 'react';
import { causeText } from '../../electron/contract/cause-text';
import type { AppError, Reply } from '../../electron/contract/errors';
import type { IpcBridge } from '../../electron/contract/ipc-schema';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly interfacePanel: IpcBridge;
  }
}

/** An error that main answered with; `appError` is what it said. */
export class BridgeError extends Error {
  constructor(readonly appError: AppError) {
    super(appError.message);
    this.name = 'BridgeError';
  }
}

/** The value of a reply; throws {@link BridgeError} when the answer is an error. */
export function unwrap<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new BridgeError(reply.error);
  return reply.value;
}

/** What main said, or why there was no answer at all. */
export function appErrorOf(reason: unknown): AppError {
  if (reason instanceof BridgeError) return reason.appError;
  return { code: 'internal', message: causeText(reason) };
}

const BridgeContext = createContext<IpcBridge | null>(null);

export const BridgeProvider = BridgeContext.Provider;

/** The way to main. */
export function useBridge(): IpcBridge {
  const bridge = useContext(BridgeContext);
  if (!bridge) throw new Error('useBridge needs a BridgeProvider around it');
  return bridge;
}
