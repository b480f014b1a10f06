// SPDX-License-Identifier: MIT
// The journal's transactions as people read them.

import type {
  HistoryEntry,
  HistoryOperation,
  HistoryPart,
  HistoryResult,
  HistoryTransaction,
  RecordedAdapter,
} from '../contract/history';
import { vpnMeant } from '../contract/intent';
import type { RecordedLastingChange } from '../contract/lasting';
import type { JournalOperation, JournalTransaction } from '../journal/journal-history';
import type { PlanSubject } from '../contract/plan-subject';
import { planCodeOf } from './plan-code';
import { isRestorable, lastingChangesNow, ownValue, recordedAdapter } from '../kept/restore';
import type { WhatIsThere } from '../kept/restore';
import { isPutBack } from '../protocol/outcomes';
import { journalSubject } from '../journal/subject';
import type { TransactionIndex } from '../journal/transaction-index';
import type { Ending } from '../protocol/transaction-result';

/** What a history is told from. */
export interface HistorySources {
  readonly index: TransactionIndex;
  /** The transaction that is on its way, if one is. */
  readonly running: string | null;
  /** It tells the end that nobody saw, what lasts, and what can be taken back; null where it cannot be read. */
  readonly there: WhatIsThere | null;
}

const wasPutBack = ({ end }: JournalOperation) => end !== null && isPutBack(end.outcome);

/** Whether what a transaction that nobody kept made last, or stopped, is so. */
const lastsStill = (transaction: JournalTransaction, sources: HistorySources): boolean =>
  lastingOf(transaction, sources).some(({ stillChanged }) => stillChanged);

function resultOfEnding(
  ending: Ending,
  transaction: JournalTransaction,
  sources: HistorySources,
): HistoryResult {
  const { kind, operations } = transaction;
  const isAllBack = operations.every(wasPutBack);
  if (ending.kind === 'kept') return kind === 'set' || isAllBack ? 'kept' : 'incomplete';
  if (!isAllBack || (ending.kind === 'lost' && lastsStill(transaction, sources))) {
    return 'incomplete';
  }
  switch (ending.kind) {
    case 'rolled-back':
      return 'nothing-changed';
    case 'lost':
      return 'reverted-helper-stopped';
    case 'reverted':
      break;
  }
  switch (ending.cause) {
    case 'asked':
      return 'reverted-by-user';
    case 'deadline':
      return 'reverted-by-deadline';
    case 'channel-broken':
    case 'told-to-stop':
      return 'reverted-app-stopped';
  }
}

function resultOf(transaction: JournalTransaction, sources: HistorySources): HistoryResult {
  const { id, committed, kept, ending, operations } = transaction;
  const { there } = sources;
  if (id === sources.running) return 'under-way';
  if (!committed) return 'nothing-changed';
  const restoration = sources.index.restoration(transaction);
  if (restoration?.isWhole) return 'restored';
  if (restoration && kept) return 'partly-restored';
  if (ending) return resultOfEnding(ending, transaction, sources);
  const isChanged = operations.some(({ operation }) => {
    return there && ownValue(transaction, operation, there) === operation.value;
  });
  return isChanged || lastsStill(transaction, sources) ? 'incomplete' : 'reverted-app-stopped';
}

function isRestorableNow(
  transaction: JournalTransaction,
  { index, running, there }: HistorySources,
): boolean {
  return (
    there !== null &&
    transaction.id !== running &&
    isRestorable(index.restorable(transaction), there)
  );
}

function adaptersOf(
  { adapters, intent }: PlanSubject,
  transaction: JournalTransaction,
): readonly RecordedAdapter[] {
  const luids = [...adapters.map(({ luid }) => luid), vpnMeant(intent)];
  const named = new Set(luids.flatMap((luid) => luid ?? []));
  return [...named].flatMap((luid) => recordedAdapter(transaction, luid) ?? []);
}

/** One transaction in a line. */
export function historyEntry(
  transaction: JournalTransaction,
  sources: HistorySources,
): HistoryEntry {
  const { id, sequence, kind, startedAt } = transaction;
  const subject = journalSubject(transaction);
  return {
    id,
    sequence,
    kind,
    startedAt,
    result: resultOf(transaction, sources),
    isRestorable: isRestorableNow(transaction, sources),
    subject,
    adapters: adaptersOf(subject, transaction),
  };
}

/** Some transactions, oldest first. */
export function historyPart(first: number, count: number, sources: HistorySources): HistoryPart {
  const transactions = sources.index.slice(first, count);
  return {
    total: sources.index.size,
    entries: transactions.map((transaction) => historyEntry(transaction, sources)),
  };
}

function historyOperations(
  transaction: JournalTransaction,
  { index }: HistorySources,
): readonly HistoryOperation[] {
  const inEffect = new Set(index.inEffect(transaction));
  const restorability = (known: JournalOperation) => {
    if (!inEffect.has(known)) return 'as-before';
    return known.before.length > 0 ? 'restorable' : 'not-recorded';
  };
  return transaction.operations.map((known) => ({
    operation: known.operation,
    adapter: recordedAdapter(transaction, known.operation.luid),
    outcome: known.end?.outcome ?? null,
    restorability: restorability(known),
  }));
}

/** All lasting changes; what was taken back, or never written, is no longer so. */
function lastingOf(
  transaction: JournalTransaction,
  { index, there }: HistorySources,
): readonly RecordedLastingChange[] {
  if (transaction.lastingChanges.length === 0) return [];
  const left = there ? lastingChangesNow(index.restorable(transaction), there) : [];
  const now = new Map(left.map((known) => [known.change, known]));
  return transaction.lastingChanges.map(
    (change) => now.get(change) ?? { change, stillChanged: false, present: false },
  );
}

/** One transaction with everything that is remembered of it, or null when there is no such. */
export function historyTransaction(id: string, sources: HistorySources): HistoryTransaction | null {
  const transaction = sources.index.get(id);
  if (!transaction) return null;
  const { deadline, lastSeenAt, origin, restores, isLastingUnwritten } = transaction;
  return {
    ...historyEntry(transaction, sources),
    planCode: planCodeOf(transaction, sources.index),
    deadline,
    lastSeenAt,
    account: origin?.account ?? null,
    consent: origin?.consent ?? null,
    restoresFrom: (restores === null ? undefined : sources.index.get(restores)?.startedAt) ?? null,
    restoredAt: sources.index.restoration(transaction)?.at ?? null,
    changes: historyOperations(transaction, sources),
    lasting: lastingOf(transaction, sources),
    isLastingUnwritten,
  };
}
