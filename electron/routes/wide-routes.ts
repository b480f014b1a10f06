// SPDX-License-Identifier: MIT
// Routes that are more special than default routes and lead to internet addresses: how many, and the widest of them.
// An adapter may have hundreds of thousands, so that little more is looked at than is told.

import { mostCounted } from '../contract/preview';
import type { Family } from '../contract/family';
import { grouped } from '../contract/grouped';
import type { Luid, Route } from '../contract/snapshot';
import { leadsToInternet } from './address-space';
import { prefixAt, prefixFrom, prefixText } from './prefix';
import type { Prefix } from './prefix';
import type { RouteTable } from './route-table';
import type { SnapshotIndex } from './snapshot-index';

export interface WideRoutes {
  /** How many prefixes; beyond `mostCounted` not counted on. */
  readonly routes: number;
  /** The widest of them, of equals the lowest. */
  readonly prefixes: readonly string[];
}

/** As many are named. */
const mostNamed = 6;

/** An adapter with more routes has so many of a table that it need not be gone through to its end. */
const fewRoutes = 4096;

/** Tells of the prefixes of a length that an adapter leads to, until `visit` says that is enough. */
type OfLength = (prefixLength: number, visit: (prefix: Prefix) => boolean) => void;

function leadsThrough(luid: Luid, routes: readonly Route[]): boolean {
  return routes.some((route) => route.luid === luid);
}

/** By what a table has: an adapter with very many routes has most of it. */
function amongAll(luid: Luid, table: RouteTable): OfLength {
  const { family } = table;
  return (length, visit) => {
    table.eachPrefix(length, (first, plainThrough) => {
      const prefix = prefixFrom(family, first, length);
      return (plainThrough === luid || leadsThrough(luid, table.to(prefix))) && visit(prefix);
    });
  };
}

/** By the adapter's own routes, of which some are of other tables. */
function amongOwn(luid: Luid, table: RouteTable, own: readonly Route[]): OfLength {
  const prefixes = new Map(
    own
      .filter(({ family }) => family === table.family)
      .map(({ family, destination, prefixLength }) => prefixAt(family, destination, prefixLength))
      .filter((prefix) => leadsThrough(luid, table.to(prefix)))
      .map((prefix) => [prefixText(prefix), prefix]),
  );
  const byLength = grouped(prefixes.values(), ({ length }) => length);
  return (length, visit) => {
    byLength.get(length)?.some(visit);
  };
}

/** Where an adapter leads packets by a table. */
function ownPrefixes({ routesThrough }: SnapshotIndex, luid: Luid, table: RouteTable): OfLength {
  const own = routesThrough.get(luid) ?? [];
  return own.length > fewRoutes ? amongAll(luid, table) : amongOwn(luid, table, own);
}

/** Halves are told as the pair that VPN programs add, although the upper one of IPv6 holds no internet. */
function isTold(prefix: Prefix): boolean {
  return prefix.length === 1 || leadsToInternet(prefix);
}

function byWidth(one: Prefix, other: Prefix): number {
  return one.length - other.length || (one.first < other.first ? -1 : 1);
}

/** What is told of prefixes that are taken one by one. */
class Widest {
  #count = 0;
  #named: readonly Prefix[] = [];

  take(prefix: Prefix): void {
    const isNamed = this.#isNamed(prefix);
    if ((!isNamed && this.#count > mostCounted) || !isTold(prefix)) return;
    this.#count += 1;
    if (isNamed) this.#named = [...this.#named, prefix].sort(byWidth).slice(0, mostNamed);
  }

  /** Whether prefixes of a length change nothing any more. */
  isPast(length: number): boolean {
    const last = this.#named.at(-1);
    const isFull = this.#named.length === mostNamed;
    return isFull && last !== undefined && last.length < length && this.#count > mostCounted;
  }

  get told(): WideRoutes {
    const routes = Math.min(this.#count, mostCounted + 1);
    return { routes, prefixes: this.#named.map(prefixText) };
  }

  #isNamed(prefix: Prefix): boolean {
    const last = this.#named.at(-1);
    return !last || this.#named.length < mostNamed || byWidth(prefix, last) < 0;
  }
}

function find(index: SnapshotIndex, luid: Luid, family: Family, number: number): WideRoutes {
  const widest = new Widest();
  const table = index.tables[family].get(number);
  if (!table) return widest.told;
  const ofLength = ownPrefixes(index, luid, table);
  for (const length of table.lengths.toReversed()) {
    if (length === 0 || widest.isPast(length)) continue;
    ofLength(length, (prefix) => {
      widest.take(prefix);
      return widest.isPast(length);
    });
  }
  return widest.told;
}

const known = new WeakMap<SnapshotIndex, Map<string, WideRoutes>>();

/** Routes to internet addresses, no default routes, of one table through one adapter; found once for each index. */
export function wideRoutesThrough(
  index: SnapshotIndex,
  luid: Luid,
  { family, table }: { readonly family: Family; readonly table: number },
): WideRoutes {
  const found = known.get(index) ?? new Map<string, WideRoutes>();
  known.set(index, found);
  const key = `${luid} ${family} ${table}`;
  const routes = found.get(key) ?? find(index, luid, family, table);
  found.set(key, routes);
  return routes;
}
