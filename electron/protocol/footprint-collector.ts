// SPDX-License-Identifier: MIT

import type { HelperMessage } from './frames';
import type { Footprint } from './plan';

type FootprintMessage = Extract<HelperMessage, { message: 'FOOTPRINT' }>;

/** A footprint that has arrived whole. */
export interface CollectedFootprint {
  readonly index: number;
  readonly which: 'before' | 'after';
  readonly bytes: Footprint;
}

/** Puts footprints together from their parts, which come gapless and in order, one footprint at a time. */
export class FootprintCollector {
  #bytes: number[] = [];
  #due = '';

  /** The footprint, once its last part is there. Throws on a part that does not belong to the one begun. */
  add(message: FootprintMessage): CollectedFootprint | null {
    const key = `${message.operation} ${message.which} ${message.total}`;
    const expected = message.offset === 0 && this.#due === '' ? key : this.#due;
    if (message.offset !== this.#bytes.length || key !== expected) {
      throw new RangeError('A part of a footprint is out of place');
    }
    this.#due = key;
    this.#bytes.push(...message.bytes);
    if (this.#bytes.length > message.total) throw new RangeError('A footprint is too long');
    if (this.#bytes.length < message.total) return null;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    this.#due = '';
    return { index: message.operation, which: message.which === 0 ? 'before' : 'after', bytes };
  }
}
