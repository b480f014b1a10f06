// SPDX-License-Identifier: MIT
// What prefixes mean for the addresses in them: what the ground says of them, and the routes that lead to them.

import type { Family } from '../contract/family';
import { grouped } from '../contract/grouped';
import type { Luid, Route } from '../contract/snapshot';
import { prefixKey } from './address-ground';
import type { Deciders, Ground, Layer, Mark, Meaning } from './address-ground';
import { internet, widestNetwork } from './address-space';
import { alikeRoutes, isPlain, isSureToDecide } from './alike-routes';
import { addressBits } from './ip-address';
import { everything, liesIn, prefixFrom } from './prefix';
import type { Bits, Prefix } from './prefix';
import type { RouteIndex } from './route-index';
import { TraitList } from './trait-list';
import type { Trait } from './trait-list';

class KnownTraits {
  readonly #known = new Map<Layer, Map<string, Trait>>();
  readonly #layerNumbers = new Map<Layer, number>();
  #count = 0;

  of(meaning: Meaning): Trait {
    const { layer, text } = meaning;
    let ofLayer = this.#known.get(layer);
    if (!ofLayer) {
      ofLayer = new Map();
      this.#layerNumbers.set(layer, this.#known.size);
      this.#known.set(layer, ofLayer);
    }
    let trait = ofLayer.get(text);
    if (!trait) {
      trait = this.#make(meaning);
      ofLayer.set(text, trait);
    }
    return trait;
  }

  #make(meaning: Meaning): Trait {
    const alone: Trait[] = [];
    const layerNumber = this.#layerNumbers.get(meaning.layer) ?? 0;
    const trait = { ...meaning, number: this.#count, layerNumber, alone };
    alone.push(trait);
    this.#count += 1;
    return trait;
  }
}

/** Traits of the routes of one table and prefix length. */
class RouteTraits {
  readonly #plain = new Map<Luid, Trait>();
  readonly #breadth: string;
  readonly #connected: Deciders['connected'];

  constructor(
    { suppressions, connected }: Deciders,
    readonly family: Family,
    readonly table: number,
    readonly length: number,
    readonly known: KnownTraits,
  ) {
    const suppressed = suppressions.filter((one) => length <= one).length;
    this.#connected = connected;
    this.#breadth = `${suppressed} ${length < widestNetwork[family]}`;
  }

  /** What a plain route through an interface means where it is alone, once that is known: nearly all routes are. */
  ofPlain(luid: Luid): Trait | undefined {
    return this.#plain.get(luid);
  }

  /** What the routes mean to the prefix that begins at an address. */
  of(first: Bits, routes: readonly Route[]): Trait {
    const { family, length, table: layer } = this;
    const all = internet[family];
    const isWhole = length <= all.length && liesIn(all, prefixFrom(family, first, length));
    const text = `${this.#breadth} ${isWhole} ${alikeRoutes(routes)}`;
    const isFinal = isSureToDecide(this.#connected, routes);
    const trait = this.known.of({ layer, text, isFinal });
    const [route] = routes;
    if (length > all.length && route && routes.length === 1 && isPlain(route)) {
      this.#plain.set(route.luid, trait);
    }
    return trait;
  }
}

/** The same object for the same trait alone. */
function listOf(traits: readonly Trait[]): readonly Trait[] {
  const [trait] = traits;
  return trait && traits.length === 1 ? trait.alone : traits;
}

type MarksByPlace = ReadonlyMap<string, readonly Mark[]>;

function marksByPlace(marks: readonly Mark[]): MarksByPlace {
  return grouped(marks, ({ place }) => place);
}

/** Whether lists hold the very same marks in the same order. */
function areTheSame(some: readonly Mark[], others: readonly Mark[]): boolean {
  return some.length === others.length && some.every((mark, place) => mark === others[place]);
}

/**
 * What a table means that may have default routes. Operations move those of main: nothing is asked after them, and
 * nothing changes when they come and go.
 */
function defaultRoutes(layer: number): Meaning {
  return { layer, text: 'default', isFinal: true };
}

export class AddressTraits {
  readonly #known = new KnownTraits();
  readonly #frame: Deciders;
  #marks: readonly Mark[];
  #marksAt: MarksByPlace;
  /** By table, then by prefix length, as they are asked for. */
  readonly #ofRoutes = new Map<number, RouteTraits[]>();

