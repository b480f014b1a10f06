// SPDX-License-Identifier: MIT
// What a transaction left behind, and the plan that takes it back.

import type { InterruptedTransaction, LiveValue } from '../contract/changes';
import type { Operation, FieldKey } from '../contract/operation';
import type { RecordedAdapter } from '../contract/history';
import type { RecordedLastingChange } from '../contract/lasting';
import { isReplaced, leftAlone, liveValue } from '../contract/left-alone';
import type { LeftAlone } from '../contract/left-alone';
import type { Adapter, Luid, Snapshot } from '../contract/snapshot';
import { ipInterfaceId } from '../contract/snapshot';
import type { JournalOperation, JournalTransaction } from '../journal/journal-history';
import { journalSubject } from '../journal/subject';
import type { RestorableTransaction } from '../journal/transaction-index';
import { takingBack } from '../lasting/lasting-changes';
import type { TakenBackChange } from '../lasting/lasting-changes';
import type { MeantSettings } from '../lasting/meant-settings';
import { outcomeFromLive } from '../protocol/outcomes';
import type { PlannedOperation, PlanToSend } from '../protocol/plan';

/** What a transaction is compared with. */
export interface WhatIsThere {
  readonly read: (key: FieldKey) => LiveValue;
  readonly adapterOf: (luid: Luid) => Adapter | undefined;
  /** Null where lasting settings cannot be used. */
  readonly lasting: MeantSettings | null;
}

/** What a snapshot shows of values and adapters. */
export function shownBy(snapshot: Snapshot): Pick<WhatIsThere, 'read' | 'adapterOf'> {
  const rows = new Map(snapshot.ipInterfaces.map((row) => [ipInterfaceId(row), row]));
  const adapters = new Map(snapshot.adapters.map((adapter) => [adapter.luid, adapter]));
  return {
    read: (key) => liveValue(rows.get(ipInterfaceId(key)), key.field),
    adapterOf: (luid) => adapters.get(luid),
  };
}

/** What an adapter was when a transaction began; null in journals of earlier versions. */
export function recordedAdapter(
  { origin }: Pick<JournalTransaction, 'origin'>,
  luid: Luid,
): RecordedAdapter | null {
  return origin?.adapters.find((adapter) => adapter.luid === luid) ?? null;
}

const isOnAnother = (
  transaction: JournalTransaction,
  { luid }: Operation,
  { adapterOf }: Pick<WhatIsThere, 'adapterOf'>,
): boolean => isReplaced(recordedAdapter(transaction, luid), adapterOf(luid));

/** What is there of a transaction's own: an adapter that only has the place of its adapter has nothing of it. */
export function ownValue(
  transaction: JournalTransaction,
  operation: Operation,
  there: Pick<WhatIsThere, 'read' | 'adapterOf'>,
): LiveValue {
  return isOnAnother(transaction, operation, there) ? 'gone' : there.read(operation);
}

function described(
  transaction: RestorableTransaction,
  { operation, end }: JournalOperation,
  there: WhatIsThere,
) {
  const live = ownValue(transaction, operation, there);
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
): readonly TakenBackChange[] {
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
    operations: transaction.open.map((known) => described(transaction, known, there)),
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

function whyLeftAlone(
  transaction: RestorableTransaction,
  { operation, before }: JournalOperation,
  there: Pick<WhatIsThere, 'read' | 'adapterOf'>,
): LeftAlone | null {
  const restorability = before.length > 0 ? 'restorable' : 'not-recorded';
  const isOfAnother = isOnAnother(transaction, operation, there);
  return leftAlone({ operation, restorability }, there.read(operation), isOfAnother);
}

/** The operations that take back what still is as the transaction set it, the last one first. */
export function restoreOperations(
  transaction: RestorableTransaction,
  there: Pick<WhatIsThere, 'read' | 'adapterOf'>,
): readonly PlannedOperation[] {
  return transaction.open
    .filter((known) => whyLeftAlone(transaction, known, there) === null)
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
  const operations = restoreOperations(transaction, there);
  const lasting = lastingTakenBack(transaction, operations, there);
  return { operations, lastingChanges: lasting.flatMap(({ inverse }) => inverse ?? []) };
}

/** Whether anything of a transaction can be taken back as things stand. */
export function isRestorable(transaction: RestorableTransaction, there: WhatIsThere): boolean {
  return (
    transaction.open.some((known) => whyLeftAlone(transaction, known, there) === null) ||
    lastingChangesNow(transaction, there).some((known) => known.stillChanged && known.present)
  );
}

/** How the lasting changes of a transaction stand now. */
export function lastingChangesNow(
  transaction: RestorableTransaction,
  there: WhatIsThere,
): readonly RecordedLastingChange[] {
  const restoring = restoreOperations(transaction, there);
  return lastingTakenBack(transaction, restoring, there).map(
    ({ change, stillChanged, present }) => ({ change, stillChanged, present }),
  );
}
