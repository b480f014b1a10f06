// SPDX-License-Identifier: MIT
// All addresses of a family by the prefixes that mean something, each with what holds in it. Made whole in a time that
// grows with the prefixes as sorting them does; from then on a changed prefix costs itself and what lies within it.

import type { AddressTraits } from './address-traits';
import type { Trait } from './trait-list';
import { NestedPrefixes } from './nested-prefixes';
import { following, preceding } from './prefix';
import type { Bits, Prefix } from './prefix';
import { Situations } from './situations';
import type { Situation } from './situations';

/** Told of addresses that are in a situation; true: that is enough. */
export type Teller = (situation: Situation, first: Bits, last: Bits) => boolean;

/** Situations that are asked about; a teller may take some out. */
export type Wanted = Pick<ReadonlySet<Situation>, 'has'>;

function areSame(some: readonly Trait[], others: readonly Trait[]): boolean {
  return some.length === others.length && some.every((trait, place) => trait === others[place]);
}

/** Counts a prefix of a length in one situation no more, and in another. */
function moveCount(length: number, from: Situation, to: Situation): void {
  if (from === to) return;
  from.count(length, -1);
  to.count(length, 1);
}

/** Not worth making a tree anew for. */
const fewSituations = 4096;

export class AddressTree {
  readonly #traits: AddressTraits;
  readonly #situations: Situations;
  readonly #prefixes: NestedPrefixes;
  readonly #countAtFirst: number;

  constructor(traits: AddressTraits) {
    const { family } = traits;
    this.#traits = traits;
    this.#situations = new Situations(family);
    const { nothing } = this.#situations;
    this.#prefixes = new NestedPrefixes(family, traits.all(), nothing);
    nothing.count(0, 1);
    this.#settle(0, nothing);
    this.#countAtFirst = this.#situations.count;
  }

  /** All situations; some have no addresses, or have none any more. */
  get situations(): Iterable<Situation> {
    return this.#situations.all();
  }

  /** What holds at an address. */
  situationAt(address: Bits): Situation {
    return this.#prefixes.situationAt(this.#prefixes.placeOf(address));
  }

  /** Tells of all addresses that are in wanted situations, in their order; true: it was told that is enough. */
  tellOf(wanted: Wanted, tell: Teller): boolean {
    const prefixes = this.#prefixes;
    let from = prefixes.firstAt(0);
    const tellUpTo = (last: Bits, place: number) => {
      const situation = prefixes.situationAt(place);
      return from <= last && wanted.has(situation) && tell(situation, from, last);
    };
    return prefixes.walk(
      0,
      (place, around) => {
        const first = prefixes.firstAt(place);
        if (around !== null && from < first && tellUpTo(preceding(first), around)) return true;
        from = first;
        return false;
      },
      (place) => {
        const last = prefixes.lastAt(place);
        if (tellUpTo(last, place)) return true;
        from = following(last);
        return false;
      },
    );
  }

  /** Whether so many situations came that nothing is in any more that a new tree is better. */
  get isLittered(): boolean {
    return this.#situations.count > 2 * this.#countAtFirst + fewSituations;
  }

  /** Brings a prefix up to date with what it means now. */
  update(prefix: Prefix): void {
    const { first, length } = prefix;
    const prefixes = this.#prefixes;
    const traits = this.#traits.at(prefix);
    const around = prefixes.placeAround(first, length);
    if (prefixes.lengthAt(around) === length) this.#change(around, traits);
    else if (traits.length > 0) this.#change(prefixes.insert(prefix), traits);
  }

  #change(place: number, traits: readonly Trait[]): void {
    const prefixes = this.#prefixes;
    if (areSame(prefixes.traitsAt(place), traits)) return;
    prefixes.setTraits(place, traits);
    const outside = this.#situationOutside(place);
    const now = this.#situations.within(outside, traits);
    if (now !== prefixes.situationAt(place)) this.#settle(place, outside);
    if (traits.length === 0) prefixes.remove(place);
  }

  #situationOutside(place: number): Situation {
    const prefixes = this.#prefixes;
    const length = prefixes.lengthAt(place);
    if (length === 0) return this.#situations.nothing;
    return prefixes.situationAt(prefixes.placeAround(prefixes.firstAt(place), length - 1));
  }

  /** Finds what holds in the prefix at a place and in all within it; `outside`: what holds around it. */
  #settle(place: number, outside: Situation): void {
    const prefixes = this.#prefixes;
    /** What held before in the prefixes around the one that is come to. */
    const before: Situation[] = [];
    prefixes.walk(
      place,
      (at, around) => {
        const length = prefixes.lengthAt(at);
        const was = prefixes.situationAt(at);
        const outsideNow = around === null ? outside : prefixes.situationAt(around);
        const now = this.#situations.within(outsideNow, prefixes.traitsAt(at));
        prefixes.setSituation(at, now);
        moveCount(length, was, now);
        moveCount(length, outsideNow, before.at(-1) ?? outside);
        before.push(was);
        return false;
      },
      () => {
        before.pop();
        return false;
      },
    );
  }
}
