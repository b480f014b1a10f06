// SPDX-License-Identifier: MIT
// Prefixes of a family and what they mean, in columns: hundreds of thousands take three lists and no object each.

import type { Family } from '../contract/family';
import { placesInOrder } from './address-order';
import type { Meaning } from './address-ground';
import { newAddressList } from './prefix';
import type { Bits } from './prefix';

/** A meaning; prefixes that mean the same share one object. */
export interface Trait extends Meaning {
  readonly number: number;
  /** The number of its layer. */
  readonly layerNumber: number;
  /** What a prefix has that means nothing else. */
  readonly alone: readonly Trait[];
}

export class TraitList {
  readonly firsts: Bits[];
  readonly lengths: number[];
  readonly traits: (readonly Trait[])[];
  readonly #family: Family;
  #count = 0;

  /** For at most so many prefixes: lists that grow cost several times as much. */
  constructor(family: Family, room: number) {
    this.#family = family;
    this.firsts = newAddressList[family](room);
    this.lengths = new Array<number>(room);
    this.traits = new Array<readonly Trait[]>(room);
  }

  /** Adds what a prefix means; to what it means already, where it is the very one that was added last. */
  add(first: Bits, length: number, traits: readonly Trait[]): void {
    const latest = this.#count - 1;
    if (this.firsts[latest] === first && this.lengths[latest] === length) {
      this.traits[latest] = [...(this.traits[latest] ?? []), ...traits];
      return;
    }
    this.firsts[this.#count] = first;
    this.lengths[this.#count] = length;
    this.traits[this.#count] = traits;
    this.#count += 1;
  }

  /** Gives back room that was not needed. */
  close(): this {
    for (const column of [this.firsts, this.lengths, this.traits]) column.length = this.#count;
    return this;
  }

  /** The same by first addresses, each prefix once; what begins at one address stays in the order in which it came. */
  inOrder(): TraitList {
    const ordered = new TraitList(this.#family, this.#count);
    for (const place of placesInOrder(this.#family, this.firsts)) {
      ordered.add(this.firsts[place] ?? 0, this.lengths[place] ?? 0, this.traits[place] ?? []);
    }
    return ordered.close();
  }
}
