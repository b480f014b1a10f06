// SPDX-License-Identifier: MIT
// The journal's records told as transactions.

import type { Deadline, Operation } from '../contract/changes';
import type { JournalRecord, OperationEnd } from './journal-record';
import { isPutBack } from './outcomes';
import type { Footprint } from './plan';

/** One operation of a transaction that was committed. */
export interface JournalOperation {
  readonly operation: Operation;
  readonly before: Footprint;
  /** Empty where the run ended before the helper had told it. */
  readonly after: Footprint;
  /** Null where the journal has no end for it. */
  readonly end: OperationEnd | null;
}

/** One transaction. */
export interface JournalTransaction {
  readonly id: string;
  readonly kind: 'set' | 'restore';
  readonly restores: string | null;
  readonly planCode: string;
  readonly deadline: Deadline;
  readonly startedAt: number;
  /** When the last record about it was written, or the last sign of life a later run found. */
  readonly lastSeenAt: number;
  /** Whether COMMIT may have been sent. */
  readonly committed: boolean;
  readonly kept: boolean;
  /** Whether the journal knows how it ended. */
  readonly ended: boolean;
  /** Whether a later run has noticed that it has no end. */
  readonly noticed: boolean;
  readonly acknowledged: boolean;
  readonly operations: readonly JournalOperation[];
}

const bytesOf = (base64: string): Footprint => Uint8Array.from(Buffer.from(base64, 'base64'));

type StartedRecord = Extract<JournalRecord, { state: 'started' }>;

function begin(record: StartedRecord): JournalTransaction {
  const none = new Uint8Array();
  return {
    id: record.id,
    kind: record.kind,
    restores: record.restores,
    planCode: record.planCode,
    deadline: record.deadline,
    startedAt: record.time,
    lastSeenAt: record.time,
    committed: false,
    kept: false,
    ended: false,
    noticed: false,
    acknowledged: false,
    operations: record.operations.map((operation) => ({
      operation,
      before: none,
      after: none,
      end: null,
    })),
  };
}

function withOperation(
  transaction: JournalTransaction,
  index: number,
  news: Partial<JournalOperation>,
): JournalTransaction {
  const operations = transaction.operations.map((known, at) =>
    at === index ? { ...known, ...news } : known,
  );
  return { ...transaction, operations };
}

function withEnds(
  transaction: JournalTransaction,
  ends: readonly OperationEnd[],
): JournalTransaction {
  const operations = transaction.operations.map((known, index) => ({
    ...known,
    end: ends[index] ?? known.end,
  }));
  return { ...transaction, ended: true, operations };
}

function proceed(transaction: JournalTransaction, record: JournalRecord): JournalTransaction {
  const { operations } = transaction;
  switch (record.state) {
    case 'started':
    case 'applied':
      return transaction;
    case 'interrupted':
      return { ...transaction, noticed: true };
    case 'nothing-changed':
      return { ...transaction, ended: true, committed: false };
    case 'prepared':
      return {
        ...transaction,
        operations: operations.map((known, index) => ({
          ...known,
          before: bytesOf(record.before[index] ?? ''),
        })),
      };
    case 'committed':
      return { ...transaction, committed: true };
    case 'operation':
      return withOperation(transaction, record.index, { end: record.end });
    case 'footprint':
      return withOperation(transaction, record.index, { [record.which]: bytesOf(record.bytes) });
    case 'kept':
      return { ...transaction, ended: true, kept: true };
    case 'reverted':
    case 'rolled-back':
    case 'helper-lost':
      return withEnds(transaction, record.ends);
    case 'interrupted-acknowledged':
      return { ...transaction, acknowledged: true };
  }
}

function lastSeenAt(transaction: JournalTransaction, record: JournalRecord): number {
  if (record.state === 'interrupted') return record.lastSeenAt;
  return record.state === 'interrupted-acknowledged' ? transaction.lastSeenAt : record.time;
}

/** The transactions of the journal, oldest first. Records about one that never started are passed over. */
export function transactionsOf(records: readonly JournalRecord[]): readonly JournalTransaction[] {
  const transactions = new Map<string, JournalTransaction>();
  for (const record of records) {
    const known = transactions.get(record.id);
    if (known) {
      const next = proceed(known, record);
      transactions.set(record.id, { ...next, lastSeenAt: lastSeenAt(known, record) });
    } else if (record.state === 'started') {
      transactions.set(record.id, begin(record));
    }
  }
  return [...transactions.values()];
}

const operationKey = ({ luid, family, field }: Operation) => `${luid} ${family} ${field}`;

/** Operations of `transaction` that a kept restore has taken back. */
function takenBack(
  transaction: JournalTransaction,
  all: readonly JournalTransaction[],
): ReadonlySet<string> {
  const restores = all.filter((other) => other.restores === transaction.id && other.kept);
  return new Set(
    restores
      .flatMap(({ operations }) => operations)
      .filter(({ end }) => end?.outcome === 'restored')
      .map(({ operation }) => operationKey(operation)),
  );
}

const isAsBefore = ({ end }: JournalOperation) => end !== null && isPutBack(end.outcome);

/** One transaction whose values may be neither as before nor kept, and the operations this is about. */
export interface OpenTransaction extends JournalTransaction {
  readonly open: readonly JournalOperation[];
}

/**
 * The transactions that are still open. A restore is never among them: the transaction it takes back is,
 * until the restore is kept.
 */
export function openTransactions(records: readonly JournalRecord[]): readonly OpenTransaction[] {
  const all = transactionsOf(records);
  return all
    .filter(({ kind, committed, kept, acknowledged }) => {
      return kind === 'set' && committed && !kept && !acknowledged;
    })
    .map((transaction) => {
      const restored = takenBack(transaction, all);
      const open = transaction.operations.filter(
        (known) =>
          !(transaction.ended && isAsBefore(known)) && !restored.has(operationKey(known.operation)),
      );
      return { ...transaction, open };
    })
    .filter(({ open }) => open.length > 0);
}
