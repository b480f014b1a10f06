// SPDX-License-Identifier: MIT
import { useState } from 'react';
import type {
  Deadline,
  Obstacle,
  Operation,
  TransactionState,
} from '../../electron/contract/changes';
import type { AppError, Reply } from '../../electron/contract/errors';
import type { LastingChoice } from '../../electron/contract/lasting';
import { appErrorOf, useBridge } from '../bridge/bridge';
import { useTransaction } from '../bridge/use-bridge-query';
import type { ReviewSubject } from './review-context';

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
      readonly transaction: Extract<TransactionState, { phase: 'ended' }>;
    };

interface AttemptControl {
  readonly attempt: Attempt;
  readonly apply: (
    operations: readonly Operation[],
    lasting: LastingChoice,
    deadline: Deadline,
  ) => void;
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

/** Presses Apply for a subject and follows what comes of it. */
export function useAttempt(subject: ReviewSubject): AttemptControl {
  const bridge = useBridge();
  const transaction = useTransaction();
  const [asked, setAsked] = useState<Asked>(null);
  const before = transaction.phase === 'none' ? null : transaction.id;

  const begin = async (
    operations: readonly Operation[],
    lasting: LastingChoice,
    deadline: Deadline,
  ): Promise<void> => {
    setAsked({ before, error: null });
    let reply: Reply<undefined>;
    try {
      reply =
        subject.kind === 'edits'
          ? await bridge.changes.apply({ operations, lasting, deadline })
          : await bridge.changes.restore({ transactionId: subject.transaction.id, deadline });
    } catch (reason) {
      reply = { ok: false, error: appErrorOf(reason) };
    }
    if (!reply.ok) setAsked({ before, error: reply.error });
  };

  return {
    attempt: attemptOf(asked, transaction),
    apply: (operations, lasting, deadline) => {
      void begin(operations, lasting, deadline);
    },
    reviewAgain: () => {
      setAsked(null);
    },
  };
}
