// SPDX-License-Identifier: MIT
// "Nothing lost": what must hold after every fault, once things are quiet. Judged by the journal's file, by the
// stack as other programs see it, and by what the app told.

import { expect } from 'vitest';
import { TransactionIndex } from '../../electron/journal/transaction-index';
import type { JournalRecord } from '../../electron/journal/journal-record';
import type { TransactionResult } from '../../electron/contract/changes';
import type { Operation } from '../../electron/contract/operation';
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
function* thirdStates({ lab, journal }: Aftermath): Generator<string> {
  const isKept = transactionsOf(journal).some(({ kept }) => kept);
  const open = openFields(journal);
  for (const operation of lab.operations) {
    const live = lab.live(operation);
    const isNew = live === operation.value;
    const isAccountedFor =
      live === operation.expected || (isNew && isKept) || open.has(nameOf(operation));
    if (!isAccountedFor) yield `${nameOf(operation)} is ${live}, and nothing says why`;
  }
}

/** Nothing is changed without the journal saying that it might be. */
function* unannouncedChanges({ lab, journal, before }: Aftermath): Generator<string> {
  if (lab.witness() === before) return;
  if (!journal.some(({ state }) => state === 'committed')) yield 'changed before the journal';
}

/** A transaction that has an end has one for each operation, and one only. */
function* wrongEnds({ journal }: Aftermath): Generator<string> {
  for (const { id, ended, kept, committed, operations } of transactionsOf(journal)) {
    if (!ended || kept || !committed) continue;
    if (operations.some(({ end }) => end === null)) yield `${id} ended without all its operations`;
  }
  const ends = journal.filter(({ state }) =>
    ['kept', 'reverted', 'rolled-back', 'helper-lost', 'nothing-changed'].includes(state),
  );
  if (ends.length > transactionsOf(journal).length) yield 'a transaction ended twice';
}

/** What was told is so. */
function* untruths({ lab, journal, before, told }: Aftermath): Generator<string> {
  if (!told) return;
  switch (told.kind) {
    case 'kept':
      for (const operation of lab.operations) {
        if (lab.live(operation) !== operation.value) yield `${nameOf(operation)} was told kept`;
      }
      break;
    case 'reverted':
    case 'rolled-back':
    case 'refused':
    case 'not-launched':
      if (lab.witness() !== before) yield `told ${told.kind}, but not all is as before`;
      break;
    case 'incomplete':
      if (openFields(journal).size === 0) yield 'told incomplete, but nothing is open';
      break;
  }
}

/** I1, I2, I3 and I8 of a transaction; that no helper is left (I7) was waited for. */
export function checkInvariants(aftermath: Aftermath): void {
  const broken = [thirdStates, unannouncedChanges, wrongEnds, untruths].flatMap((invariant) => [
    ...invariant(aftermath),
  ]);
  expect(broken).toEqual([]);
}
