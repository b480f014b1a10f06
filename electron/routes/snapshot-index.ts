// SPDX-License-Identifier: MIT
// A snapshot by its keys, made once, so that a lookup among tens of thousands of routes takes microseconds.

import { splitZone } from '../contract/address-zone';
import { adapterKind } from '../contract/adapter-kind';
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

/** What default routes lead to. */
export const anywhere: Readonly<Record<Family, AddressText>> = { IPv4: '0.0.0.0', IPv6: '::' };

/** Routes of one family and table: by prefix length, then by the text of the destination, in the order of the stack. */
export class RouteTable {
  readonly #destinations = new Map<number, Map<AddressText, Route[]>>();
  #lengths: readonly number[] | null = null;

  add(route: Route): void {
    const { destination, prefixLength } = route;
    let destinations = this.#destinations.get(prefixLength);
    if (!destinations) {
      destinations = new Map();
      this.#destinations.set(prefixLength, destinations);
    }
    const routes = destinations.get(destination);
    if (routes) routes.push(route);
    else destinations.set(destination, [route]);
  }

  /** The prefix lengths there are, longest first. */
  get lengths(): readonly number[] {
    this.#lengths ??= [...this.#destinations.keys()].sort((a, b) => b - a);
    return this.#lengths;
  }

  /** Routes to exactly `destination`/`prefixLength`. */
  to(destination: AddressText, prefixLength: number): readonly Route[] {
    return this.#destinations.get(prefixLength)?.get(destination) ?? [];
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
  readonly tables: Readonly<Record<Family, ReadonlyMap<number, RouteTable>>>;
  readonly rules: Readonly<Record<Family, readonly Rule[]>>;
}

function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
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
    kinds: new Map(adapters.map((adapter) => [adapter.luid, adapterKind(adapter)])),
    ipInterfaces: { IPv4: rowsOf('IPv4'), IPv6: rowsOf('IPv6') },
    switchedOff: ipInterfaces.filter(({ values }) => values.DisableDefaultRoutes === 1),
    addresses: grouped(unicastAddresses, ({ luid }) => luid),
    owners: new Map(unicastAddresses.map(({ address, luid }) => [withoutZone(address), luid])),
    routesThrough: grouped(routes, ({ luid }) => luid),
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
