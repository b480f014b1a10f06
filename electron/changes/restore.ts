// SPDX-License-Identifier: MIT
// What a transaction left behind, and the plan that takes it back.

import type { InterruptedTransaction, Operation } from '../contract/changes';
import type { LastingKey, RecordedLastingChange } from '../contract/lasting';
import type { Snapshot } from '../contract/snapshot';
import { ipInterfaceId } from '../contract/snapshot';
import { takingBack } from '../lasting/lasting-changes';
import type { TakenBack } from '../lasting/lasting-changes';
import type { MeantSettings } from '../lasting/meant-settings';
import type { JournalOperation } from './journal-history';
import { outcomeFromLive } from './outcomes';
import type { LiveValue } from './outcomes';
import type { PlannedOperation, PlanToSend } from './plan';
import { journalSubject } from './subject';
import type { RestorableTransaction } from './transaction-index';

/** Answers what a field of an IP interface is now. */
export type LiveReader = (operation: Operation) => LiveValue;

/** What a transaction is compared with. */
export interface WhatIsThere {
  readonly read: (key: LastingKey) => LiveValue;
  /** Null where lasting settings cannot be used. */
  readonly lasting: MeantSettings | null;
}

/** Reads live values out of a snapshot. */
export function liveReader(snapshot: Snapshot): WhatIsThere['read'] {
  const rows = new Map(snapshot.ipInterfaces.map((row) => [ipInterfaceId(row), row]));
  return (key) => {
    const row = rows.get(ipInterfaceId(key));
    if (!row) return 'gone';
    const value = row.values[key.field];
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

/** How the lasting changes of a transaction stand, and what takes each back together with the operations. */
function lastingTakenBack(
  { openLasting }: RestorableTransaction,
  restoring: readonly PlannedOperation[],
  { read, lasting }: WhatIsThere,
): readonly TakenBack[] {
  if (!lasting) return [];
  const operations = restoring.map(({ operation }) => operation);
  return takingBack(openLasting, operations, lasting, read);
}

/** An open transaction of an earlier run, compared with what is there now. */
export function interruptedTransaction(
  transaction: RestorableTransaction,
  planCode: string | null,
  there: WhatIsThere,
): InterruptedTransaction {
  return {
    id: transaction.id,
    subject: journalSubject(transaction),
    planCode,
    account: transaction.origin?.account ?? null,
    startedAt: transaction.startedAt,
    lastSeenAt: transaction.lastSeenAt,
    operations: transaction.open.map((known) => described(known, there.read(known.operation))),
    lastingChanges: lastingChangesNow(transaction, there),
  };
}

/** Whether a transaction left anything to tell: operations always, lasting changes where they are in the store. */
export function leftSomething({ operations, lastingChanges }: InterruptedTransaction): boolean {
  return operations.length > 0 || lastingChanges.some(({ stillChanged }) => stillChanged);
}

/** Whether the user may put a transaction aside: nothing of it could be taken back. */
export function canBeDismissed({ operations, lastingChanges }: InterruptedTransaction): boolean {
  return (
    !operations.some(({ stillChanged }) => stillChanged) &&
    !lastingChanges.some(({ stillChanged, present }) => stillChanged && present)
  );
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

/** What takes back all of a transaction that still is as it made it. */
export function restoringPlan(
  transaction: RestorableTransaction,
  there: WhatIsThere,
): Pick<PlanToSend, 'operations' | 'lastingChanges'> {
  const operations = restoreOperations(transaction, there.read);
  const lasting = lastingTakenBack(transaction, operations, there);
  return { operations, lastingChanges: lasting.flatMap(({ inverse }) => inverse ?? []) };
}

/** How the lasting changes of a transaction stand now. */
export function lastingChangesNow(
  transaction: RestorableTransaction,
  there: WhatIsThere,
): readonly RecordedLastingChange[] {
  const restoring = restoreOperations(transaction, there.read);
  return lastingTakenBack(transaction, restoring, there).map(
    ({ change, stillChanged, present }) => ({ change, stillChanged, present }),
  );
}
