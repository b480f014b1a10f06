// SPDX-License-Identifier: MIT
// What prefixes mean for the addresses in them: what the ground says of them, and the routes that lead to them.

import type { Family } from '../contract/family';
import { grouped } from '../contract/grouped';
import type { Luid } from '../contract/snapshot';
import type { Ground, Layer, Mark, Meaning } from './address-ground';
import { internet, widestNetwork } from './address-space';
import { alikeRoutes, isSureToDecide } from './alike-routes';
import { addressBits } from './ip-address';
import { liesIn } from './prefix';
import type { Prefix } from './prefix';
import type { RouteIndex } from './route-index';
import type { RouteGroup } from './route-table';

/** A meaning; prefixes that mean the same share one object. */
export interface Trait extends Meaning {
  /** What a prefix has that means nothing else. */
  readonly alone: readonly Trait[];
}

function traitOf(meaning: Meaning): Trait {
  const alone: Trait[] = [];
  const trait = { ...meaning, alone };
  alone.push(trait);
  return trait;
}

class KnownTraits {
  readonly #known = new Map<Layer, Map<string, Trait>>();

  of(meaning: Meaning): Trait {
    const { layer, text } = meaning;
    let ofLayer = this.#known.get(layer);
    if (!ofLayer) {
      ofLayer = new Map();
      this.#known.set(layer, ofLayer);
    }
    let trait = ofLayer.get(text);
    if (!trait) {
      trait = traitOf(meaning);
      ofLayer.set(text, trait);
    }
    return trait;
  }
}

/** Traits of the routes of one table and prefix length. */
class RouteTraits {
  readonly #plain = new Map<Luid, Trait>();
  readonly #breadth: string;
  readonly #isUsual: boolean;
  readonly #connected: Ground['connected'];

  constructor(
    { suppressions, connected }: Ground,
    readonly family: Family,
    readonly table: number,
    readonly length: number,
    readonly known: KnownTraits,
  ) {
    const suppressed = suppressions.filter((one) => length <= one).length;
    this.#connected = connected;
    this.#breadth = `${suppressed} ${length < widestNetwork[family]}`;
    this.#isUsual = length > internet[family].length;
  }

  of(group: RouteGroup): Trait {
    const luid = group.plainThrough;
    // Nearly all routes of a large table have one.
    if (luid === null || !this.#isUsual) return this.#make(group);
    let trait = this.#plain.get(luid);
    if (!trait) {
      trait = this.#make(group);
      this.#plain.set(luid, trait);
    }
    return trait;
  }

  #make(group: RouteGroup): Trait {
    const { family, length, table: layer } = this;
    const { routes } = group;
    const isWhole = length <= internet[family].length && liesIn(internet[family], group);
    const text = `${this.#breadth} ${isWhole} ${alikeRoutes(routes)}`;
    return this.known.of({ layer, text, isFinal: isSureToDecide(this.#connected, routes) });
  }
}

/** Prefixes and their traits, side by side; one that has several comes several times. */
export interface TraitList {
  readonly prefixes: Prefix[];
  readonly traits: Trait[];
}

function placeText({ first, length }: Prefix): string {
  return `${first}/${length}`;
}

/** Marks by their prefixes. */
type MarksByPlace = ReadonlyMap<string, readonly Mark[]>;

function marksOf({ marks }: Ground): MarksByPlace {
  return grouped(marks, ({ prefix }) => placeText(prefix));
}

function meanTheSame(some: readonly Mark[], others: readonly Mark[] = []): boolean {
  return (
    some.length === others.length &&
    some.every(({ meaning: { layer, text } }, place) => {
      const other = others[place]?.meaning;
      return layer === other?.layer && text === other.text;
    })
  );
}

/** The prefixes of which some marks say anything else than others. */
function differences(some: MarksByPlace, others: MarksByPlace): readonly Prefix[] {
  return [...some].flatMap(([place, marks]) => {
    const [mark] = marks;
    return !mark || meanTheSame(marks, others.get(place)) ? [] : [mark.prefix];
  });
}

export class AddressTraits {
  readonly #known = new KnownTraits();
  #marks: MarksByPlace;
  /** By table, then by prefix length. */
  readonly #ofRoutes: ReadonlyMap<number, readonly RouteTraits[]>;

  constructor(
    readonly family: Family,
    ground: Ground,
    readonly routes: RouteIndex,
  ) {
    const lengths = Array.from({ length: addressBits[family] + 1 }, (_, length) => length);
    this.#marks = marksOf(ground);
    this.#ofRoutes = new Map(
      ground.tables.map((table) => [
        table,
        lengths.map((length) => new RouteTraits(ground, family, table, length, this.#known)),
      ]),
    );
  }

  /** Moves to a ground on which routes mean the same: of these prefixes it says anything else. */
  moveTo(ground: Ground): readonly Prefix[] {
    const before = this.#marks;
    this.#marks = marksOf(ground);
    return [...differences(before, this.#marks), ...differences(this.#marks, before)];
  }

  /** The traits of a prefix; what counts more comes later. */
  at(prefix: Prefix): readonly Trait[] {
    const marks = this.#marks.get(placeText(prefix)) ?? [];
    const traits = marks.map(({ meaning }) => this.#known.of(meaning));
    for (const [table, ofLength] of this.#ofRoutes) {
      const group = this.routes.tables[this.family].get(table)?.to(prefix);
      const ofRoutes = ofLength[prefix.length];
      if (group && ofRoutes) traits.push(ofRoutes.of(group));
    }
    const [trait] = traits;
    return trait && traits.length === 1 ? trait.alone : traits;
  }

  /** The traits of all prefixes, the wider first; at one prefix, what counts more comes later. */
  all(): TraitList {
    const list: TraitList = { prefixes: [], traits: [] };
    const marks = grouped([...this.#marks.values()].flat(), ({ prefix }) => prefix.length);
    for (let length = 0; length <= addressBits[this.family]; length += 1) {
      for (const { prefix, meaning } of marks.get(length) ?? []) {
        list.prefixes.push(prefix);
        list.traits.push(this.#known.of(meaning));
      }
      // Of default routes the ground says all.
      if (length > 0) this.#addRoutes(list, length);
    }
    return list;
  }

  #addRoutes({ prefixes, traits }: TraitList, length: number): void {
    for (const [table, ofLength] of this.#ofRoutes) {
      const ofRoutes = ofLength[length];
      const groups = this.routes.tables[this.family].get(table)?.groups(length);
      if (!ofRoutes || !groups) continue;
      for (const group of groups) {
        prefixes.push(group);
        traits.push(ofRoutes.of(group));
      }
    }
  }
}
