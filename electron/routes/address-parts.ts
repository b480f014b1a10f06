// SPDX-License-Identifier: MIT
// All addresses of a family in parts that every lookup treats alike, whatever operations are laid over the snapshot:
// cut at the prefixes of its tables, rules, own networks and the registry, then joined where they meet alike routes.
// One lookup for each part says where all of its addresses go. Prefixes are nested or apart, so one sweep finds the
// parts, in a time that grows with the routes as sorting them does.

import type { Family } from '../contract/family';
import { mainTable } from '../contract/route-numbers';
import type { Luid } from '../contract/snapshot';
import { addressBlocks, internet, widestNetwork } from './address-space';
import type { AddressSpace } from './address-space';
import { alikeRoutes, isPlain, isSureToDecide } from './alike-routes';
import { addressBits, addressOf } from './ip-address';
import type { IpAddress } from './ip-address';
import { ownNetworks } from './own-networks';
import { following, liesIn, preceding, prefixAround, prefixAt, sizeOf } from './prefix';
import type { Bits, Prefix, Range } from './prefix';
import type { RouteGroup } from './route-table';
import type { SnapshotIndex } from './snapshot-index';
import { asksForSources, sourceCandidates, sourceLabels } from './source-address';

/** Addresses that every lookup treats alike. */
export interface Part {
  readonly space: AddressSpace;
  /** The adapter whose own network they are in; null: none's. */
  readonly ownedBy: Luid | null;
  /** One of them, for lookups. */
  readonly example: IpAddress;
  /** How many they are; of IPv6 as near as a number comes. */
  readonly size: number;
}

/** All addresses of a family, each in one part. */
export interface AddressParts {
  readonly parts: readonly Part[];
  /** The addresses of some parts as ranges, ascending, those that touch made one. */
  readonly rangesOf: (some: Iterable<Part>) => readonly Range[];
}

/** Where a trait counts: one table, or one of what else tells addresses apart. */
type Layer = number | string;

/** What a prefix means for the addresses in it. Two prefixes that mean the same share one object. */
interface Trait {
  readonly layer: Layer;
  readonly text: string;
  /** Whether it leaves nothing to shorter prefixes of its layer. */
  readonly isFinal: boolean;
  readonly space?: AddressSpace;
  readonly ownedBy?: Luid;
}

/** What begins at the first address of a prefix and ends with its last one. */
interface Mark {
  readonly prefix: Prefix;
  readonly trait: Trait;
}

class Traits {
  readonly #known = new Map<Layer, Map<string, Trait>>();

  of(layer: Layer, text: string, make: () => Omit<Trait, 'layer' | 'text'>): Trait {
    let ofLayer = this.#known.get(layer);
    if (!ofLayer) {
      ofLayer = new Map();
      this.#known.set(layer, ofLayer);
    }
    let trait = ofLayer.get(text);
    if (!trait) {
      trait = { layer, text, ...make() };
      ofLayer.set(text, trait);
    }
    return trait;
  }
}

/** FR_ACT_TO_TBL (linux/fib_rules.h). */
const toTable = 1;

/** The tables that rules lead to; Windows has one. */
function tablesAsked({ snapshot, rules }: SnapshotIndex, family: Family): readonly number[] {
  if (snapshot.stack !== 'linux') return [mainTable];
  const asked = rules[family].filter(({ action }) => action === toTable);
  return [...new Set(asked.map(({ table }) => table))];
}

/** Prefix lengths at which rules call a way too general. */
function suppressions({ rules }: SnapshotIndex, family: Family): readonly number[] {
  const lengths = rules[family].map(({ suppressPrefixLength }) => suppressPrefixLength);
  return [...new Set(lengths.filter((length) => length >= 0))];
}

/** Marks of the routes of one table and prefix length. */
class RouteMarks {
  readonly #plain = new Map<Luid, Trait>();
  readonly #breadth: string;

  constructor(
    readonly index: SnapshotIndex,
    readonly family: Family,
    readonly table: number,
    readonly length: number,
    readonly traits: Traits,
  ) {
    const suppressed = suppressions(index, family).filter((one) => length <= one).length;
    this.#breadth = `${suppressed} ${length < widestNetwork[family]}`;
  }

  of(group: RouteGroup): Mark {
    return { prefix: group, trait: this.#traitOf(group) };
  }

  #traitOf(group: RouteGroup): Trait {
    const [route] = group.routes;
    // Nearly all routes of a large table: told apart by their interface alone.
    const isUsual = this.length > internet[this.family].length && group.routes.length === 1;
    if (!route || !isUsual || !isPlain(route)) return this.#make(group);
    let trait = this.#plain.get(route.luid);
    if (!trait) {
      trait = this.#make(group);
      this.#plain.set(route.luid, trait);
    }
    return trait;
  }

