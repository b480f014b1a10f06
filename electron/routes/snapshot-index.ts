// SPDX-License-Identifier: MIT
// A snapshot by its keys, so that a lookup among tens of thousands of routes takes microseconds. Made once, and then
// brought along from each snapshot to the next.

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
import type { Splice, SnapshotPatch } from '../contract/snapshot-patch';
import { grouped } from '../contract/grouped';
import { onceFor } from './once-for';
import { RouteIndex } from './route-index';
import type { RouteTable } from './route-table';

/** Rows of each family. */
type OfFamily<Rows> = Readonly<Record<Family, Rows>>;

const adaptersByLuid = onceFor(
  (adapters: readonly Adapter[]): ReadonlyMap<Luid, Adapter> =>
    new Map(adapters.map((adapter) => [adapter.luid, adapter])),
);

const kindsByLuid = onceFor(
  (adapters: readonly Adapter[]): ReadonlyMap<Luid, AdapterKind> =>
    new Map(adapters.map(({ luid, kind }) => [luid, kind])),
);

function ofFamily<Row extends { readonly family: Family }>(
  rows: readonly Row[],
): OfFamily<readonly Row[]> {
  const of = (family: Family) => rows.filter((row) => row.family === family);
  return { IPv4: of('IPv4'), IPv6: of('IPv6') };
}

const ipInterfacesByLuid = onceFor(
  (rows: readonly IpInterface[]): OfFamily<ReadonlyMap<Luid, IpInterface>> => {
    const { IPv4, IPv6 } = ofFamily(rows);
    const byLuid = (some: readonly IpInterface[]) => new Map(some.map((row) => [row.luid, row]));
    return { IPv4: byLuid(IPv4), IPv6: byLuid(IPv6) };
  },
);

const switchedOff = onceFor((rows: readonly IpInterface[]): readonly IpInterfaceKey[] =>
  rows.filter(({ values }) => values.DisableDefaultRoutes === 1),
);

const addressesByLuid = onceFor(
  (rows: readonly UnicastAddress[]): ReadonlyMap<Luid, readonly UnicastAddress[]> =>
    grouped(rows, ({ luid }) => luid),
);

const ownersOf = onceFor(
  (rows: readonly UnicastAddress[]): ReadonlyMap<AddressText, Luid> =>
    new Map(rows.map(({ address, luid }) => [splitZone(address).address, luid])),
);

const rulesOfFamily = onceFor((rules: readonly Rule[]) => ofFamily(rules));

/** A snapshot by its keys. */
export class SnapshotIndex {
  readonly snapshot: Snapshot;
  readonly adapters: ReadonlyMap<Luid, Adapter>;
  /** As recognised. */
  readonly kinds: ReadonlyMap<Luid, AdapterKind>;
  readonly ipInterfaces: OfFamily<ReadonlyMap<Luid, IpInterface>>;
  /** IP interfaces whose default routes are switched off. */
  readonly switchedOff: readonly IpInterfaceKey[];
  readonly addresses: ReadonlyMap<Luid, readonly UnicastAddress[]>;
  /** Who has an address, zones left out. */
  readonly owners: ReadonlyMap<AddressText, Luid>;
  readonly rules: OfFamily<readonly Rule[]>;
  #routes: RouteIndex | null;

  constructor(snapshot: Snapshot, routes: RouteIndex | null = null) {
    const { adapters, ipInterfaces, unicastAddresses, rules } = snapshot;
    this.snapshot = snapshot;
    this.adapters = adaptersByLuid(adapters);
    this.kinds = kindsByLuid(adapters);
    this.ipInterfaces = ipInterfacesByLuid(ipInterfaces);
    this.switchedOff = switchedOff(ipInterfaces);
    this.addresses = addressesByLuid(unicastAddresses);
    this.owners = ownersOf(unicastAddresses);
    this.rules = rulesOfFamily(rules);
    this.#routes = routes;
  }

  /** Its routes; made where they are asked for and not there, nor there any more. */
  get routes(): RouteIndex {
    this.#routes ??= new RouteIndex(this.snapshot.routes);
    return this.#routes;
  }

  get tables(): OfFamily<ReadonlyMap<number, RouteTable>> {
    return this.routes.tables;
  }

  /** Routes with one hop, in every table, in no order. */
  get routesThrough(): ReadonlyMap<Luid, readonly Route[]> {
    return this.routes.through;
  }

  /** Interfaces that routes with several hops lead through. */
  get throughSeveral(): Pick<ReadonlySet<Luid>, 'has'> {
    return this.routes.throughSeveral;
  }

  /** The index of the snapshot that splices of the routes made of this one. Its routes go there, and leave this one. */
  moved(after: Snapshot, splices: readonly Splice<Route>[]): SnapshotIndex {
    const routes = this.#routes;
    this.#routes = null;
    routes?.follow(this.snapshot.routes, splices, after.routes);
    return new SnapshotIndex(after, routes);
  }
}

const indexes = new WeakMap<Snapshot, SnapshotIndex>();

/** The index of a snapshot; the same object for the same snapshot. */
export function indexOf(snapshot: Snapshot): SnapshotIndex {
  let index = indexes.get(snapshot);
  if (!index) {
    index = new SnapshotIndex(snapshot);
    indexes.set(snapshot, index);
  }
  return index;
}

/** As many steps of search as making an index anew takes at least: each change may have to seek among all routes. */
const mostSteps = 2e8;

function isWorthFollowing(splices: readonly Splice<Route>[], routes: readonly Route[]): boolean {
  const changes = splices.reduce((sum, { removed, rows }) => sum + removed + rows.length, 0);
  return changes * routes.length < mostSteps;
}

/**
 * Moves the index of a snapshot, where there is one, to the snapshot that a patch made of it. Then the index of `after`
 * costs as much as changed. That of `before` stays true, but makes its routes anew for whoever still asks for them.
 */
export function followSnapshot(before: Snapshot, patch: SnapshotPatch, after: Snapshot): void {
  const index = indexes.get(before);
  const { routes: splices = [] } = patch;
  if (!index || indexes.has(after) || !isWorthFollowing(splices, before.routes)) return;
  indexes.set(after, index.moved(after, splices));
}
