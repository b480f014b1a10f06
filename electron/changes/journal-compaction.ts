// SPDX-License-Identifier: MIT
// What of a journal that has grown long is kept.

import { encodeJournalLine } from './journal-lines';
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
 * The records without the oldest transactions, until they are about half the ceiling. Never goes one that is open or
 * without an end, nor a restore of one that stays: what it took back would count as changed again.
 */
export function compacted(records: readonly JournalRecord[]): readonly JournalRecord[] {
  const index = new TransactionIndex(() => records);
  const open = new Set(index.open().map(({ id }) => id));
  const bytes = bytesByTransaction(records);
  const going = new Set<string>();
  let left = [...bytes.values()].reduce((sum, one) => sum + one, 0);
  for (const { id, ended, acknowledged, restores } of index.slice(0, index.size)) {
    if (left <= shortened) break;
    const isNeeded = open.has(id) || !(ended || acknowledged);
    const restoresOneThatStays = restores !== null && index.get(restores) && !going.has(restores);
    if (isNeeded || restoresOneThatStays) continue;
    going.add(id);
    left -= bytes.get(id) ?? 0;
  }
  // Records of a transaction that never began say nothing.
  return records.filter(({ id }) => index.get(id) && !going.has(id));
}
