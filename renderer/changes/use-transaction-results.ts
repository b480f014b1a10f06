// SPDX-License-Identifier: MIT
import { useAnnounce } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type {
  OperationResult,
  TransactionIn,
  TransactionResult,
  TransactionState,
} from '../../electron/contract/changes';
import type { AppError } from '../../electron/contract/errors';
import { useKnownAdapters } from '../adapters/known-adapters';
import { useEnvironment, useTransaction } from '../bridge/use-bridge-query';
import { keptText } from '../../electron/texts/kept-text';
import { withoutIsolates } from '../ui/isolated-name';
import { messages } from '../../electron/language/messages';
import type { Note } from '../ui/PassingNote';
import { useEditsDispatch } from './edits-context';
import { deadlineText } from '../../electron/texts/time-text';

type IncompleteCause = Extract<TransactionResult, { kind: 'incomplete' }>['cause'];

/** The end of a transaction that could not be taken back completely. */
export interface IncompleteEnd {
  readonly cause: IncompleteCause;
  /** Whether the user had chosen Keep or Revert now before that. */
  readonly wasDecided: boolean;
  readonly results: readonly OperationResult[];
}

/** Values that were kept and do not last, and why. */
export interface Unwritten {
  readonly id: string;
  readonly error: AppError;
}

export interface TransactionResults {
  /** What went well. */
  readonly toast: Note | null;
  /** A transaction that was reverted before Keep reached the helper. */
  readonly tooLate: TransactionIn<'ended'> | null;
  /** A transaction that was kept, but whose values could not be made to last. */
  readonly unwritten: Unwritten | null;
  /** The transactions of this run that could not be taken back completely, by id. */
  readonly incomplete: ReadonlyMap<string, IncompleteEnd>;
  /** The transaction the newest news is about. */
  readonly latestId: string | null;
  /** Says that the user has answered the question about a transaction. */
  readonly decide: (id: string) => void;
  readonly isDismissed: (id: string) => boolean;
  readonly dismiss: (id: string) => void;
}

/**
 * Follows transactions to their end: drops edits that were kept, announces what was applied, and says
 * what became of it. What began before this window was loaded is not told again, but kept edits are
 * dropped and an incomplete revert is shown all the same.
 */
export function useTransactionResults(): TransactionResults {
  const transaction = useTransaction();
  const adapters = useKnownAdapters();
  const stack = useEnvironment()?.stack ?? 'linux';
  const dispatch = useEditsDispatch();
  const { announce } = useAnnounce();
  const before = useRef<TransactionState>({ phase: 'none' });
  const [toast, setToast] = useState<Note | null>(null);
  const [tooLate, setTooLate] = useState<TransactionIn<'ended'> | null>(null);
  const [unwritten, setUnwritten] = useState<Unwritten | null>(null);
  const [incomplete, setIncomplete] = useState<ReadonlyMap<string, IncompleteEnd>>(new Map());
  const decided = useRef<string | null>(null);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());

  const tellEnd = useEffectEvent((ended: TransactionIn<'ended'>) => {
    const { id, plan, subject, result } = ended;
    if (result.kind === 'kept' && result.lastingUnwritten) {
      // Of lasting changes alone the dialog tells it, beside the way to try again.
      if (plan.operations.length > 0) setUnwritten({ id, error: result.lastingUnwritten });
    } else if (result.kind === 'kept') {
      const text = keptText(plan, subject.isRestore, { adapters, stack });
      setToast({ id, intent: 'success', text: withoutIsolates(text) });
    } else if (result.kind === 'reverted' && result.keepCameTooLate) {
      setTooLate(ended);
    } else if (result.kind === 'reverted') {
      const cause = result.cause === 'deadline' ? [messages.results.revertedByDeadline] : [];
      setToast({ id, intent: 'info', text: [...cause, messages.results.reverted].join(' ') });
    }
  });
  const follow = useEffectEvent((last: TransactionState, now: TransactionState) => {
    if (now.phase === 'waiting' && last.phase !== 'waiting') {
      setTooLate(null);
      announce(messages.countdown.applied({ deadline: deadlineText(now.plan.deadline) }));
    }
    if (now.phase !== 'ended') return;
    const { id, plan, result, results } = now;
    if (last.phase === 'ended' && last.id === id) return;
    if (result.kind === 'kept') dispatch({ type: 'kept', operations: plan.operations });
    if (result.kind === 'incomplete') {
      // Main reverts by itself, too: the phase alone does not tell whether the user wanted it.
      const wasDecided = last.phase === 'keeping' || decided.current === id;
      const end = { cause: result.cause, wasDecided, results };
      setIncomplete(new Map([...incomplete, [id, end]]));
    }
    // What takes moments may have ended before its beginning was drawn.
    if (last.phase !== 'none') tellEnd(now);
  });

  useEffect(() => {
    const last = before.current;
    before.current = transaction;
    follow(last, transaction);
  }, [transaction]);

  return {
    toast,
    tooLate: tooLate && !dismissed.has(tooLate.id) ? tooLate : null,
    unwritten: unwritten && !dismissed.has(unwritten.id) ? unwritten : null,
    incomplete,
    latestId: transaction.phase === 'none' ? null : transaction.id,
    decide: (id) => {
      decided.current = id;
    },
    isDismissed: (id) => dismissed.has(id),
    dismiss: (id) => {
      setDismissed(new Set([...dismissed, id]));
    },
  };
}
