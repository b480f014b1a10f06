// SPDX-License-Identifier: MIT

import type { Deadline, OperationResult } from '../contract/changes';
import type { Operation } from '../contract/operation';
import type { LastingChange } from '../contract/lasting';
import type { CollectedFootprint } from '../protocol/footprint-collector';
import type { Journal } from '../journal/journal';
import type { JournalRecord, OperationEnd, Origin } from '../journal/journal-record';
import type { Footprint } from '../protocol/plan';
import type { Ending } from '../protocol/transaction-result';

/** What is used of a journal. */
export type TransactionsJournal = Pick<Journal, 'append' | 'assertUsable' | 'touch'>;

/** How a transaction begins in the journal. */
export interface Beginning {
  readonly kind: 'set' | 'restore';
  readonly restores: string | null;
  readonly deadline: Deadline;
  readonly operations: readonly Operation[];
  readonly lastingChanges: readonly LastingChange[];
  readonly origin: Origin;
}

const base64 = (bytes: Footprint) => Buffer.from(bytes).toString('base64');

/** What one transaction writes into the journal. */
export class TransactionJournal {
  readonly #id: string;
  readonly #journal: TransactionsJournal;
  /** Whether anything about the transaction is written. */
  #hasBegun = false;

  constructor(id: string, journal: TransactionsJournal) {
    this.#id = id;
    this.#journal = journal;
  }

  /** Rejects when the journal cannot be used; then nothing may be launched. */
  assertUsable(): Promise<void> {
    return this.#journal.assertUsable();
  }

  /**
   * On disk when this resolves. Rejects when it is not; then COMMIT must not be sent. An attempt that does not come so
   * far leaves nothing: it changed nothing, and there may be any number of them.
   */
  async committed(beginning: Beginning, before: readonly Footprint[]): Promise<void> {
    const about = this.#about();
    const operations = [...beginning.operations];
    const lastingChanges = [...beginning.lastingChanges];
    this.#hasBegun = true;
    await this.#journal.append(
      [
        { ...about, state: 'started', ...beginning, operations, lastingChanges },
        { ...about, state: 'prepared', before: before.map(base64) },
        { ...about, state: 'committed' },
      ],
      'durable',
    );
  }

  tried(index: number, { outcome, live }: OperationResult): void {
    void this.#note({ ...this.#about(), state: 'operation', index, end: { outcome, live } });
  }

  captured({ index, which, bytes }: CollectedFootprint): void {
    const record = { state: 'footprint', index, which, bytes: base64(bytes) } as const;
    void this.#note({ ...this.#about(), ...record });
  }

  applied(deadlineAt: number): void {
    void this.#note({ ...this.#about(), state: 'applied', deadlineAt }, 'durable');
  }

  /** The end of a transaction that has changed nothing. */
  async nothingChanged(reason: string): Promise<void> {
    if (this.#hasBegun) await this.#note({ ...this.#about(), state: 'nothing-changed', reason });
  }

  /** The end after COMMIT. Unwritten it leaves the transaction open: the next start compares again. */
  ended(ending: Ending, results: readonly OperationResult[]): Promise<void> {
    const ends = results.map(({ outcome, live }): OperationEnd => ({ outcome, live }));
    return this.#note(this.#endRecord(ending, ends), 'durable');
  }

  /** Leaves a sign of life that outlives a kill. */
  touch(): void {
    void this.#journal.touch();
  }

  #endRecord(ending: Ending, ends: OperationEnd[]): JournalRecord {
    const about = this.#about();
    switch (ending.kind) {
      case 'kept':
        return {
          ...about,
          state: 'kept',
          ...(ending.lastingUnwritten && { isLastingUnwritten: true }),
        };
      case 'reverted':
        return { ...about, state: 'reverted', cause: ending.cause, ends };
      case 'rolled-back':
        return { ...about, state: 'rolled-back', ends };
      case 'lost':
        return { ...about, state: 'helper-lost', ends };
    }
  }

  #about() {
    return { id: this.#id, time: Date.now() };
  }

  /** Adds what helps after a crash but decides nothing: that COMMIT was sent is already on disk. */
  async #note(record: JournalRecord, durable: 'durable' | 'soon' = 'soon'): Promise<void> {
    // The journal remembers that it failed (Journal.problem).
    await this.#journal.append([record], durable).catch(() => undefined);
  }
}
