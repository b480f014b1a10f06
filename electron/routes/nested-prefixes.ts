// SPDX-License-Identifier: MIT
// Prefixes of a family by their first addresses, of one the wider first. They are nested or apart, so that behind each
// stands what lies in it. They stand in columns: hundreds of thousands take four lists and no object each.

import type { Family } from '../contract/family';
import { lowerBound } from '../contract/lower-bound';
import type { Trait, TraitList } from './trait-list';
import { addressBits } from './ip-address';
import { commonLength, firstAround, following, lastBits } from './prefix';
import type { Bits, Prefix } from './prefix';
import type { Situation } from './situations';

/** Told of the place of a prefix; true: that is enough. */
type Visitor = (place: number) => boolean;

export class NestedPrefixes {
  readonly #family: Family;
  readonly #firsts: Bits[];
  readonly #lengths: number[];
  readonly #traits: (readonly Trait[])[];
  readonly #situations: Situation[];
  readonly #nothing: Situation;

  /** All that a list in order has, which is the tree's from then on; so far nothing holds in any of them. */
  constructor(family: Family, { firsts, lengths, traits }: TraitList, nothing: Situation) {
    this.#family = family;
    this.#firsts = firsts;
    this.#lengths = lengths;
    this.#traits = traits;
    this.#situations = lengths.map(() => nothing);
    this.#nothing = nothing;
  }

  firstAt(place: number): Bits {
    return this.#firsts[place] ?? 0;
  }

  lastAt(place: number): Bits {
    return lastBits(this.#family, this.firstAt(place), this.lengthAt(place));
  }

  lengthAt(place: number): number {
    return this.#lengths[place] ?? 0;
  }

  /** What the prefix at a place means. */
  traitsAt(place: number): readonly Trait[] {
    return this.#traits[place] ?? [];
  }

  setTraits(place: number, traits: readonly Trait[]): void {
    this.#traits[place] = traits;
  }

  /** What holds in the prefix at a place where none within it says otherwise. */
  situationAt(place: number): Situation {
    return this.#situations[place] ?? this.#nothing;
  }

  setSituation(place: number, situation: Situation): void {
    this.#situations[place] = situation;
  }

  /** The place of the longest prefix around another, which may be that itself. */
  placeAround(first: Bits, length: number): number {
    const place = this.#countUpTo(first, length) - 1;
    if (place <= 0 || this.lastAt(place) >= first) return Math.max(place, 0);
    // What is around both of them is no longer than what they have in common.
    const common = commonLength(this.#family, this.firstAt(place), first);
    return this.placeAround(firstAround(this.#family, first, common), common);
  }

  /** The place of the longest prefix around an address. */
  placeOf(address: Bits): number {
    return this.placeAround(address, addressBits[this.#family]);
  }

  /** Takes in a prefix that is not among them, in which the same holds as around it; its place. */
  insert({ first, length }: Prefix): number {
    const situation = this.situationAt(this.placeAround(first, length));
    const place = this.#countUpTo(first, length);
    this.#firsts.splice(place, 0, first);
    this.#lengths.splice(place, 0, length);
    this.#traits.splice(place, 0, []);
    this.#situations.splice(place, 0, situation);
    return place;
  }

  remove(place: number): void {
    for (const column of [this.#firsts, this.#lengths, this.#traits, this.#situations]) {
      column.splice(place, 1);
    }
  }

  /**
   * Goes through the prefix at a place and all within it, in their order: `enter` is told of each and of the one around
   * it (null: of the first), `leave` of each when nothing within it is to come. True: one of them had enough.
   */
  walk(
    place: number,
    enter: (place: number, around: number | null) => boolean,
    leave: Visitor,
  ): boolean {
    const end = this.#endOf(place);
    const open: number[] = [];
    const lasts: Bits[] = [];
    for (let at = place; at < end; at += 1) {
      const first = this.firstAt(at);
      while (open.length > 0 && (lasts.at(-1) ?? first) < first) {
        lasts.pop();
        if (leave(open.pop() ?? at)) return true;
      }
      if (enter(at, open.at(-1) ?? null)) return true;
      open.push(at);
      lasts.push(this.lastAt(at));
    }
    return open.reverse().some(leave);
  }

  /** Where that ends which lies in the prefix at a place. */
  #endOf(place: number): number {
    return this.#countUpTo(following(this.lastAt(place)), -1);
  }

  /** How many stand before a prefix or are it. */
  #countUpTo(first: Bits, length: number): number {
    return lowerBound(this.#firsts.length, (place) => {
      const other = this.firstAt(place);
      return other < first || (other === first && this.lengthAt(place) <= length);
    });
  }
}
