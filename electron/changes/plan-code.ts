// SPDX-License-Identifier: MIT
import type { Operation } from '../contract/changes';
import type { JournalTransaction } from './journal-history';
import { encodePlan } from './plan';
import type { PlannedOperation } from './plan';
import type { TransactionIndex } from './transaction-index';

const isSame = (one: Operation, other: Operation) =>
  one.luid === other.luid && one.family === other.family && one.field === other.field;

/** A restore's operation with the footprints of what it takes back; null where those are not known any more. */
function restoring(
  operation: Operation,
  restored: JournalTransaction | undefined,
): PlannedOperation | null {
  const known = restored?.operations.find((one) => isSame(one.operation, operation));
  return known ? { kind: 'restore', operation, before: known.before, after: known.after } : null;
}

/**
 * The code of a transaction's plan, made again of the plan itself: what a journal says of it is not believed. Null
 * where a restore's plan cannot be told without the transaction that it takes back.
 */
export function planCodeOf(
  { kind, restores, operations, deadline }: JournalTransaction,
  index: TransactionIndex,
): string | null {
  const restored = restores === null ? undefined : index.get(restores);
  const planned = operations.flatMap(({ operation }) =>
    kind === 'set' ? { kind, operation } : (restoring(operation, restored) ?? []),
  );
  return planned.length === operations.length ? encodePlan(planned, deadline).code : null;
}
