// SPDX-License-Identifier: MIT
// Prefixes by what lies in what. They are nested or apart, so that they make a tree.

import type { Trait } from './address-traits';
import { lowerBound } from '../contract/lower-bound';
import { following, preceding } from './prefix';
import type { Bits, Prefix } from './prefix';
import type { Situation } from './situations';

/** Most prefixes have nothing in them, and share this. */
const nothing: readonly PrefixNode[] = [];

/** A prefix with those that lie in it and in no other one within it. */
export class PrefixNode {
  traits: readonly Trait[] = [];
  #parent: PrefixNode | null = null;
  /** Ascending, and apart. */
  #children: PrefixNode[] | null = null;

  constructor(
    readonly prefix: Prefix,
    public situation: Situation,
  ) {}

  /** The prefix in which it lies; null: in none. */
  get parent(): PrefixNode | null {
    return this.#parent;
  }

  get children(): readonly PrefixNode[] {
    return this.#children ?? nothing;
  }

  /** Takes in a prefix that lies behind all others here; nothing but what holds here holds in it. */
  append(prefix: Prefix): PrefixNode {
    const child = this.#childFor(prefix);
    if (this.#children) this.#children.push(child);
    else this.#children = [child];
    return child;
  }

  /** Takes in a prefix, with which those of its own go that lie in it; nothing but what holds here holds in it. */
  insert(prefix: Prefix): PrefixNode {
    const child = this.#childFor(prefix);
    this.#children ??= [];
    const place = this.#countBefore(prefix.first);
    const within = this.#children.slice(place, this.#countBefore(following(prefix.last)));
    for (const one of within) one.#parent = child;
    if (within.length > 0) child.#children = within;
    this.#children.splice(place, within.length, child);
    return child;
  }

  /** Lets a prefix go; what lies in it stays. */
  dissolve(child: PrefixNode): void {
    const children = this.#children ?? [];
    const place = this.#countBefore(child.prefix.first);
    const within = child.#children;
    if (within) {
      for (const one of within) one.#parent = this;
      this.#children = children.slice(0, place).concat(within, children.slice(place + 1));
    } else {
      children.splice(place, 1);
    }
  }

  /** The prefix here that an address lies in. */
  around(address: Bits): PrefixNode | null {
    const child = this.#children?.[this.#countBefore(following(address)) - 1];
    return child && child.prefix.last >= address ? child : null;
  }

  #childFor(prefix: Prefix): PrefixNode {
    const child = new PrefixNode(prefix, this.situation);
    child.#parent = this;
    return child;
  }

  /** How many prefixes here begin before an address. */
  #countBefore(address: Bits): number {
    const children = this.children;
    return lowerBound(children.length, (place) => {
      const child = children[place];
      return child !== undefined && child.prefix.first < address;
    });
  }
}

/** Told of addresses that are in a situation; true: that is enough. */
export type Teller = (situation: Situation, first: Bits, last: Bits) => boolean;

/** Situations that are asked about; a teller may take some out. */
export type Wanted = Pick<ReadonlySet<Situation>, 'has'>;

/** Tells of all addresses in a prefix that are in wanted situations, in their order; true: it was told that is enough. */
export function tellOf(node: PrefixNode, wanted: Wanted, tell: Teller): boolean {
  const { prefix, situation, children } = node;
  let at = prefix.first;
  let isWanted = wanted.has(situation);
  for (const child of children) {
    // Nearly all need no look when few are wanted.
    if (!isWanted && child.children === nothing && !wanted.has(child.situation)) continue;
    if (isWanted && at < child.prefix.first) {
      if (tell(situation, at, preceding(child.prefix.first))) return true;
      isWanted = wanted.has(situation);
    }
    if (tellOf(child, wanted, tell)) return true;
    at = following(child.prefix.last);
  }
  return isWanted && at <= prefix.last && tell(situation, at, prefix.last);
}
