// SPDX-License-Identifier: MIT
// How the changes of a transaction stand now, and what restoring it would do.
import type {
  HistoryOperation,
  HistoryTransaction,
  RecordedAdapter,
} from '../../electron/contract/history';
import { ipInterfaceId } from '../../electron/contract/snapshot';
import type { Adapter, FieldValue } from '../../electron/contract/snapshot';
import type { WindowSnapshot } from '../../electron/contract/window-snapshot';
import type { RestoreSubject } from '../changes/restore-subject';

/** Why restoring would leave a change alone. */
export type LeftAlone =
  'as-before' | 'not-recorded' | 'same-value' | 'foreign' | 'gone' | 'replaced';

/** One change with its value now. */
export interface LiveChange extends HistoryOperation {
  /** Undefined where the IP interface is gone. */
  readonly now: FieldValue | undefined;
  /** Null where restoring takes it back. */
  readonly leftAlone: LeftAlone | null;
}

/** Whether the adapter with a LUID is the one a transaction was about: Linux gives LUIDs again. */
function isReplaced(recorded: RecordedAdapter | null, adapter: Adapter | undefined): boolean {
  if (!recorded || !adapter) return false;
  if (recorded.guid !== '' || adapter.guid !== '') return recorded.guid !== adapter.guid;
  return recorded.alias !== adapter.alias || recorded.physicalAddress !== adapter.physicalAddress;
}

function reasonFor(
  { operation, restorability }: HistoryOperation,
  now: FieldValue | undefined,
  replaced: boolean,
): LeftAlone | null {
  if (restorability === 'as-before') return 'as-before';
  if (now === undefined) return 'gone';
  if (replaced) return 'replaced';
  if (now === operation.expected) return 'same-value';
  if (now !== operation.value) return 'foreign';
  return restorability === 'not-recorded' ? 'not-recorded' : null;
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
    const now = rows.get(ipInterfaceId(operation))?.values[operation.field];
    const replaced = isReplaced(adapter, adaptersByLuid.get(operation.luid));
    return { ...change, now, leftAlone: reasonFor(change, now, replaced) };
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
