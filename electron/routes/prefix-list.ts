// SPDX-License-Identifier: MIT
import type { Family } from '../contract/family';
import { mostCounted } from '../contract/preview';
import { prefixesIn } from './prefix';
import type { Prefix, Range } from './prefix';

/** As many are kept. */
const mostKept = 50;

/** The fewest prefixes that hold some addresses: how many, the first ones in their order, and a largest one. */
export interface PrefixList {
  /** One more than `mostCounted`: there are more, which are not looked at. */
  readonly count: number;
  readonly first: readonly Prefix[];
  readonly largest: Prefix | null;
}

/** Lists prefixes of ranges that neither touch nor overlap. */
export class PrefixLister {
  readonly #family: Family;
  readonly #counts: (prefix: Prefix) => boolean;
  readonly #first: Prefix[] = [];
  #count = 0;
  #largest: Prefix | null = null;

  /** Of all prefixes those are listed that count. */
  constructor(family: Family, counts: (prefix: Prefix) => boolean) {
    this.#family = family;
    this.#counts = counts;
  }

  /** Takes the next range; true: that is enough. */
  take(range: Range): boolean {
    for (const prefix of prefixesIn(this.#family, range)) {
      if (this.#counts(prefix)) this.#add(prefix);
      if (this.#count > mostCounted) return true;
    }
    return false;
  }

  get list(): PrefixList {
    return { count: this.#count, first: this.#first, largest: this.#largest };
  }

  #add(prefix: Prefix): void {
    this.#count += 1;
    if (this.#first.length < mostKept) this.#first.push(prefix);
    if (this.#largest === null || prefix.length < this.#largest.length) this.#largest = prefix;
  }
}
