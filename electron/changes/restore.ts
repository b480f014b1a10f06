// SPDX-License-Identifier: MIT
// What a transaction left behind, and the plan that takes it back.

import type { InterruptedTransaction, Operation } from '../contract/changes';
import type { Snapshot } from '../contract/snapshot';
import { ipInterfaceId } from '../contract/snapshot';
import type { JournalOperation } from './journal-history';
import { outcomeFromLive } from './outcomes';
import type { LiveValue } from './outcomes';
import type { PlannedOperation } from './plan';
import type { RestorableTransaction } from './transaction-index';

/** Answers what a field of an IP interface is now. */
export type LiveReader = (operation: Operation) => LiveValue;

/** Reads live values out of a snapshot. */
export function liveReader(snapshot: Snapshot): LiveReader {
  const rows = new Map(snapshot.ipInterfaces.map((row) => [ipInterfaceId(row), row]));
  return (operation) => {
    const row = rows.get(ipInterfaceId(operation));
    if (!row) return 'gone';
    const value = row.values[operation.field];
    return typeof value === 'number' ? value : null;
  };
}

function described({ operation, end }: JournalOperation, live: LiveValue) {
  const told = outcomeFromLive(operation, live);
  return {
    operation,
    // A failed attempt to put it back says more than that it is still there.
    outcome: told === 'applied' && end?.outcome === 'restore-failed' ? end.outcome : told,
    live: live === 'gone' ? null : live,
    stillChanged: live === operation.value,
    present: live !== 'gone',
  };
}

/** An open transaction of an earlier run, compared with what is there now. */
export function interruptedTransaction(
  transaction: RestorableTransaction,
  planCode: string | null,
  read: LiveReader,
): InterruptedTransaction {
  return {
    id: transaction.id,
    planCode,
    account: transaction.origin?.account ?? null,
    startedAt: transaction.startedAt,
    lastSeenAt: transaction.lastSeenAt,
    operations: transaction.open.map((known) => described(known, read(known.operation))),
    lastingChanges: [],
  };
}

/** Whether the user may put a transaction aside: nothing that is here still has the value it set. */
export function canBeDismissed({ operations }: InterruptedTransaction): boolean {
  return !operations.some(({ stillChanged }) => stillChanged);
}

/**
 * The operations that take back what still is as the transaction set it, the last one first. Fields that
 * another program changed since, and interfaces that are gone, are left alone. Without a footprint from
 * before nothing can be put back faithfully.
 */
export function restoreOperations(
  { open }: RestorableTransaction,
  read: LiveReader,
): readonly PlannedOperation[] {
  return open
    .filter(({ operation, before }) => before.length > 0 && read(operation) === operation.value)
    .map(({ operation, before, after }): PlannedOperation => {
      const { expected, value } = operation;
      return {
        kind: 'restore',
        operation: { ...operation, expected: value, value: expected },
        before,
        after,
      };
    })
    .reverse();
}
