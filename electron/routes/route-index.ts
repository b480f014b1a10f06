// SPDX-License-Identifier: MIT
// All routes of a snapshot by their keys, kept up to date by what changes: a change of one route costs about one route.

import { families } from '../contract/family';
import type { Family } from '../contract/family';
import type { Luid, Route } from '../contract/snapshot';
import type { Splice } from '../contract/snapshot-patch';
import { isMadeForAddress } from './linux-route';
import { prefixAt } from './prefix';
import type { Prefix } from './prefix';
import { RouteTable } from './route-table';

/** More changed prefixes than this are not remembered: whoever asks looks at everything anew. */
const mostRemembered = 4096;

/** How far a row is sought around the place where it should be, before it is sought everywhere. */
const nearby = 64;

/** Where a row stands that nearly always stands near a place, as routes to one prefix do. */
function indexNear(rows: readonly Route[], row: Route, near: number): number {
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
  readonly #changed: Record<Family, Prefix[] | null> = { IPv4: null, IPv6: null };

  constructor(routes: readonly Route[]) {
    for (const route of routes) {
      this.#tableOf(route).append(route);
      this.#lead(route);
    }
    for (const family of families) {
      for (const table of this.tables[family].values()) table.arrange();
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
    for (const route of gone) this.#remove(route);
    let shift = 0;
    for (const { start, removed, rows } of splices) {
      rows.forEach((route, place) => {
        this.#insert(route, start + shift + place, after);
      });
      shift += rows.length - removed;
    }
    const changed = [...gone, ...splices.flatMap(({ rows }) => rows)];
    for (const route of changed) this.#remember(route);
    if (changed.some(isMadeForAddress)) this.madeForAddresses = after.filter(isMadeForAddress);
  }

  /** Prefixes of a family whose routes changed since this was asked before; null: nobody asked, or too many did. */
  takeChanged(family: Family): readonly Prefix[] | null {
    const changed = this.#changed[family];
    this.#changed[family] = [];
    return changed;
  }

  #tableOf({ family, table }: Pick<Route, 'family' | 'table'>): RouteTable {
    const tables = this.tables[family];
    let found = tables.get(table);
    if (!found) {
      found = new RouteTable(family);
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

  #remove(route: Route): void {
    this.#leadNoMore(route);
    const table = this.#tableOf(route);
    table.remove(route);
    if (table.isEmpty) this.tables[route.family].delete(route.table);
  }

  /** Of routes to one prefix the order decides: those come first that stand before `place` in the list. */
  #insert(route: Route, place: number, after: readonly Route[]): void {
    this.#lead(route);
    const isBefore = (other: Route) => indexNear(after, other, place) < place;
    this.#tableOf(route).insert(route, isBefore);
  }

  #remember({ family, destination, prefixLength }: Route): void {
    const changed = this.#changed[family];
    changed?.push(prefixAt(family, destination, prefixLength));
    if (changed && changed.length > mostRemembered) this.#changed[family] = null;
  }
}
