// SPDX-License-Identifier: MIT
import { fieldKeyId } from '../contract/operation';
import type { Operation } from '../contract/operation';
import type { JournalTransaction } from '../journal/journal-history';
import { encodePlan } from '../protocol/plan';
import type { PlannedOperation } from '../protocol/plan';
import type { TransactionIndex } from '../journal/transaction-index';

/** A restore's operation with the footprints of what it takes back; null where those are not known any more. */
function restoring(
  operation: Operation,
  restored: JournalTransaction | undefined,
): PlannedOperation | null {
  const key = fieldKeyId(operation);
  const known = restored?.operations.find((one) => fieldKeyId(one.operation) === key);
  return known ? { kind: 'restore', operation, before: known.before, after: known.after } : null;
}

/** By the operations, which are others as soon as something is known of them that was not before. */
const known = new WeakMap<JournalTransaction['operations'], string | null>();

/**
 * The code of a transaction's plan, made again of the plan itself: what a journal says of it is not believed. Null
 * where a restore's plan cannot be told without the transaction that it takes back.
 */
export function planCodeOf(
  transaction: JournalTransaction,
  index: TransactionIndex,
): string | null {
  const { operations } = transaction;
  const code = known.get(operations);
  if (code !== undefined) return code;
  const made = madeCode(transaction, index);
  known.set(operations, made);
  return made;
}

function madeCode(transaction: JournalTransaction, index: TransactionIndex): string | null {
  const { kind, restores, operations, lastingChanges, deadline, planAccount } = transaction;
  const restored = restores === null ? undefined : index.get(restores);
  const planned = operations.flatMap(({ operation }) =>
    kind === 'set' ? { kind, operation } : (restoring(operation, restored) ?? []),
  );
  if (planned.length !== operations.length) return null;
  return encodePlan({ operations: planned, lastingChanges, deadline, account: planAccount }).code;
}
