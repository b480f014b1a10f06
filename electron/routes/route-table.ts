// SPDX-License-Identifier: MIT
// Routes of one family and table by the prefix they lead to.

import type { Family } from '../contract/family';
import type { Luid, Route } from '../contract/snapshot';
import type { IpAddress } from './ip-address';
import { bitsOf, everything, firstAround } from './prefix';
import type { Bits, Prefix } from './prefix';
import { RoutesOfLength } from './routes-of-length';

export class RouteTable {
  readonly #byLength = new Map<number, RoutesOfLength>();
  #lengths: readonly number[] | null = null;
  #size = 0;
  #limited = 0;

  constructor(readonly family: Family) {}

  /** Adds what stands behind all routes so far. They have to be arranged when all are there. */
  append(route: Route): void {
    this.#count(route, 1);
    this.#ofLength(route.prefixLength).append(route);
  }

  /** Puts what was added in order. */
  arrange(): void {
    for (const routes of this.#byLength.values()) routes.arrange();
  }

  /** Adds a route behind those to its prefix that stand before it. */
  insert(route: Route, isBefore: (other: Route) => boolean): void {
    this.#count(route, 1);
    this.#ofLength(route.prefixLength).insert(route, isBefore);
  }

  remove(route: Route): void {
    const { prefixLength } = route;
    const routes = this.#ofLength(prefixLength);
    this.#count(route, -1);
    routes.remove(route);
    if (!routes.isEmpty) return;
    this.#byLength.delete(prefixLength);
    this.#lengths = null;
  }

  get isEmpty(): boolean {
    return this.#byLength.size === 0;
  }

  /** How many routes there are. */
  get size(): number {
    return this.#size;
  }

  /** Whether any route is for packets from some source alone. */
  get hasSources(): boolean {
    return this.#limited > 0;
  }

  /** The prefix lengths there are, longest first. */
  get lengths(): readonly number[] {
    this.#lengths ??= [...this.#byLength.keys()].sort((a, b) => b - a);
    return this.#lengths;
  }

  /**
   * Each prefix of a length by its first address, ascending, with the interface of its only route where nothing else
   * tells that apart from most others, else null; until `visit` says that is enough.
   */
  eachPrefix(
    prefixLength: number,
    visit: (first: Bits, plainThrough: Luid | null) => boolean,
  ): void {
    this.#byLength.get(prefixLength)?.eachDestination(visit);
  }

  /** Routes to a prefix. */
  to({ first, length }: Pick<Prefix, 'first' | 'length'>): readonly Route[] {
    return this.#byLength.get(length)?.at(first) ?? [];
  }

  /** Routes to the prefix of a length around an address. */
  around(address: IpAddress, length: number): readonly Route[] {
    return this.to({ first: firstAround(this.family, bitsOf(address), length), length });
  }

  get defaultRoutes(): readonly Route[] {
    return this.to(everything[this.family]);
  }

  #count({ sourcePrefixLength }: Route, difference: 1 | -1): void {
    this.#size += difference;
    if (sourcePrefixLength > 0) this.#limited += difference;
  }

  #ofLength(prefixLength: number): RoutesOfLength {
    let routes = this.#byLength.get(prefixLength);
    if (!routes) {
      routes = new RoutesOfLength(this.family);
      this.#byLength.set(prefixLength, routes);
      this.#lengths = null;
    }
    return routes;
  }
}
