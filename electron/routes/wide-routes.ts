// SPDX-License-Identifier: MIT
// Routes that are more special than default routes and lead to internet addresses: how many, and the widest of them.
// An adapter may have hundreds of thousands, so that no more is looked at than is told.

import type { Family } from '../contract/family';
import { grouped } from '../contract/grouped';
import type { Luid, Route } from '../contract/snapshot';
import { leadsToInternet } from './address-space';
import { prefixAt, prefixText } from './prefix';
import type { Bits, Prefix } from './prefix';
import { mostCounted } from './prefix-list';
import type { SnapshotIndex } from './snapshot-index';

export interface WideRoutes {
  /** How many prefixes; beyond `mostCounted` not counted on. */
  readonly routes: number;
  /** The widest of them, of equals the lowest. */
  readonly prefixes: readonly string[];
}

/** As many are named. */
const mostNamed = 6;

function* prefixesOf(routes: readonly Route[]): Generator<Prefix> {
  for (const { family, destination, prefixLength } of routes) {
    yield prefixAt(family, destination, prefixLength);
  }
}

/** Of prefixes of one length, which may come twice, how many lead to the internet, up to one more than `most`. */
function countUpTo(most: number, prefixes: Iterable<Prefix>): number {
  const counted = new Set<Bits>();
  for (const prefix of prefixes) {
    if (counted.size > most) break;
    if (leadsToInternet(prefix)) counted.add(prefix.first);
  }
  return counted.size;
}

/** The `most` lowest of prefixes of one length that lead to the internet. */
function lowest(most: number, prefixes: Iterable<Prefix>): readonly Prefix[] {
  let found: Prefix[] = [];
  for (const prefix of prefixes) {
    const isLow = found.length < most || prefix.first < (found.at(-1)?.first ?? 0);
    if (!isLow || found.some(({ first }) => first === prefix.first)) continue;
    if (!leadsToInternet(prefix)) continue;
    found.push(prefix);
    found.sort((one, other) => (one.first < other.first ? -1 : 1));
    found = found.slice(0, most);
  }
  return found;
}

function find(routes: readonly Route[]): WideRoutes {
  const byLength = grouped(routes, ({ prefixLength }) => prefixLength);
  const named: Prefix[] = [];
  let count = 0;
  for (const length of [...byLength.keys()].sort((one, other) => one - other)) {
    if (count > mostCounted) break;
    const own = byLength.get(length) ?? [];
    count += countUpTo(mostCounted - count, prefixesOf(own));
    if (named.length < mostNamed) named.push(...lowest(mostNamed - named.length, prefixesOf(own)));
  }
  return { routes: count, prefixes: named.map(prefixText) };
}

const known = new WeakMap<SnapshotIndex, Map<string, WideRoutes>>();

/** Routes to internet addresses, no default routes, of one table through one adapter; found once for each index. */
export function wideRoutes(
  index: SnapshotIndex,
  luid: Luid,
  { family, table }: { readonly family: Family; readonly table: number },
): WideRoutes {
  const found = known.get(index) ?? new Map<string, WideRoutes>();
  known.set(index, found);
  const key = `${luid} ${family} ${table}`;
  let routes = found.get(key);
  if (!routes) {
    const own = index.routesThrough.get(luid) ?? [];
    routes = find(
      own.filter(
        (route) => route.family === family && route.table === table && route.prefixLength > 0,
      ),
    );
    found.set(key, routes);
  }
  return routes;
}