  #make(group: RouteGroup): Trait {
    const { family, index, length } = this;
    const { routes } = group;
    // The default routes of main are those that operations move; nothing is asked after them.
    const isRoot = length === 0;
    const isWhole = length <= internet[family].length && liesIn(internet[family], group);
    const text = isRoot ? 'default' : `${this.#breadth} ${isWhole} ${alikeRoutes(routes)}`;
    const isFinal = isRoot || isSureToDecide(index, routes);
    return this.traits.of(this.table, text, () => ({ isFinal }));
  }
}

function addRouteMarks(marks: Mark[], index: SnapshotIndex, family: Family, traits: Traits): void {
  for (const table of tablesAsked(index, family)) {
    const routes = index.tables[family].get(table);
    for (const length of routes?.lengths ?? []) {
      const marksOfLength = new RouteMarks(index, family, table, length, traits);
      for (const group of routes?.groups(length) ?? []) marks.push(marksOfLength.of(group));
    }
  }
}

function blockMarks(family: Family, traits: Traits): readonly Mark[] {
  return addressBlocks[family].map(({ prefix, space }) => ({
    prefix,
    trait: traits.of('space', space, () => ({ isFinal: true, space })),
  }));
}

function ownMarks(index: SnapshotIndex, family: Family, traits: Traits): readonly Mark[] {
  return ownNetworks(index, family).map(({ luid, prefix }) => ({
    prefix,
    trait: traits.of('own', luid, () => ({ isFinal: true, ownedBy: luid })),
  }));
}

/** On Windows no route says that an address is this computer's. */
function addressMarks(index: SnapshotIndex, family: Family, traits: Traits): readonly Mark[] {
  if (index.snapshot.stack === 'linux') return [];
  return index.snapshot.unicastAddresses
    .filter((row) => row.family === family)
    .map(({ luid, address }) => ({
      prefix: prefixAround(addressOf(address), addressBits[family]),
      trait: traits.of('address', luid, () => ({ isFinal: true })),
    }));
}

function ruleMarks({ rules }: SnapshotIndex, family: Family, traits: Traits): readonly Mark[] {
  return rules[family]
    .filter(({ destinationPrefixLength }) => destinationPrefixLength > 0)
    .map(({ destination, destinationPrefixLength: length }) => ({
      prefix: prefixAt(family, destination, length),
      trait: traits.of('rules', `${destination}/${length}`, () => ({ isFinal: false })),
    }));
}

/**
 * Where programs' packets get another source: which one is chosen depends on the destination's label, and on how much
 * of it is an own address's (source-address.ts). It matters only where routes or rules ask for sources.
 */
function sourceMarks(index: SnapshotIndex, family: Family, traits: Traits): readonly Mark[] {
  if (family === 'IPv4' || !asksForSources(index, family)) return [];
  const labels = sourceLabels.map(({ prefix, label }) => ({
    prefix,
    trait: traits.of('label', String(label), () => ({ isFinal: true })),
  }));
  const likeness = sourceCandidates(index).flatMap(({ address, row }) =>
    Array.from({ length: row.prefixLength }, (_, shorter) => ({
      prefix: prefixAround(address, shorter + 1),
      trait: traits.of(`like ${row.address}`, String(shorter), () => ({ isFinal: true })),
    })),
  );
  return [...labels, ...likeness];
}

/** The wider before those within it; of equals what comes first in the list. */
function byLength(one: Mark, other: Mark): number {
  return one.prefix.length - other.prefix.length;
}

/** How many marks the fraction of a number has room to count, beside an IPv4 address. */
const mostCounted = 2 ** 20;

/**
 * Marks in the order of a sweep: by first address, of those the wider, of those the first in the list. IPv4 addresses
 * and places in the list are sorted as one number each, which a typed array does many times faster than a comparison.
 */
function inOrder(family: Family, marks: Mark[]): readonly Mark[] {
  const byWidth = marks.sort(byLength);
  if (family === 'IPv6' || marks.length > mostCounted) {
    return byWidth.sort((one, other) =>
      one.prefix.first === other.prefix.first ? 0 : one.prefix.first < other.prefix.first ? -1 : 1,
    );
  }
  const keys = Float64Array.from(
    byWidth,
    ({ prefix }, place) => Number(prefix.first) * mostCounted + place,
  );
  return Array.from(keys.sort()).flatMap((key) => byWidth[key % mostCounted] ?? []);
}

function allMarks(index: SnapshotIndex, family: Family): readonly Mark[] {
  const traits = new Traits();
  const marks: Mark[] = [
    ...blockMarks(family, traits),
    ...ownMarks(index, family, traits),
    ...addressMarks(index, family, traits),
    ...ruleMarks(index, family, traits),
    ...sourceMarks(index, family, traits),
  ];
  addRouteMarks(marks, index, family, traits);
  return inOrder(family, marks);
}

