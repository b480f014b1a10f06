// SPDX-License-Identifier: MIT
import { useState } from 'react';
import type { Obstacle, TransactionIn, TransactionState } from '../../electron/contract/changes';
import type { AppError, Reply } from '../../electron/contract/errors';
import { appErrorOf } from '../bridge/bridge';
import { useTransaction } from '../bridge/use-bridge-query';

/** How far one press of Apply has come. */
export type Attempt =
  | { readonly kind: 'reviewing' }
  /** Main was asked, or the transaction is on its way. */
  | { readonly kind: 'under-way'; readonly transaction: TransactionState }
  /** What was reviewed is no longer so; nothing was asked for. */
  | { readonly kind: 'outdated'; readonly obstacles: readonly Obstacle[] }
  /** Main refused to begin. */
  | { readonly kind: 'not-begun'; readonly error: AppError }
  | {
      readonly kind: 'ended';
      readonly transaction: TransactionIn<'ended'>;
    };

export interface AttemptControl {
  readonly attempt: Attempt;
  /** Asks main to begin. */
  readonly begin: (ask: () => Promise<Reply<undefined>>) => void;
  /** Goes back to the review after an attempt that came to nothing. */
  readonly reviewAgain: () => void;
}

type Asked = { readonly before: string | null; readonly error: AppError | null } | null;

function attemptOf(asked: Asked, transaction: TransactionState): Attempt {
  if (!asked) return { kind: 'reviewing' };
  if (asked.error) return { kind: 'not-begun', error: asked.error };
  const isNew = transaction.phase !== 'none' && transaction.id !== asked.before;
  if (isNew && transaction.phase === 'ended') return { kind: 'ended', transaction };
  return { kind: 'under-way', transaction: isNew ? transaction : { phase: 'none' } };
}

/**
 * Whether an attempt came to something that is told elsewhere: the countdown panel, a toast, a notice. Nobody is
 * asked about lasting changes alone, so their phases are told to the end, and that they could not be written.
 */
export function isToldElsewhere(attempt: Attempt): boolean {
  if (attempt.kind !== 'under-way' && attempt.kind !== 'ended') return false;
  const { transaction } = attempt;
  if (transaction.phase === 'none') return false;
  const isAskedAbout = transaction.plan.operations.length > 0;
  if (transaction.phase === 'ended') {
    const { result } = transaction;
    if (result.kind === 'kept') return isAskedAbout || !result.lastingUnwritten;
    return result.kind === 'reverted' || result.kind === 'incomplete';
  }
  return isAskedAbout && ['waiting', 'keeping', 'reverting'].includes(transaction.phase);
}

/** Presses Apply once and follows what comes of it. */
export function useAttempt(): AttemptControl {
  const transaction = useTransaction();
  const [asked, setAsked] = useState<Asked>(null);
  const before = transaction.phase === 'none' ? null : transaction.id;

  const begin = async (ask: () => Promise<Reply<undefined>>): Promise<void> => {
    setAsked({ before, error: null });
    let reply: Reply<undefined>;
    try {
      reply = await ask();
    } catch (reason) {
      reply = { ok: false, error: appErrorOf(reason) };
    }
    if (!reply.ok) setAsked({ before, error: reply.error });
  };

  return {
    attempt: attemptOf(asked, transaction),
    begin: (ask) => {
      void begin(ask);
    },
    reviewAgain: () => {
      setAsked(null);
    },
  };
}
