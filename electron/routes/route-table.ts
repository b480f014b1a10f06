// SPDX-License-Identifier: MIT
// Routes of one family and table by the prefix they lead to.

import type { Luid, Route } from '../contract/snapshot';
import { isPlain } from './alike-routes';
import type { IpAddress } from './ip-address';
import { lowerBound } from '../contract/lower-bound';
import { bitsOf, firstBits, lastBits, prefixKey } from './prefix';
import type { Bits, Prefix } from './prefix';

/** Routes to one prefix, in the order of the stack. Where they change a new list comes: an old one stays true. */
export interface RouteGroup extends Prefix {
  readonly table: number;
  readonly routes: readonly Route[];
  /** The interface of its only route, where nothing else tells that apart from most others; else null. */
  readonly plainThrough: Luid | null;
}

interface OpenGroup extends RouteGroup {
  routes: Route[];
  plainThrough: Luid | null;
}

function setRoutes(group: OpenGroup, routes: Route[]): void {
  const [route] = routes;
  group.routes = routes;
  group.plainThrough = route && routes.length === 1 && isPlain(route) ? route.luid : null;
}

export class RouteTable {
  readonly #groups = new Map<number, Map<Bits, OpenGroup>>();
  #lengths: readonly number[] | null = null;
  #limited = 0;

  /** Adds what stands behind all routes so far. */
  append(route: Route): void {
    this.#count(route, 1);
    const group = this.#groupOf(route);
    // Nearly always the only one; a list that begins with a row takes a fifth of the room of one that grows.
    if (group.routes.length === 0) {
      setRoutes(group, [route]);
      return;
    }
    group.routes.push(route);
    group.plainThrough = null;
  }

  /** Adds a route behind those of its group that stand before it. */
  insert(route: Route, isBefore: (other: Route) => boolean): RouteGroup {
    this.#count(route, 1);
    const group = this.#groupOf(route);
    const { routes } = group;
    const place = lowerBound(routes.length, (at) => {
      const other = routes[at];
      return other !== undefined && isBefore(other);
    });
    setRoutes(group, routes.toSpliced(place, 0, route));
    return group;
  }

  /** Takes a route out; its group stays, if only to be dropped. */
  remove(route: Route): RouteGroup {
    this.#count(route, -1);
    const group = this.#groupOf(route);
    setRoutes(
      group,
      group.routes.filter((other) => other !== route),
    );
    return group;
  }

  /** Forgets a group without routes. */
  drop({ family, first, length }: RouteGroup): void {
    const groups = this.#groups.get(length);
    groups?.delete(prefixKey(family, first, length));
    if (groups?.size !== 0) return;
    this.#groups.delete(length);
    this.#lengths = null;
  }

  get isEmpty(): boolean {
    return this.#groups.size === 0;
  }

  /** Whether any route is for packets from some source alone. */
  get hasSources(): boolean {
    return this.#limited > 0;
  }

  /** The prefix lengths there are, longest first. */
  get lengths(): readonly number[] {
    this.#lengths ??= [...this.#groups.keys()].sort((a, b) => b - a);
    return this.#lengths;
  }

  /** Everything of one prefix length, in no order. */
  groups(prefixLength: number): Iterable<RouteGroup> {
    return this.#groups.get(prefixLength)?.values() ?? [];
  }

  /** Routes to a prefix. */
  to({ family, first, length }: Prefix): RouteGroup | undefined {
    return this.#groups.get(length)?.get(prefixKey(family, first, length));
  }

  /** Routes to the prefix of a length around an address. */
  around(address: IpAddress, prefixLength: number): readonly Route[] {
    const key = prefixKey(address.family, bitsOf(address), prefixLength);
    return this.#groups.get(prefixLength)?.get(key)?.routes ?? [];
  }

  get defaultRoutes(): readonly Route[] {
    const [group] = this.groups(0);
    return group?.routes ?? [];
  }

  #count({ sourcePrefixLength }: Route, difference: 1 | -1): void {
    if (sourcePrefixLength > 0) this.#limited += difference;
  }

  #ofLength(prefixLength: number): Map<Bits, OpenGroup> {
    let groups = this.#groups.get(prefixLength);
    if (!groups) {
      groups = new Map();
      this.#groups.set(prefixLength, groups);
      this.#lengths = null;
    }
    return groups;
  }

  #groupOf({ family, table, destination, prefixLength }: Route): OpenGroup {
    const groups = this.#ofLength(prefixLength);
    const first = firstBits(family, destination);
    const key = prefixKey(family, first, prefixLength);
    let group = groups.get(key);
    if (!group) {
      const last = lastBits(family, first, prefixLength);
      group = { family, table, first, last, length: prefixLength, routes: [], plainThrough: null };
      groups.set(key, group);
    }
    return group;
  }
}
