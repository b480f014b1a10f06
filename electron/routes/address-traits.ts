// SPDX-License-Identifier: MIT
// What prefixes mean for the addresses in them: what the ground says of them, and the routes that lead to them.

import type { Family } from '../contract/family';
import { grouped } from '../contract/grouped';
import type { Luid } from '../contract/snapshot';
import { placeOf } from './address-ground';
import type { Frame, Ground, Layer, Mark, Meaning } from './address-ground';
import { internet, widestNetwork } from './address-space';
import { alikeRoutes, isSureToDecide } from './alike-routes';
import { addressBits } from './ip-address';
import { everything, liesIn } from './prefix';
import type { Prefix } from './prefix';
import type { RouteIndex } from './route-index';
import type { RouteGroup } from './route-table';

/** A meaning; prefixes that mean the same share one object. */
export interface Trait extends Meaning {
  readonly number: number;
  /** The number of its layer. */
  readonly layerNumber: number;
  /** What a prefix has that means nothing else. */
  readonly alone: readonly Trait[];
}

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
  readonly #isUsual: boolean;
  readonly #connected: Frame['connected'];

  constructor(
    { suppressions, connected }: Frame,
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

/** Prefixes and their traits, side by side; one may come several times, once for each table and for the ground. */
export interface TraitList {
  readonly prefixes: Prefix[];
  readonly traits: (readonly Trait[])[];
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
  readonly #frame: Frame;
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
    const marks = this.#marksAt.get(placeOf(prefix)) ?? [];
    const ofRoutes = this.#frame.tables.flatMap((table) => this.#ofTable(table, prefix));
    return listOf([...this.#ofMarks(marks), ...ofRoutes]);
  }

  /** The traits of all prefixes, the wider first; at one prefix, what counts more comes later. */
  all(): TraitList {
    const list: TraitList = { prefixes: [], traits: [] };
    const places = grouped(this.#marksAt.values(), ([mark]) => mark?.prefix.length);
    for (let length = 0; length <= addressBits[this.family]; length += 1) {
      for (const marks of places.get(length) ?? []) {
        const [mark] = marks;
        if (!mark) continue;
        list.prefixes.push(mark.prefix);
        list.traits.push(listOf(this.#ofMarks(marks)));
      }
      for (const table of this.#frame.tables) this.#addTable(list, table, length);
    }
    return list;
  }

  #ofMarks(marks: readonly Mark[]): readonly Trait[] {
    return marks.map(({ meaning }) => this.#known.of(meaning));
  }

  #ofTable(table: number, prefix: Prefix): readonly Trait[] {
    if (prefix.length === 0) return [this.#known.of(defaultRoutes(table))];
    const group = this.routes.tables[this.family].get(table)?.to(prefix);
    return group ? [this.#routeTraits(table, prefix.length).of(group)] : [];
  }

  #addTable({ prefixes, traits }: TraitList, table: number, length: number): void {
    if (length === 0) {
      prefixes.push(everything[this.family]);
      traits.push(this.#known.of(defaultRoutes(table)).alone);
      return;
    }
    const ofRoutes = this.#routeTraits(table, length);
    for (const group of this.routes.tables[this.family].get(table)?.groups(length) ?? []) {
      prefixes.push(group);
      traits.push(ofRoutes.of(group).alone);
    }
  }

  #routeTraits(table: number, length: number): RouteTraits {
    const ofTable = this.#ofRoutes.get(table) ?? [];
    this.#ofRoutes.set(table, ofTable);
    ofTable[length] ??= new RouteTraits(this.#frame, this.family, table, length, this.#known);
    return ofTable[length];
  }
}
