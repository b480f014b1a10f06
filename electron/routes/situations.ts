// SPDX-License-Identifier: MIT
// What holds at an address: everything that the prefixes around it mean, as one object for all addresses of which the
// same holds.

import type { Family } from '../contract/family';
import type { Luid } from '../contract/snapshot';
import type { AddressSpace } from './address-space';
import type { Trait } from './trait-list';
import { addressBits } from './ip-address';

/** Everything that holds at an address. Two addresses at which the same holds share one object. */
export class Situation {
  /** What it becomes where a trait begins; filled as prefixes are come upon. */
  readonly next = new Map<Trait, Situation>();
  /** Whether its addresses are others than when this was last set to false. */
  hasChanged = true;
  /** By length, how many prefixes are in it, less those within them that need not be. */
  readonly #prefixes: number[] = [];

  constructor(
    readonly family: Family,
    /** By the number of a layer, the traits that count there. */
    readonly layers: readonly string[],
    readonly space: AddressSpace,
    readonly ownedBy: Luid | null,
  ) {}

  /** Counts a prefix of a length that came to it, or, -1, one that is not in it or not as a whole. */
  count(length: number, difference: 1 | -1): void {
    this.#prefixes[length] = (this.#prefixes[length] ?? 0) + difference;
    this.hasChanged = true;
  }

  /** How many addresses are in it. */
  get size(): bigint {
    const bits = addressBits[this.family];
    let size = 0n;
    this.#prefixes.forEach((count, length) => {
      if (count !== 0) size += BigInt(count) << BigInt(bits - length);
    });
    return size;
  }
}

/** What counts in each layer where a trait begins. */
function layersWithin({ layers, space }: Situation, trait: Trait): readonly string[] {
  const { number, layer, layerNumber, isFinal } = trait;
  // A route within a block that is not the internet leads to nothing of the internet.
  const own = space === 'internet' || layer === 'space' ? `${number}` : `${number} inside`;
  const after = [...layers];
  while (after.length <= layerNumber) after.push('');
  after[layerNumber] = isFinal ? own : `${after[layerNumber] ?? ''},${own}`;
  return after;
}

export class Situations {
  /** Where nothing holds. */
  readonly nothing: Situation;
  readonly #known = new Map<string, Situation>();

  constructor(readonly family: Family) {
    this.nothing = this.#at([], 'reserved', null);
  }

  all(): Iterable<Situation> {
    return this.#known.values();
  }

  get count(): number {
    return this.#known.size;
  }

  /** What holds within a prefix that has some traits, in a situation. */
  within(around: Situation, traits: readonly Trait[]): Situation {
    let situation = around;
    for (const trait of traits) situation = this.#enter(situation, trait);
    return situation;
  }

  #enter(situation: Situation, trait: Trait): Situation {
    let next = situation.next.get(trait);
    if (!next) {
      const { space = situation.space, ownedBy = situation.ownedBy } = trait;
      next = this.#at(layersWithin(situation, trait), space, ownedBy);
      situation.next.set(trait, next);
    }
    return next;
  }

  /** The layers say what space it is, and whose own. */
  #at(layers: readonly string[], space: AddressSpace, ownedBy: Luid | null): Situation {
    const key = layers.join('|');
    let situation = this.#known.get(key);
    if (!situation) {
      situation = new Situation(this.family, layers, space, ownedBy);
      this.#known.set(key, situation);
    }
    return situation;
  }
}
