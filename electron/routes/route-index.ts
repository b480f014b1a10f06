// SPDX-License-Identifier: MIT
// All routes of a snapshot by their keys, kept up to date by what changes: a change of one route costs about one route.

import type { Family } from '../contract/family';
import type { Luid, Route } from '../contract/snapshot';
import type { Splice } from '../contract/snapshot-patch';
import { isMadeForAddress } from './own-networks';
import { RouteTable } from './route-table';
import type { RouteGroup } from './route-table';

/** More changed groups than this are not remembered: whoever asks looks at everything anew. */
const mostRemembered = 4096;

/** How far a row is sought around the place where it should be, before it is sought everywhere. */
const nearby = 64;

/** Where a row stands that nearly always stands near a place, as routes to one prefix do. */
function placeOf(rows: readonly Route[], row: Route, near: number): number {
  for (let distance = 0; distance <= nearby; distance += 1) {
    if (rows[near + distance] === row) return near + distance;
    if (rows[near - distance] === row) return near - distance;
  }
  return rows.indexOf(row);
}

/** Takes a row out of a list without an order. */
function takeOut(rows: Route[], row: Route): void {
  const place = rows.indexOf(row);
  const last = rows.pop();
  if (last && last !== row) rows[place] = last;
}

export class RouteIndex {
  readonly tables: Readonly<Record<Family, Map<number, RouteTable>>> = {
    IPv4: new Map(),
    IPv6: new Map(),
  };
  /** Routes with one hop, in every table, in no order. */
  readonly through = new Map<Luid, Route[]>();
  /** Interfaces that routes with several hops lead through, and how often. */
  readonly throughSeveral = new Map<Luid, number>();
  /** What the kernel made for addresses. */
  madeForAddresses: readonly Route[];
  readonly #changed: Record<Family, Set<RouteGroup> | null> = { IPv4: null, IPv6: null };

  constructor(routes: readonly Route[]) {
    for (const route of routes) {
      this.#tableOf(route).append(route);
      this.#lead(route);
    }
    this.madeForAddresses = routes.filter(isMadeForAddress);
  }

  /** Brings it up to date with a list of routes that splices made of the one before. */
  follow(
    before: readonly Route[],
    splices: readonly Splice<Route>[],
    after: readonly Route[],
  ): void {
    const gone = splices.flatMap(({ start, removed }) => before.slice(start, start + removed));
    const touched = new Set(gone.map((route) => this.#remove(route)));
    let shift = 0;
    for (const { start, removed, rows } of splices) {
      rows.forEach((route, place) =>
        touched.add(this.#insert(route, start + shift + place, after)),
      );
      shift += rows.length - removed;
    }
    for (const group of touched) this.#settle(group);
    const changed = [...gone, ...splices.flatMap(({ rows }) => rows)];
    if (changed.some(isMadeForAddress)) this.madeForAddresses = after.filter(isMadeForAddress);
  }

  /** Groups of a family that changed since this was asked before; null: nobody asked, or too many did. */
  takeChanged(family: Family): ReadonlySet<RouteGroup> | null {
    const changed = this.#changed[family];
    this.#changed[family] = new Set();
    return changed;
  }

  #tableOf({ family, table }: Pick<Route, 'family' | 'table'>): RouteTable {
    const tables = this.tables[family];
    let found = tables.get(table);
    if (!found) {
      found = new RouteTable();
      tables.set(table, found);
    }
    return found;
  }

  #lead(route: Route): void {
    const { luid, hops } = route;
    const alike = this.through.get(luid);
    if (alike) alike.push(route);
    else this.through.set(luid, [route]);
    for (const hop of hops) {
      this.throughSeveral.set(hop.luid, (this.throughSeveral.get(hop.luid) ?? 0) + 1);
    }
  }

  #leadNoMore(route: Route): void {
    const { luid, hops } = route;
    const alike = this.through.get(luid) ?? [];
    takeOut(alike, route);
    if (alike.length === 0) this.through.delete(luid);
    for (const hop of hops) {
      const left = (this.throughSeveral.get(hop.luid) ?? 0) - 1;
      if (left > 0) this.throughSeveral.set(hop.luid, left);
      else this.throughSeveral.delete(hop.luid);
    }
  }

  #remove(route: Route): RouteGroup {
    this.#leadNoMore(route);
    return this.#tableOf(route).remove(route);
  }

  /** Of routes to one prefix the order decides: those come first that stand before `place` in the list. */
  #insert(route: Route, place: number, after: readonly Route[]): RouteGroup {
    this.#lead(route);
    const isBefore = (other: Route) => placeOf(after, other, place) < place;
    return this.#tableOf(route).insert(route, isBefore);
  }

  #settle(group: RouteGroup): void {
    const { family, table, routes } = group;
    this.#remember(group);
    if (routes.length > 0) return;
    const of = this.#tableOf(group);
    of.drop(group);
    if (of.isEmpty) this.tables[family].delete(table);
  }

  #remember(group: RouteGroup): void {
    const changed = this.#changed[group.family];
    changed?.add(group);
    if (changed && changed.size > mostRemembered) this.#changed[group.family] = null;
  }
}
