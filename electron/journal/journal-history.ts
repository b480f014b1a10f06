// SPDX-License-Identifier: MIT
// The journal's records told as transactions.

import type { Deadline } from '../contract/changes';
import type { Operation } from '../contract/operation';
import type { LastingChange } from '../contract/lasting';
import type { JournalRecord, OperationEnd, Origin } from './journal-record';
import type { Footprint } from '../protocol/plan';
import type { Ending } from '../protocol/transaction-result';

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
  readonly deadline: Deadline;
  /** Its place among all transactions, from 0. */
  readonly sequence: number;
  readonly origin: Origin | null;
  readonly startedAt: number;
  /** When the last record about it was written, or the last sign of life a later run found. */
  readonly lastSeenAt: number;
  /** Whether COMMIT may have been sent. */
  readonly committed: boolean;
  readonly kept: boolean;
  /** Whether the journal knows how it ended. */
  readonly ended: boolean;
  /** How it ended after COMMIT; null where the journal has no such end. */
  readonly ending: Ending | null;
  /** Whether a later run has noticed that it has no end. */
  readonly noticed: boolean;
  readonly acknowledged: boolean;
  readonly operations: readonly JournalOperation[];
  readonly lastingChanges: readonly LastingChange[];
  /** The account that the plan named; empty in journals of earlier versions. */
  readonly planAccount: string;
  /** Whether it was kept but its lasting changes could not be written. */
  readonly isLastingUnwritten: boolean;
}

const bytesOf = (base64: string): Footprint => Uint8Array.from(Buffer.from(base64, 'base64'));

type StartedRecord = Extract<JournalRecord, { state: 'started' }>;

/** A transaction as its first record tells it. */
export function begin(record: StartedRecord, sequence: number): JournalTransaction {
  const none = new Uint8Array();
  return {
    id: record.id,
    kind: record.kind,
    restores: record.restores,
    deadline: record.deadline,
    sequence,
    origin: record.origin ?? null,
    startedAt: record.time,
    lastSeenAt: record.time,
    committed: false,
    kept: false,
    ended: false,
    ending: null,
    noticed: false,
    acknowledged: false,
    operations: record.operations.map((operation) => ({
      operation,
      before: none,
      after: none,
      end: null,
    })),
    lastingChanges: record.lastingChanges ?? [],
    planAccount: record.lastingChanges ? (record.origin?.account ?? '') : '',
    isLastingUnwritten: false,
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
  ending: Ending,
  ends: readonly OperationEnd[],
): JournalTransaction {
  const operations = transaction.operations.map((known, index) => ({
    ...known,
    end: ends[index] ?? known.end,
  }));
  return { ...transaction, ended: true, ending, operations };
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
      return {
        ...transaction,
        ended: true,
        ending: { kind: 'kept' },
        kept: true,
        isLastingUnwritten: record.isLastingUnwritten ?? false,
      };
    case 'reverted':
      return withEnds(transaction, { kind: 'reverted', cause: record.cause }, record.ends);
    case 'rolled-back':
      return withEnds(transaction, { kind: 'rolled-back' }, record.ends);
    case 'helper-lost':
      return withEnds(transaction, { kind: 'lost' }, record.ends);
    case 'interrupted-acknowledged':
      return { ...transaction, acknowledged: true };
  }
}

function lastSeenAt(transaction: JournalTransaction, record: JournalRecord): number {
  if (record.state === 'interrupted') return record.lastSeenAt;
  return record.state === 'interrupted-acknowledged' ? transaction.lastSeenAt : record.time;
}

/** What a transaction has come to with one more record about it. */
export function continued(
  transaction: JournalTransaction,
  record: JournalRecord,
): JournalTransaction {
  const next = proceed(transaction, record);
  return { ...next, lastSeenAt: lastSeenAt(transaction, record) };
}