  constructor(
    readonly family: Family,
    { marks, ...frame }: Ground,
    readonly routes: RouteIndex,
  ) {
    this.#frame = frame;
    this.#marks = marks;
    this.#marksAt = marksByPlace(marks);
  }

  /** Moves to a ground on which routes mean the same; of these prefixes it may say something else. */
  moveTo({ marks }: Ground): readonly Prefix[] {
    if (areTheSame(this.#marks, marks)) return [];
    const before = this.#marksAt;
    const now = marksByPlace(marks);
    this.#marks = marks;
    this.#marksAt = now;
    const places = new Set([...before.keys(), ...now.keys()]);
    return [...places].flatMap((place) => {
      const [old, own] = [before.get(place) ?? [], now.get(place) ?? []];
      const [mark] = own.length > 0 ? own : old;
      return mark && !areTheSame(old, own) ? [mark.prefix] : [];
    });
  }

  /** The traits of a prefix; what counts more comes later. */
  at(prefix: Prefix): readonly Trait[] {
    const marks = this.#marksAt.get(prefixKey(prefix)) ?? [];
    const ofRoutes = this.#frame.tables.flatMap((table) => this.#ofTable(table, prefix));
    return listOf([...this.#ofMarks(marks), ...ofRoutes]);
  }

  /** The traits of all prefixes by first addresses, the wider first; at one prefix, what counts more comes later. */
  all(): TraitList {
    const list = new TraitList(this.family, this.#most);
    const places = grouped(this.#marksAt.values(), ([mark]) => mark?.prefix.length);
    for (let length = 0; length <= addressBits[this.family]; length += 1) {
      for (const marks of places.get(length) ?? []) {
        const [mark] = marks;
        if (!mark) continue;
        list.add(mark.prefix.first, length, listOf(this.#ofMarks(marks)));
      }
      for (const table of this.#frame.tables) this.#addTable(list, table, length);
    }
    return list.close().inOrder();
  }

  /** There are no more prefixes than that. */
  get #most(): number {
    const { tables } = this.#frame;
    const routes = tables.map((table) => this.routes.tables[this.family].get(table)?.size ?? 0);
    return routes.reduce((sum, size) => sum + size, this.#marksAt.size + tables.length);
  }

  #ofMarks(marks: readonly Mark[]): readonly Trait[] {
    return marks.map(({ meaning }) => this.#known.of(meaning));
  }

  #ofTable(table: number, prefix: Prefix): readonly Trait[] {
    if (prefix.length === 0) return [this.#known.of(defaultRoutes(table))];
    const routes = this.routes.tables[this.family].get(table)?.to(prefix) ?? [];
    return routes.length > 0
      ? [this.#routeTraits(table, prefix.length).of(prefix.first, routes)]
      : [];
  }

  #addTable(list: TraitList, table: number, length: number): void {
    if (length === 0) {
      list.add(everything[this.family].first, length, this.#known.of(defaultRoutes(table)).alone);
      return;
    }
    const ofRoutes = this.#routeTraits(table, length);
    const routes = this.routes.tables[this.family].get(table);
    routes?.eachPrefix(length, (first, plainThrough) => {
      const known = plainThrough === null ? undefined : ofRoutes.ofPlain(plainThrough);
      const trait = known ?? ofRoutes.of(first, routes.to({ first, length }));
      list.add(first, length, trait.alone);
      return false;
    });
  }

  #routeTraits(table: number, length: number): RouteTraits {
    const ofTable = this.#ofRoutes.get(table) ?? [];
    this.#ofRoutes.set(table, ofTable);
    ofTable[length] ??= new RouteTraits(this.#frame, this.family, table, length, this.#known);
    return ofTable[length];
  }
}
