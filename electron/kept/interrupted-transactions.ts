// SPDX-License-Identifier: MIT
// What earlier runs left open, and what of any transaction could be taken back.

import type { InterruptedTransaction } from '../contract/changes';
import { appFailure } from '../base/app-failure';
import { planCodeOf } from '../history/plan-code';
import type { Journal } from '../journal/journal';
import type { RestorableTransaction, TransactionIndex } from '../journal/transaction-index';
import { canBeDismissed, interruptedTransaction, leftSomething } from './restore';
import type { WhatIsThere } from './restore';
import type { ThereNow } from './there-now';

export interface InterruptedOptions {
  readonly index: TransactionIndex;
  /** Null where it cannot be used: then nothing is open. */
  readonly journal: Journal | null;
  readonly thereNow: ThereNow;
  /** The transaction that is on its way, which is neither open nor to be restored. */
  readonly runningId: () => string | undefined;
  readonly changed: (transactions: readonly InterruptedTransaction[]) => void;
}

/** Transactions of this and earlier runs that left something neither as before nor kept. */
export class InterruptedTransactions {
  readonly #options: InterruptedOptions;
  /** What was told last, as text. Null: nothing yet, but the window may have asked. */
  #last: string | null = null;

  constructor(options: InterruptedOptions) {
    this.#options = options;
  }

  /** All of them, compared with what is there now. */
  async list(): Promise<readonly InterruptedTransaction[]> {
    const open = this.#open();
    if (open.length === 0) return [];
    const there = await this.#options.thereNow.latest();
    return open.map((transaction) => this.#described(transaction, there)).filter(leftSomething);
  }

  /**
   * A transaction that can be restored, kept or open.
   * @throws {AppFailure} where there is none of this id.
   */
  restorable(id: string): RestorableTransaction {
    const { index, runningId } = this.#options;
    const transaction = index.get(id);
    if (!transaction || id === runningId()) {
      throw appFailure('not-found', 'The journal has no such transaction to restore.');
    }
    return index.restorable(transaction);
  }

  /** What a transaction changed, kept or open, compared with what is there now: for whoever takes it back. */
  async leftBy(id: string): Promise<InterruptedTransaction> {
    const transaction = this.restorable(id);
    return this.#described(transaction, await this.#options.thereNow.fresh());
  }

  /** Puts a transaction aside that the user has read about. */
  async dismiss(id: string): Promise<void> {
    const open = this.#open().find((transaction) => transaction.id === id);
    if (!open) throw appFailure('not-found', 'No such transaction is open.');
    if (!canBeDismissed(this.#described(open, await this.#options.thereNow.fresh()))) {
      throw appFailure('invalid-request', 'Values of this transaction are still changed.');
    }
    await this.#putAside([id]);
    await this.review();
  }

  /** Compares them with what is there now and tells when that says something new. */
  async review(): Promise<void> {
    this.#tell(await this.list());
    await this.#putSettledAside();
  }

  #tell(transactions: readonly InterruptedTransaction[]): void {
    const text = JSON.stringify(transactions);
    if (text === this.#last) return;
    this.#last = text;
    this.#options.changed(transactions);
  }

  /** What only may have come into the store, and is not there, is no longer open. */
  async #putSettledAside(): Promise<void> {
    const open = this.#open().filter((transaction) => transaction.open.length === 0);
    if (open.length === 0) return;
    const there = await this.#options.thereNow.latest();
    if (!there.lasting) return;
    const settled = open.filter((one) => !leftSomething(this.#described(one, there)));
    await this.#putAside(settled.map(({ id }) => id));
  }

  async #putAside(ids: readonly string[]): Promise<void> {
    const time = Date.now();
    const records = ids.map((id) => ({ id, time, state: 'interrupted-acknowledged' }) as const);
    if (records.length > 0) await this.#options.journal?.append(records, 'durable');
  }

  #open(): readonly RestorableTransaction[] {
    const { index, runningId } = this.#options;
    const running = runningId();
    return index.open().filter(({ id }) => id !== running);
  }

  #described(transaction: RestorableTransaction, there: WhatIsThere): InterruptedTransaction {
    const planCode = planCodeOf(transaction, this.#options.index);
    return interruptedTransaction(transaction, planCode, there);
  }
}
