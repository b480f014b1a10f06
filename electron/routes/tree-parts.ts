// SPDX-License-Identifier: MIT
// Which parts a tree of prefixes makes of all addresses: one for each situation that has any.

import type { Family } from '../contract/family';
import type { Luid } from '../contract/snapshot';
import type { AddressSpace } from './address-space';
import type { AddressTree } from './address-tree';
import type { IpAddress } from './ip-address';
import { bitsOf, following } from './prefix';
import type { Range } from './prefix';
import type { Situation } from './situations';

/** Addresses that every lookup treats alike. */
export interface Part {
  readonly space: AddressSpace;
  /** The adapter whose own network they are in; null: none's. */
  readonly ownedBy: Luid | null;
  /** The first of them, for lookups. */
  readonly example: IpAddress;
  /** How many they are; of IPv6 as near as a number comes. */
  readonly size: number;
}

/** All addresses of a family, each in one part. To be asked for again where the index may have moved on. */
export interface AddressParts {
  /** Ascending by their first addresses. */
  readonly parts: readonly Part[];
  /** The addresses of some parts as ranges, ascending, those that touch made one, until `visit` says it is enough. */
  readonly eachRange: (some: Iterable<Part>, visit: (range: Range) => boolean) => void;
  /** All of these ranges. */
  readonly rangesOf: (some: Iterable<Part>) => readonly Range[];
}

/** Joins ranges that touch. `visit` is told of one when the next is known not to touch it. */
function eachRange(
  tree: AddressTree,
  some: Iterable<Part>,
  visit: (range: Range) => boolean,
): void {
  const wanted = new Set([...some].map(({ example }) => tree.situationAt(bitsOf(example))));
  let open = null as Range | null;
  const isEnough = tree.tellOf(wanted, (_, first, last) => {
    const before = open;
    const touches = before !== null && following(before.last) === first;
    open = { first: touches ? before.first : first, last };
    return before !== null && !touches && visit(before);
  });
  if (open && !isEnough) visit(open);
}

function rangesOf(tree: AddressTree, some: Iterable<Part>): readonly Range[] {
  const ranges: Range[] = [];
  eachRange(tree, some, (range) => {
    ranges.push(range);
    return false;
  });
  return ranges;
}

/** The parts of a tree, brought up to date where it changed. */
export class TreeParts {
  readonly #tree: AddressTree;
  readonly #family: Family;
  readonly #parts = new Map<Situation, Part>();
  #told: AddressParts | null = null;

  constructor(tree: AddressTree, family: Family) {
    this.#tree = tree;
    this.#family = family;
  }

  /** The same object as before while no part changed. */
  get current(): AddressParts {
    const changed = this.#takeChanged();
    if (changed.size > 0) this.#findAgain(changed);
    if (changed.size > 0 || this.#told === null) this.#told = this.#tell();
    return this.#told;
  }

  /** Situations whose addresses changed, with their sizes. */
  #takeChanged(): Map<Situation, bigint> {
    const changed = new Map<Situation, bigint>();
    for (const situation of this.#tree.situations) {
      if (!situation.hasChanged) continue;
      situation.hasChanged = false;
      changed.set(situation, situation.size);
    }
    return changed;
  }

  #findAgain(changed: ReadonlyMap<Situation, bigint>): void {
    const sought = new Map([...changed].filter(([, size]) => size > 0n));
    for (const situation of changed.keys()) this.#parts.delete(situation);
    if (sought.size === 0) return;
    this.#tree.tellOf(sought, (situation, first) => {
      const size = sought.get(situation);
      if (size === undefined) return false;
      sought.delete(situation);
      this.#parts.set(situation, this.#partOf(situation, BigInt(first), size));
      return sought.size === 0;
    });
  }

  #partOf({ space, ownedBy }: Situation, bits: bigint, size: bigint): Part {
    const example = { family: this.#family, bits, zone: null };
    return { space, ownedBy, example, size: Number(size) };
  }

  #tell(): AddressParts {
    const tree = this.#tree;
    const parts = [...this.#parts.values()];
    return {
      parts: parts.sort((one, other) => (one.example.bits < other.example.bits ? -1 : 1)),
      eachRange: (some, visit) => {
        eachRange(tree, some, visit);
      },
      rangesOf: (some) => rangesOf(tree, some),
    };
  }
}
