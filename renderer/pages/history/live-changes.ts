// SPDX-License-Identifier: MIT
// How the changes of a transaction stand now, and what restoring it would do.
import type { HistoryOperation, HistoryTransaction } from '../../../electron/contract/history';
import { isReplaced, leftAlone, liveValue } from '../../../electron/contract/left-alone';
import type { LeftAlone } from '../../../electron/contract/left-alone';
import { ipInterfaceId } from '../../../electron/contract/snapshot';
import type { FieldValue } from '../../../electron/contract/snapshot';
import type { WindowSnapshot } from '../../../electron/contract/window-snapshot';
import type { RestoreSubject } from '../../changes/restore-subject';

/** One change with its value now. */
export interface LiveChange extends HistoryOperation {
  /** Undefined where the IP interface is gone. */
  readonly now: FieldValue | undefined;
  /** Null where restoring takes it back. */
  readonly leftAlone: LeftAlone | null;
}

/** The changes of a transaction, compared with what is there now. */
export function liveChanges(
  { changes }: HistoryTransaction,
  { adapters, ipInterfaces }: WindowSnapshot,
): readonly LiveChange[] {
  const rows = new Map(ipInterfaces.map((row) => [ipInterfaceId(row), row]));
  const adaptersByLuid = new Map(adapters.map((adapter) => [adapter.luid, adapter]));
  return changes.map((change) => {
    const { operation, adapter } = change;
    const row = rows.get(ipInterfaceId(operation));
    const isOfAnother = isReplaced(adapter, adaptersByLuid.get(operation.luid));
    const live = liveValue(row, operation.field);
    return {
      ...change,
      now: row?.values[operation.field],
      leftAlone: leftAlone(change, live, isOfAnother),
    };
  });
}

/** Whether what a change set is there now, on the adapter that it was set on. */
export function isValueThere({ operation, now, leftAlone }: LiveChange): boolean {
  return now === operation.value && leftAlone !== 'replaced';
}

/** What the review is to show for restoring these changes. */
export function restoreSubject(
  {
    id,
    subject,
    adapters,
    lasting,
  }: Pick<HistoryTransaction, 'id' | 'subject' | 'adapters' | 'lasting'>,
  changes: readonly LiveChange[],
): RestoreSubject {
  return {
    id,
    subject,
    adapters,
    lastingChanges: lasting,
    operations: changes.map(({ operation, now, leftAlone }) => ({
      operation,
      stillChanged: leftAlone === null,
      present: now !== undefined,
    })),
  };
}