/** Everything that holds at an address. Two addresses at which the same holds share one object. */
interface Situation {
  readonly layers: ReadonlyMap<Layer, readonly string[]>;
  readonly space: AddressSpace;
  readonly ownedBy: Luid | null;
  /** What it becomes where a trait begins; filled as the sweep comes upon them. */
  readonly next: Map<Trait, Situation>;
  first: Bits | null;
  size: number;
}

class Situations {
  readonly #known = new Map<string, Situation>();

  at(layers: Situation['layers'], space: AddressSpace, ownedBy: Luid | null): Situation {
    const key = JSON.stringify([[...layers].sort(), ownedBy]);
    let situation = this.#known.get(key);
    if (!situation) {
      situation = { layers, space, ownedBy, next: new Map(), first: null, size: 0 };
      this.#known.set(key, situation);
    }
    return situation;
  }

  within(situation: Situation, trait: Trait): Situation {
    let next = situation.next.get(trait);
    if (!next) {
      next = this.#enter(situation, trait);
      situation.next.set(trait, next);
    }
    return next;
  }

  #enter({ layers, space, ownedBy }: Situation, trait: Trait): Situation {
    const { layer, text, isFinal } = trait;
    // A route within a block that is not the internet leads to nothing of the internet.
    const own = space === 'internet' || layer === 'space' ? text : `${text} inside`;
    const before = isFinal ? [] : (layers.get(layer) ?? []);
    const after = new Map(layers).set(layer, [...before, own]);
    return this.at(after, trait.space ?? space, trait.ownedBy ?? ownedBy);
  }
}

/** All addresses as stretches: one begins at each of `firsts` and ends before the next. */
interface Stretches {
  readonly firsts: Bits[];
  readonly situations: Situation[];
}

/** Goes through all addresses once. `marks` begin with one that holds them all. */
function sweep(marks: readonly Mark[]): Stretches {
  const known = new Situations();
  const nothing = known.at(new Map(), 'reserved', null);
  const stretches: Stretches = { firsts: [], situations: [] };
  const openUntil: Bits[] = [];
  const open: Situation[] = [];
  let at: Bits = marks[0]?.prefix.first ?? 0;
  let latest: Situation | null = null;

  const add = (situation: Situation, last: Bits) => {
    situation.first ??= at;
    situation.size += sizeOf(at, last);
    if (latest !== situation) {
      stretches.firsts.push(at);
      stretches.situations.push(situation);
      latest = situation;
    }
    at = following(last);
  };
  const close = (last: Bits) => {
    const situation = open.pop() ?? nothing;
    openUntil.pop();
    if (at <= last) add(situation, last);
  };
  for (const { prefix, trait } of marks) {
    const { first } = prefix;
    for (let last = openUntil.at(-1); last !== undefined && last < first; last = openUntil.at(-1)) {
      close(last);
    }
    const around = open.at(-1) ?? nothing;
    if (at < first) add(around, preceding(first));
    openUntil.push(prefix.last);
    open.push(known.within(around, trait));
  }
  for (let last = openUntil.at(-1); last !== undefined; last = openUntil.at(-1)) close(last);
  return stretches;
}

function partOf(family: Family, { space, ownedBy, first, size }: Situation): Part {
  const example = { family, bits: BigInt(first ?? 0), zone: null };
  return { space, ownedBy, example, size };
}

/** The ranges of stretches in some situations, those that touch made one. */
function rangesIn(
  { firsts, situations }: Stretches,
  end: Bits,
  wanted: ReadonlySet<Situation>,
): readonly Range[] {
  const ranges: Range[] = [];
  let first: Bits | null = null;
  for (let place = 0; place <= situations.length; place += 1) {
    const situation = situations[place];
    const here = firsts[place] ?? following(end);
    if (situation && wanted.has(situation)) {
      first ??= here;
    } else if (first !== null) {
      ranges.push({ first, last: preceding(here) });
      first = null;
    }
  }
  return ranges;
}

function find(index: SnapshotIndex, family: Family): AddressParts {
  const marks = allMarks(index, family);
  const stretches = sweep(marks);
  const end = marks[0]?.prefix.last ?? 0;
  const parts = new Map(
    [...new Set(stretches.situations)].map((situation) => [partOf(family, situation), situation]),
  );
  const rangesOf = (some: Iterable<Part>) =>
    rangesIn(stretches, end, new Set([...some].flatMap((part) => parts.get(part) ?? [])));
  return { parts: [...parts.keys()], rangesOf };
}

const known = new WeakMap<SnapshotIndex, Partial<Record<Family, AddressParts>>>();

/** The parts of all addresses of a family; found once for each snapshot. */
export function addressParts(index: SnapshotIndex, family: Family): AddressParts {
  const found = known.get(index) ?? {};
  known.set(index, found);
  return (found[family] ??= find(index, family));
}
