// SPDX-License-Identifier: MIT
// What became of kept values, as adapters come and go.

import type { LostSettings } from '../contract/changes';
import type { Snapshot } from '../contract/snapshot';
import { keptSettings } from '../journal/kept-settings';
import type { KeptSetting } from '../journal/kept-settings';
import type { TransactionIndex } from '../journal/transaction-index';
import type { WhatLasts } from '../lasting/what-lasts';
import { fixedMetrics, lostSettings, nextStates } from './lost-settings';
import type { KeptStates } from './lost-settings';
import type { Snapshots } from './there-now';

export interface LostValuesOptions extends Pick<Snapshots, 'latestSnapshot'> {
  readonly index: TransactionIndex;
  readonly lasting: WhatLasts;
  readonly changed: (lost: readonly LostSettings[]) => void;
}

/** Adapters that came back without values that were kept for them. */
export class LostValues {
  readonly #options: LostValuesOptions;
  /** Null: a transaction ended since they were gathered. */
  #kept: readonly KeptSetting[] | null = null;
  /** Null until the first snapshot was compared with them. */
  #states: KeptStates | null = null;
  /** What was told last, as text. Null: nothing yet, but the window may have asked. */
  #last: string | null = null;

  constructor(options: LostValuesOptions) {
    this.#options = options;
  }

  /** All of them, adapter by adapter. */
  async list(): Promise<readonly LostSettings[]> {
    const kept = this.#keptSettings();
    if (kept.length === 0 && this.#states) return [];
    const { lasting, latestSnapshot } = this.#options;
    const snapshot = await latestSnapshot();
    this.#states = nextStates(kept, snapshot, this.#states);
    return lostSettings(kept, this.#states, lasting.setAgainBy(snapshot));
  }

  /** Compares what was kept with what is there now and tells when something was lost, or is there again. */
  async review(): Promise<void> {
    const lost = await this.list();
    const text = JSON.stringify(lost);
    if (text === this.#last) return;
    this.#last = text;
    this.#options.changed(lost);
  }

  /** To be called when a transaction has ended: what is kept may be something else now. */
  transactionEnded(): void {
    this.#kept = null;
  }

  /** IP interfaces whose metric a kept change of this program fixed, by `ipInterfaceId`. */
  fixedMetrics(snapshot: Snapshot): ReadonlySet<string> {
    return fixedMetrics(this.#keptSettings(), snapshot);
  }

  #keptSettings(): readonly KeptSetting[] {
    const { index } = this.#options;
    this.#kept ??= keptSettings(index.slice(0, index.size));
    return this.#kept;
  }
}
