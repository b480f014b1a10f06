// SPDX-License-Identifier: MIT
// Transactions in words. Names of adapters in them are isolated for text direction.
import type { Operation } from '../../electron/contract/changes';
import { fieldNamed } from '../../electron/contract/fields';
import type { StackName } from '../../electron/contract/family';
import type { HistoryEntry, RecordedAdapter } from '../../electron/contract/history';
import type { LastingKey } from '../../electron/contract/lasting';
import type { Adapter, Luid } from '../../electron/contract/snapshot';
import { adapterName } from '../interfaces/adapter-name';
import { valueText } from '../ui/field-text';
import { isolatedName } from '../ui/isolates';
import { messages } from '../ui/messages';

const words = messages.history;

/** What texts about transactions need to know. */
export interface Names {
  readonly adapters: ReadonlyMap<Luid, Adapter>;
  readonly stack: StackName;
}

/** What an adapter was called when the transaction began, else what it is called now. */
export function recordedName(
  recorded: RecordedAdapter | null,
  luid: Luid,
  adapters: ReadonlyMap<Luid, Adapter>,
): string {
  return adapterName(recorded ?? adapters.get(luid), luid);
}

/** "MTU on Ethernet (IPv4)" */
export function placeText(
  { field, luid, family }: LastingKey,
  recorded: RecordedAdapter | null,
  { adapters }: Names,
): string {
  const name = isolatedName(recordedName(recorded, luid, adapters));
  return words.place(fieldNamed(field).label, name, family);
}

function lastingSummary({ firstLasting, lastingChanges }: HistoryEntry, names: Names): string {
  if (!firstLasting) return '';
  const { field, alias, family, value } = firstLasting;
  const where = words.place(fieldNamed(field).label, isolatedName(alias), family);
  if (lastingChanges > 1) return words.manyLasting(where, lastingChanges - 1);
  return value === null
    ? words.stoppedLasting(where)
    : words.madeLast(where, valueText(field, value, names.stack));
}

function operationSummary(first: Operation, entry: HistoryEntry, names: Names): string {
  const { adapter, operations } = entry;
  const where = placeText(first, adapter, names);
  const { field, expected, value } = first;
  return operations === 1
    ? words.oneChange(
        where,
        valueText(field, expected, names.stack),
        valueText(field, value, names.stack),
      )
    : words.manyChanges(where, operations - 1);
}

/** "MTU on Ethernet (IPv4): 1500 bytes → 1400 bytes", or how many changes there are besides the first. */
export function summaryText(entry: HistoryEntry, names: Names): string {
  const { first, kind } = entry;
  const what = first ? operationSummary(first, entry, names) : lastingSummary(entry, names);
  return kind === 'restore' ? words.restoring(what) : what;
}
