// SPDX-License-Identifier: MIT

import type {
  HistoryFilter,
  HistoryOutline,
  HistoryPart,
  HistoryTransaction,
} from '../contract/history';
import { appFailure } from '../base/app-failure';
import type { TransactionIndex } from '../journal/transaction-index';
import type { Snapshots, ThereNow } from '../kept/there-now';
import { historyPart, historyTransaction } from './history';
import type { HistorySources } from './history';
import { historyOutline } from './history-outline';

export interface RememberedOptions extends Pick<Snapshots, 'latestSnapshot'> {
  readonly index: TransactionIndex;
  /** Why the journal cannot be read; null where it is. */
  readonly whyUnread: () => string | null;
  readonly thereNow: ThereNow;
  readonly runningId: () => string | undefined;
}

/**
 * Transactions of this and earlier runs, for whoever reads about them. Each question throws an AppFailure where the
 * journal cannot be read: there may have been any changes, which is not to be told as none.
 */
export class Remembered {
  readonly #options: RememberedOptions;

  constructor(options: RememberedOptions) {
    this.#options = options;
  }

  /** Some transactions, oldest first; `first` counts from 0. */
  async part(first: number, count: number): Promise<HistoryPart> {
    return historyPart(first, count, await this.#sources());
  }

  /** Where the transactions are that a filter lets through. */
  async outline(filter: HistoryFilter): Promise<HistoryOutline> {
    const sources = await this.#sources();
    const now = await this.#options.latestSnapshot().catch(() => null);
    return historyOutline(filter, sources, now?.adapters ?? []);
  }

  /** Everything that is remembered of one transaction. */
  async transaction(id: string): Promise<HistoryTransaction> {
    const found = historyTransaction(id, await this.#sources());
    if (!found) throw appFailure('not-found', 'The journal has no such transaction.');
    return found;
  }

  async #sources(): Promise<HistorySources> {
    const { index, whyUnread, thereNow, runningId } = this.#options;
    const why = whyUnread();
    if (why !== null) throw appFailure('journal-unread', why);
    // What is not known to be there is not offered to be taken back; all else can be told.
    const there = await thereNow.latest().catch(() => null);
    return { index, running: runningId() ?? null, there };
  }
}
