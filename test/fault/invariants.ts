// SPDX-License-Identifier: MIT
// "Nothing lost": what must hold after every fault, once things are quiet. Judged by the journal's file, by the
// stack as other programs see it, and by what the app told.

import { expect } from 'vitest';
import { TransactionIndex } from '../../electron/changes/transaction-index';
import type { JournalRecord } from '../../electron/changes/journal-record';
import type { Operation, TransactionResult } from '../../electron/contract/changes';
import type { FaultLab } from './fault-lab';

export interface Aftermath {
  readonly lab: FaultLab;
  readonly journal: readonly JournalRecord[];
  /** The lab's witness before. */
  readonly before: string;
  /** What the app told, if it lived to tell. */
  readonly told: TransactionResult | undefined;
}

/** Every transaction of a journal. */
function transactionsOf(journal: readonly JournalRecord[]) {
  const index = new TransactionIndex(() => journal);
  return index.slice(0, index.size);
}

const nameOf = ({ luid, family, field }: Operation) => `${luid} ${family} ${field}`;

/** Fields that the next start will show as open. */
function openFields(journal: readonly JournalRecord[]): ReadonlySet<string> {
  return new Set(
    new TransactionIndex(() => journal)
      .open()
      .flatMap(({ open }) => open.map(({ operation }) => nameOf(operation))),
  );
}

/** Each field is old, or new and kept, or shown as open. */
function checkNoThirdState({ lab, journal }: Aftermath): void {
  const isKept = transactionsOf(journal).some(({ kept }) => kept);
  const open = openFields(journal);
  for (const operation of lab.operations) {
    const live = lab.live(operation);
    const isNew = live === operation.value;
    const accounted =
      live === operation.expected || (isNew && isKept) || open.has(nameOf(operation));
    expect.soft(accounted, `${nameOf(operation)} is ${live}`).toBe(true);
  }
}

/** Nothing is changed without the journal saying that it might be. */
function checkJournalCameFirst({ lab, journal, before }: Aftermath): void {
  if (lab.witness() === before) return;
  expect.soft(journal.map(({ state }) => state)).toContain('committed');
}

/** A transaction that has an end has one for each operation, and one only. */
function checkEveryOperationEnds({ journal }: Aftermath): void {
  for (const { ended, kept, committed, operations } of transactionsOf(journal)) {
    if (!ended || kept || !committed) continue;
    for (const { end } of operations) expect.soft(end).not.toBeNull();
  }
  const ends = journal.filter(({ state }) =>
    ['kept', 'reverted', 'rolled-back', 'helper-lost', 'nothing-changed'].includes(state),
  );
  expect.soft(ends.length).toBeLessThanOrEqual(transactionsOf(journal).length);
}

/** What was told is so. */
function checkToldTheTruth({ lab, journal, before, told }: Aftermath): void {
  if (!told) return;
  const isAsBefore = lab.witness() === before;
  switch (told.kind) {
    case 'kept':
      for (const operation of lab.operations) {
        expect.soft(lab.live(operation), nameOf(operation)).toBe(operation.value);
      }
      break;
    case 'reverted':
    case 'rolled-back':
    case 'refused':
    case 'not-launched':
      expect.soft(isAsBefore, `told ${told.kind}`).toBe(true);
      break;
    case 'incomplete':
      expect.soft(openFields(journal).size).toBeGreaterThan(0);
      break;
  }
}

/** I1, I2, I3 and I8 of a transaction; that no helper is left (I7) was waited for. */
export function checkInvariants(aftermath: Aftermath): void {
  checkNoThirdState(aftermath);
  checkJournalCameFirst(aftermath);
  checkEveryOperationEnds(aftermath);
  checkToldTheTruth(aftermath);
}
