// SPDX-License-Identifier: MIT
import { useQuery } from '@tanstack/react-query';
import type { Environment } from '../../electron/contract/ipc-schema';
import type {
  InterruptedTransaction,
  LostSettings,
  TransactionState,
} from '../../electron/contract/changes';
import type { AppError } from '../../electron/contract/errors';
import type { LastingSettings } from '../../electron/contract/lasting';
import { useBridge } from './bridge';
import { messages } from '../../electron/language/messages';
import {
  environmentQuery,
  interruptedQuery,
  lastingSettingsQuery,
  lostSettingsQuery,
  readErrorQuery,
  transactionQuery,
} from './queries';

const { systemNames } = messages.app;

/** Where and as what this runs; undefined for a moment after the start. */
export function useEnvironment(): Environment | undefined {
  return useQuery(environmentQuery(useBridge())).data;
}

/** The system whose rules hold here, as people call it; the simulated network is a Windows one. */
export function useSystemName(): string {
  return useEnvironment()?.stack === 'linux' ? systemNames.linux : systemNames.windows;
}

const noTransaction: TransactionState = { phase: 'none' };

/** Where the transaction of this app stands. */
export function useTransaction(): TransactionState {
  return useQuery(transactionQuery(useBridge())).data ?? noTransaction;
}

const noneInterrupted: readonly InterruptedTransaction[] = [];

/** Transactions of earlier runs that have no end yet. */
export function useInterrupted(): readonly InterruptedTransaction[] {
  return useQuery(interruptedQuery(useBridge())).data ?? noneInterrupted;
}

const noneLost: readonly LostSettings[] = [];

/** Adapters that came back without values that were kept for them. */
export function useLostSettings(): readonly LostSettings[] {
  return useQuery(lostSettingsQuery(useBridge())).data ?? noneLost;
}

/** What is set again whenever its adapter comes back; undefined until it was read. */
export function useLastingSettings(): LastingSettings | undefined {
  return useQuery(lastingSettingsQuery(useBridge())).data;
}

/** Why reading fails at the moment, or null. */
export function useReadError(): AppError | null {
  return useQuery(readErrorQuery).data;
}
