// SPDX-License-Identifier: MIT
// What of the routes to one destination decides about a packet, apart from the destination itself.

import { createHash } from 'node:crypto';
import { unicast } from '../contract/route-numbers';
import type { Luid, Route, RouteHop } from '../contract/snapshot';
import { dead, refuses } from './linux-route';

function hopText({ luid, flags }: Pick<RouteHop, 'luid' | 'flags'>): string {
  return `${luid}${(flags & dead) === 0 ? '' : '!'}`;
}

/** Of one route among no others the metric does not matter. */
function alone(route: Route): string {
  const hops = route.hops.length > 0 ? route.hops.map(hopText).join('+') : hopText(route);
  const isUsual = route.tos === 0 && route.sourcePrefixLength === 0 && route.validLifetime !== 0;
  const limits = isUsual
    ? ''
    : ` ${route.tos} ${route.source}/${route.sourcePrefixLength} ${route.validLifetime === 0}`;
  return `${route.type} ${hops}${limits}`;
}

/** Whether nothing but its interface tells a route apart from most others. */
export function isPlain(route: Route): boolean {
  return (
    route.type === unicast &&
    (route.flags & dead) === 0 &&
    route.hops.length === 0 &&
    route.tos === 0 &&
    route.sourcePrefixLength === 0 &&
    route.validLifetime !== 0
  );
}

/** A text that two groups of routes share only if each lookup takes the same ways from both. */
export function alikeRoutes(group: readonly Route[]): string {
  const [first, second] = group;
  if (first && !second) return alone(first);
  const texts = group.map(
    (route) =>
      `${alone(route)} ${route.metric} ${route.preference} ${route.scope} ${route.nextHop}`,
  );
  // Thousands of links have a route to fe80::/64 each, and the text stands in every key that is made of it.
  return createHash('sha256').update(texts.join(', ')).digest('base64');
}

function isSureOnLinux(route: Route): boolean {
  if (route.tos !== 0 || route.validLifetime === 0) return false;
  if (refuses(route)) return true;
  const hops = route.hops.length > 0 ? route.hops : [route];
  return hops.some(({ flags }) => (flags & dead) === 0);
}

/**
 * Whether the routes to one destination, no default route among them, leave no packet to shorter prefixes of their
 * table, whatever operations are laid over the network. `connected`: the interfaces that are, where lookups ask
 * (Windows); else null.
 */
export function isSureToDecide(
  connected: ReadonlySet<Luid> | null,
  group: readonly Route[],
): boolean {
  if (connected === null) {
    // IPv6 passes over a destination that has routes for other sources.
    return (
      group.every(({ sourcePrefixLength }) => sourcePrefixLength === 0) && group.some(isSureOnLinux)
    );
  }
  return group.some(({ luid, validLifetime }) => validLifetime !== 0 && connected.has(luid));
}
