// SPDX-License-Identifier: MIT
// All addresses of a family by the prefixes that mean something, each with what holds in it. Made whole in a time that
// grows with the prefixes as sorting them does; from then on a changed prefix costs itself and what notices within it.

import type { Family } from '../contract/family';
import type { AddressTraits, Trait, TraitList } from './address-traits';
import { everything } from './prefix';
import type { Bits, Prefix } from './prefix';
import { PrefixNode, tellOf } from './prefix-node';
import type { Teller, Wanted } from './prefix-node';
import { placesInOrder } from './prefix-order';
import { Situations } from './situations';
import type { Situation } from './situations';

function isSamePrefix(one: Prefix, other: Prefix): boolean {
  return one.first === other.first && one.length === other.length;
}

function areSame(some: readonly Trait[], others: readonly Trait[]): boolean {
  return some.length === others.length && some.every((trait, place) => trait === others[place]);
}

/** Not worth making a tree anew for. */
const fewSituations = 4096;

export class AddressTree {
  readonly #traits: AddressTraits;
  readonly #situations: Situations;
  readonly #root: PrefixNode;
  readonly #countAtFirst: number;

  constructor(traits: AddressTraits) {
    const { family } = traits;
    this.#traits = traits;
    this.#situations = new Situations(family);
    this.#root = new PrefixNode(everything[family], this.#situations.nothing);
    this.#root.situation.count(0, 1);
    this.#nest(family, traits.all());
    this.#countAtFirst = this.#situations.count;
  }

  /** All situations; some have no addresses, or have none any more. */
  get situations(): Iterable<Situation> {
    return this.#situations.all();
  }

  /** What holds at an address. */
  situationAt(address: Bits): Situation {
    let node = this.#root;
    for (let within = node.around(address); within; within = node.around(address)) node = within;
    return node.situation;
  }

  /** Tells of all addresses that are in wanted situations, in their order; true: it was told that is enough. */
  tellOf(wanted: Wanted, tell: Teller): boolean {
    return tellOf(this.#root, wanted, tell);
  }

  /** Whether so many situations came that nothing is in any more that a new tree is better. */
  get isLittered(): boolean {
    return this.#situations.count > 2 * this.#countAtFirst + fewSituations;
  }

  /** Brings a prefix up to date with what it means now. */
  update(prefix: Prefix): void {
    const traits = this.#traits.at(prefix);
    const around = this.#around(prefix);
    if (around.prefix.length === prefix.length) this.#change(around, traits);
    else if (traits.length > 0) this.#change(around.insert(prefix), traits);
  }

  /** Puts prefixes into each other, each at its place in their order. */
  #nest(family: Family, { prefixes, traits }: TraitList): void {
    let latest = this.#root;
    for (const place of placesInOrder(family, prefixes)) {
      const prefix = prefixes[place];
      const own = traits[place];
      if (!prefix || !own) continue;
      while (latest.parent && latest.prefix.last < prefix.first) latest = latest.parent;
      if (!isSamePrefix(latest.prefix, prefix)) latest = latest.append(prefix);
      latest.traits = latest.traits.length > 0 ? [...latest.traits, ...own] : own;
      this.#settle(latest);
    }
  }

  /** The node of a prefix; where there is none, the one in which it would lie. */
  #around(prefix: Prefix): PrefixNode {
    let node = this.#root;
    for (;;) {
      const within = node.around(prefix.first);
      if (!within || within.prefix.length > prefix.length) return node;
      node = within;
    }
  }

  #change(node: PrefixNode, traits: readonly Trait[]): void {
    if (areSame(node.traits, traits)) return;
    node.traits = traits;
    this.#settle(node);
    if (traits.length === 0) node.parent?.dissolve(node);
  }

  /** Finds what holds in a prefix, and in those within it as far as it is not what held before. */
  #settle(node: PrefixNode): void {
    const around = node.parent?.situation ?? this.#situations.nothing;
    const situation = this.#situations.within(around, node.traits);
    const before = node.situation;
    if (situation === before) return;
    node.situation = situation;
    before.count(node.prefix.length, -1);
    situation.count(node.prefix.length, 1);
    for (const child of node.children) {
      before.count(child.prefix.length, 1);
      situation.count(child.prefix.length, -1);
      this.#settle(child);
    }
  }
}
