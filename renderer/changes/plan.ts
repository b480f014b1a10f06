// SPDX-License-Identifier: MIT
import { canonicalOrder } from '../../electron/contract/canonical-order';
import type { Operation } from '../../electron/contract/operation';
import type { LastingChange } from '../../electron/contract/lasting';
import type { RestoreSubject } from './restore-subject';
import type { ListedEdit } from './use-edit-list';

/** What Apply would do, in the order of the plan: the operations of all edits that can be applied now. */
export function operationsOf(edits: readonly ListedEdit[]): readonly Operation[] {
  return canonicalOrder(
    edits.flatMap(({ status }) => (status.kind === 'ready' ? [status.operation] : [])),
  );
}

/** The operations of a transaction that are still changed and can be taken back. */
export function restorable(transaction: RestoreSubject): readonly Operation[] {
  return transaction.operations.flatMap(({ operation, stillChanged, present }) =>
    stillChanged && present ? [operation] : [],
  );
}

/** The lasting changes of a transaction that are still so and can be taken back. */
export function restorableLasting({
  lastingChanges,
}: Pick<RestoreSubject, 'lastingChanges'>): readonly LastingChange[] {
  return lastingChanges.flatMap(({ change, stillChanged, present }) =>
    stillChanged && present ? [change] : [],
  );
}
