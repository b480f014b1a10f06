// SPDX-License-Identifier: MIT
// What lasts, read anew for each question: administrators and helpers of other runs change it at any moment.

import type { LastingSettings } from '../contract/lasting';
import type { FieldKey } from '../contract/operation';
import type { Snapshot } from '../contract/snapshot';
import { appFailure } from '../base/app-failure';
import { keptUp, lastingSettings, whyUnavailable } from './lasting-settings';
import type { LastingContent } from './lasting-settings';
import type { StoredSetting } from './lasting-settings-codec';
import { MeantSettings } from './meant-settings';

export interface WhatLastsOptions {
  /** What lasts, as it is now. */
  readonly readLasting: () => LastingContent;
  /** The newest snapshot there is. */
  readonly latestSnapshot: () => Promise<Snapshot>;
}

export class WhatLasts {
  readonly #options: WhatLastsOptions;
  readonly #tell: (settings: LastingSettings) => void;
  /** What was told last, as text. Null: nothing yet, but the window may have asked. */
  #last: string | null = null;

  constructor(options: WhatLastsOptions, tell: (settings: LastingSettings) => void) {
    this.#options = options;
    this.#tell = tell;
  }

  /** The settings as they are stored; none where they cannot be used. */
  stored(): readonly StoredSetting[] {
    return this.#options.readLasting().settings;
  }

  /**
   * The settings as they are stored, for whoever changes them.
   * @throws {AppFailure} where they cannot be changed.
   */
  changeable(): readonly StoredSetting[] {
    const content = this.#options.readLasting();
    const why = whyUnavailable(content);
    if (why !== null) throw appFailure('lasting', why);
    return content.settings;
  }

  /** All of them as the window shows them. */
  async shown(): Promise<LastingSettings> {
    return lastingSettings(this.#options.readLasting(), await this.#options.latestSnapshot());
  }

  /** Tells when they say something new. */
  async review(): Promise<void> {
    const settings = await this.shown();
    const text = JSON.stringify(settings);
    if (text === this.#last) return;
    this.#last = text;
    this.#tell(settings);
  }

  /** The settings beside the adapters of a snapshot; null where they cannot be used. */
  beside(snapshot: Snapshot): MeantSettings | null {
    const content = this.#options.readLasting();
    return whyUnavailable(content) === null ? new MeantSettings(content.settings, snapshot) : null;
  }

  /** Whether the keeper sets a value again in a while. */
  setAgainBy(snapshot: Snapshot): (key: FieldKey) => boolean {
    let kept: MeantSettings | null = null;
    return (key) => {
      // Nothing is read for as long as nobody asks.
      kept ??= this.#keptUp(snapshot);
      return kept.of(key).length > 0;
    };
  }

  #keptUp(snapshot: Snapshot): MeantSettings {
    return new MeantSettings(keptUp(this.#options.readLasting()), snapshot);
  }
}
