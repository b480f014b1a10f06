// SPDX-License-Identifier: MIT
// Routes of one family, table and prefix length by their destinations, ascending; those to one of them in the order of the
// stack. They stand in columns beside what is asked of nearly all: hundreds of thousands take three lists and no object each.

import type { Family } from '../contract/family';
import { lowerBound } from '../contract/lower-bound';
import type { Luid, Route } from '../contract/snapshot';
import { placesInOrder } from './address-order';
import { isPlain } from './alike-routes';
import { firstBits, newAddressList } from './prefix';
import type { Bits } from './prefix';

/** Shared by all destinations without routes. */
const none: readonly Route[] = [];

function plainThrough(route: Route): Luid | null {
  return isPlain(route) ? route.luid : null;
}

export class RoutesOfLength {
  readonly #family: Family;
  #routes: Route[] = [];
  /** The first address of each route's destination. */
  #firsts: Bits[];
  /** The interface of each route, where nothing else tells it apart from most others; else null. */
  #plain: (Luid | null)[] = [];
  #isAscending = true;

  constructor(family: Family) {
    this.#family = family;
    this.#firsts = newAddressList[family](0);
  }

  /** Adds what stands behind all routes so far. They have to be arranged when all are there. */
  append(route: Route): void {
    const first = firstBits(this.#family, route.destination);
    const latest = this.#firsts.at(-1);
    if (latest !== undefined && latest > first) this.#isAscending = false;
    this.#push(first, route);
  }

  /** Puts what was added in order, which it nearly always has: the kernel lists routes by destination. */
  arrange(): void {
    if (this.#isAscending) return;
    const [firsts, routes] = [this.#firsts, this.#routes];
    this.#firsts = newAddressList[this.#family](0);
    this.#routes = [];
    this.#plain = [];
    for (const place of placesInOrder(this.#family, firsts)) {
      const [first, route] = [firsts[place], routes[place]];
      if (first !== undefined && route) this.#push(first, route);
    }
    this.#isAscending = true;
  }

  get isEmpty(): boolean {
    return this.#routes.length === 0;
  }

  /** Routes to the destination that begins at an address; a new list each time. */
  at(first: Bits): readonly Route[] {
    const from = this.#countBefore(first);
    return this.#firsts[from] === first ? this.#routes.slice(from, this.#endOf(from)) : none;
  }

  /** Adds a route behind those to its destination that stand before it. */
  insert(route: Route, isBefore: (other: Route) => boolean): void {
    const first = firstBits(this.#family, route.destination);
    const own = this.at(first);
    const before = lowerBound(own.length, (at) => {
      const other = own[at];
      return other !== undefined && isBefore(other);
    });
    this.#splice(this.#countBefore(first) + before, 0, [first], [route]);
  }

  remove(route: Route): void {
    const from = this.#countBefore(firstBits(this.#family, route.destination));
    const place = this.#routes.indexOf(route, from);
    if (place >= 0) this.#splice(place, 1, [], []);
  }

  /**
   * Each destination by its first address, ascending, with the interface of its only route where nothing else tells that
   * apart from most others, else null; until `visit` says that is enough.
   */
  eachDestination(visit: (first: Bits, plainThrough: Luid | null) => boolean): void {
    let from = 0;
    while (from < this.#firsts.length) {
      const first = this.#firsts[from];
      const to = this.#endOf(from);
      const plain = to === from + 1 ? this.#plain[from] : null;
      if (first === undefined || visit(first, plain ?? null)) return;
      from = to;
    }
  }

  #push(first: Bits, route: Route): void {
    this.#firsts.push(first);
    this.#routes.push(route);
    this.#plain.push(plainThrough(route));
  }

  #splice(place: number, removed: number, firsts: readonly Bits[], routes: readonly Route[]): void {
    this.#firsts.splice(place, removed, ...firsts);
    this.#routes.splice(place, removed, ...routes);
    this.#plain.splice(place, removed, ...routes.map(plainThrough));
  }

  /** Where the routes end to the destination of the route at a place, the first of them. */
  #endOf(from: number): number {
    const first = this.#firsts[from];
    let to = from + 1;
    while (to < this.#firsts.length && this.#firsts[to] === first) to += 1;
    return to;
  }

  #countBefore(address: Bits): number {
    return lowerBound(this.#firsts.length, (place) => {
      const first = this.#firsts[place];
      return first !== undefined && first < address;
    });
  }
}
