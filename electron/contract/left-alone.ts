// SPDX-License-Identifier: MIT
// What restoring leaves alone, by what is there now: main goes by it, and the window says so before.

import type { LiveValue } from './changes';
import type { Operation } from './operation';
import type { FieldName } from './fields';
import type { RecordedAdapter, Restorability } from './history';
import type { Adapter, IpInterface } from './snapshot';

/** What a field of an IP interface is now; undefined where there is no such IP interface. */
export function liveValue(row: IpInterface | undefined, field: FieldName): LiveValue {
  if (!row) return 'gone';
  const value = row.values[field];
  return typeof value === 'number' ? value : null;
}

/** Why restoring leaves a change alone. */
export type LeftAlone =
  'as-before' | 'not-recorded' | 'same-value' | 'foreign' | 'gone' | 'replaced';

/**
 * Whether the adapter that has a LUID now is another one than a transaction was about: Linux gives LUIDs again. In
 * doubt it is not, and the helper, which knows a link by more than its names, leaves another one alone.
 */
export function isReplaced(
  recorded: RecordedAdapter | null | undefined,
  adapter: Adapter | undefined,
): boolean {
  if (!recorded || !adapter) return false;
  if (recorded.guid !== '' || adapter.guid !== '') return recorded.guid !== adapter.guid;
  // A link that was renamed keeps its hardware address, if it has one, and one with another of these its name.
  const isSameHardware =
    recorded.physicalAddress === adapter.physicalAddress && recorded.type === adapter.type;
  return recorded.alias !== adapter.alias && !isSameHardware;
}

/** Why restoring leaves a change alone; null where it takes it back. */
export function leftAlone(
  { operation, restorability }: { operation: Operation; restorability: Restorability },
  now: LiveValue,
  isOfAnother: boolean,
): LeftAlone | null {
  if (restorability === 'as-before') return 'as-before';
  if (now === 'gone') return 'gone';
  if (isOfAnother) return 'replaced';
  if (now === operation.expected) return 'same-value';
  if (now !== operation.value) return 'foreign';
  return restorability === 'not-recorded' ? 'not-recorded' : null;
}
