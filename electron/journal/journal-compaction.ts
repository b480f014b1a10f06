// SPDX-License-Identifier: MIT
// What of a journal that has grown long is kept.

import { encodeJournalLine } from './journal-lines';
import { keptSettings } from './kept-settings';
import type { JournalRecord } from './journal-record';
import { TransactionIndex } from './transaction-index';

/** Bytes beyond which a journal is shortened, and about what is left then. */
export const journalCeiling = 16 * 1024 * 1024;
const shortened = journalCeiling / 2;

function bytesByTransaction(records: readonly JournalRecord[]): ReadonlyMap<string, number> {
  const bytes = new Map<string, number>();
  records.forEach((record, sequence) => {
    const length = Buffer.byteLength(encodeJournalLine(sequence, record));
    bytes.set(record.id, (bytes.get(record.id) ?? 0) + length);
  });
  return bytes;
}

/**
 * What is open or without an end, and what keeps a value of which a loss would be noticed; each with all that it takes
 * back, without which nobody would know that it is open.
 */
function neededIn(index: TransactionIndex): ReadonlySet<string> {
  const all = index.slice(0, index.size);
  const unended = all.filter(({ ended, acknowledged }) => !ended && !acknowledged);
  const needed = new Set<string>();
  const need = (id: string) => {
    for (let one: string | null = id; one !== null && !needed.has(one);) {
      needed.add(one);
      one = index.get(one)?.restores ?? null;
    }
  };
  for (const { id } of [...index.open(), ...unended]) need(id);
  for (const { transaction } of keptSettings(all)) need(transaction);
  return needed;
}

/**
 * The records without the oldest transactions, until they are about half the ceiling. Never goes one that is open or
 * without an end, nor what it takes back, nor the newest kept value of a setting, nor a restore of one that stays: what
 * it took back would count as changed again.
 */
export function compacted(records: readonly JournalRecord[]): readonly JournalRecord[] {
  const index = new TransactionIndex(() => records);
  const needed = neededIn(index);
  const bytes = bytesByTransaction(records);
  const going = new Set<string>();
  let left = [...bytes.values()].reduce((sum, one) => sum + one, 0);
  for (const { id, restores } of index.slice(0, index.size)) {
    if (left <= shortened) break;
    const isNeeded = needed.has(id);
    const restoresOneThatStays = restores !== null && index.get(restores) && !going.has(restores);
    if (isNeeded || restoresOneThatStays) continue;
    going.add(id);
    left -= bytes.get(id) ?? 0;
  }
  // Records of a transaction that never began say nothing.
  return records.filter(({ id }) => index.get(id) && !going.has(id));
}
