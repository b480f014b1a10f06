// SPDX-License-Identifier: MIT
// A snapshot by its keys, made once, so that a lookup among tens of thousands of routes takes microseconds.

import { splitZone } from '../contract/address-zone';
import type { AdapterKind } from '../contract/adapter-kind';
import type { Family } from '../contract/family';
import type {
  Adapter,
  AddressText,
  IpInterface,
  IpInterfaceKey,
  Luid,
  Route,
  Rule,
  Snapshot,
  UnicastAddress,
} from '../contract/snapshot';
import { grouped } from '../contract/grouped';
import type { IpAddress } from './ip-address';
import { firstBits, prefixFrom, prefixKey } from './prefix';
import type { Bits, Prefix } from './prefix';

/** Routes to one prefix, in the order of the stack. */
export interface RouteGroup extends Prefix {
  readonly routes: Route[];
}

/** Routes of one family and table by the prefix they lead to. */
export class RouteTable {
  readonly #groups = new Map<number, Map<Bits, RouteGroup>>();
  #lengths: readonly number[] | null = null;
  #hasSources = false;

  add(route: Route): void {
    const { family, destination, prefixLength } = route;
    this.#hasSources ||= route.sourcePrefixLength > 0;
    const first = firstBits(family, destination);
    let groups = this.#groups.get(prefixLength);
    if (!groups) {
      groups = new Map();
      this.#groups.set(prefixLength, groups);
    }
    const key = prefixKey(family, first, prefixLength);
    const group = groups.get(key);
    if (group) group.routes.push(route);
    else {
      const { last } = prefixFrom(family, first, prefixLength);
      groups.set(key, { family, first, last, length: prefixLength, routes: [route] });
    }
  }

  /** Whether any route is for packets from some source alone. */
  get hasSources(): boolean {
    return this.#hasSources;
  }

  /** The prefix lengths there are, longest first. */
  get lengths(): readonly number[] {
    this.#lengths ??= [...this.#groups.keys()].sort((a, b) => b - a);
    return this.#lengths;
  }

  /** Everything of one prefix length. */
  groups(prefixLength: number): Iterable<RouteGroup> {
    return this.#groups.get(prefixLength)?.values() ?? [];
  }

  /** Routes to the prefix of a length around an address. */
  around({ family, bits }: IpAddress, prefixLength: number): readonly Route[] {
    const address = family === 'IPv4' ? Number(bits) : bits;
    const key = prefixKey(family, address, prefixLength);
    return this.#groups.get(prefixLength)?.get(key)?.routes ?? [];
  }

  get defaultRoutes(): readonly Route[] {
    const [group] = this.groups(0);
    return group?.routes ?? [];
  }
}

/** A snapshot by its keys. */
export interface SnapshotIndex {
  readonly snapshot: Snapshot;
  readonly adapters: ReadonlyMap<Luid, Adapter>;
  /** As recognised. */
  readonly kinds: ReadonlyMap<Luid, AdapterKind>;
  readonly ipInterfaces: Readonly<Record<Family, ReadonlyMap<Luid, IpInterface>>>;
  /** IP interfaces whose default routes are switched off. */
  readonly switchedOff: readonly IpInterfaceKey[];
  readonly addresses: ReadonlyMap<Luid, readonly UnicastAddress[]>;
  /** Who has an address, zones left out. */
  readonly owners: ReadonlyMap<AddressText, Luid>;
  /** Routes with one hop, in every table. */
  readonly routesThrough: ReadonlyMap<Luid, readonly Route[]>;
  /** Interfaces that routes with several hops lead through. */
  readonly throughSeveral: ReadonlySet<Luid>;
  readonly tables: Readonly<Record<Family, ReadonlyMap<number, RouteTable>>>;
  readonly rules: Readonly<Record<Family, readonly Rule[]>>;
}

function tablesOf(routes: readonly Route[]): Record<Family, Map<number, RouteTable>> {
  const tables = { IPv4: new Map<number, RouteTable>(), IPv6: new Map<number, RouteTable>() };
  for (const route of routes) {
    const ofFamily = tables[route.family];
    let table = ofFamily.get(route.table);
    if (!table) {
      table = new RouteTable();
      ofFamily.set(route.table, table);
    }
    table.add(route);
  }
  return tables;
}

function withoutZone(address: AddressText): AddressText {
  return splitZone(address).address;
}

function build(snapshot: Snapshot): SnapshotIndex {
  const { adapters, ipInterfaces, unicastAddresses, routes, rules } = snapshot;
  const rowsOf = (family: Family) =>
    new Map(ipInterfaces.filter((row) => row.family === family).map((row) => [row.luid, row]));
  const rulesOf = (family: Family) => rules.filter((rule) => rule.family === family);
  return {
    snapshot,
    adapters: new Map(adapters.map((adapter) => [adapter.luid, adapter])),
    kinds: new Map(adapters.map(({ luid, kind }) => [luid, kind])),
    ipInterfaces: { IPv4: rowsOf('IPv4'), IPv6: rowsOf('IPv6') },
    switchedOff: ipInterfaces.filter(({ values }) => values.DisableDefaultRoutes === 1),
    addresses: grouped(unicastAddresses, ({ luid }) => luid),
    owners: new Map(unicastAddresses.map(({ address, luid }) => [withoutZone(address), luid])),
    routesThrough: grouped(routes, ({ luid }) => luid),
    throughSeveral: new Set(routes.flatMap(({ hops }) => hops.map(({ luid }) => luid))),
    tables: tablesOf(routes),
    rules: { IPv4: rulesOf('IPv4'), IPv6: rulesOf('IPv6') },
  };
}

const indexes = new WeakMap<Snapshot, SnapshotIndex>();

/** The index of a snapshot; the same object for the same snapshot. */
export function indexOf(snapshot: Snapshot): SnapshotIndex {
  let index = indexes.get(snapshot);
  if (!index) {
    index = build(snapshot);
    indexes.set(snapshot, index);
  }
  return index;
}
