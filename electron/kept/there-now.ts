// SPDX-License-Identifier: MIT

import type { Snapshot } from '../contract/snapshot';
import type { WhatLasts } from '../lasting/what-lasts';
import { shownBy } from './restore';
import type { WhatIsThere } from './restore';

export interface Snapshots {
  /** The newest snapshot there is. */
  readonly latestSnapshot: () => Promise<Snapshot>;
  /** A snapshot not older than the question. */
  readonly freshSnapshot: () => Promise<Snapshot>;
}

/** What snapshots show, and what lasts beside them. */
export class ThereNow {
  readonly #snapshots: Snapshots;
  readonly #lasting: WhatLasts;

  constructor(snapshots: Snapshots, lasting: WhatLasts) {
    this.#snapshots = snapshots;
    this.#lasting = lasting;
  }

  /** By the newest snapshot there is. */
  async latest(): Promise<WhatIsThere> {
    return this.#beside(await this.#snapshots.latestSnapshot());
  }

  /** Read after it was asked for. */
  async fresh(): Promise<WhatIsThere> {
    return this.#beside(await this.#snapshots.freshSnapshot());
  }

  #beside(snapshot: Snapshot): WhatIsThere {
    return { ...shownBy(snapshot), lasting: this.#lasting.beside(snapshot) };
  }
}
