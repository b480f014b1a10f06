// SPDX-License-Identifier: MIT
// One IPv4 table of the Linux kernel: fib_table_lookup (net/ipv4/fib_trie.c), then fib_select_path
// (net/ipv4/fib_semantics.c). The order of routes to one destination is the kernel's own.

import type { Luid, Route } from '../contract/snapshot';
import { isUnspecified } from './ip-address';
import { dead, isLocal, verdictOfType } from './linux-route';
import type { TableVerdict } from './linux-route';
import { matchingRoutes } from './matching-routes';
import type { Flow, Hop, Verdict } from './flow';
import type { Network } from './network';

/** The hops of a route that the kernel would take. */
function usableHops(route: Route, bound: Luid | null): readonly Hop[] {
  const hops = route.hops.length > 0 ? route.hops : [route];
  return hops.filter(({ luid, flags }) => !(flags & dead) && (bound === null || luid === bound));
}

/**
 * Default routes of equal metric with gateways: the kernel turns to the next one while neighbours don't answer
 * (fib_select_default), which no snapshot shows. A first one without a gateway is taken as it is.
 */
function equalDefaultRoutes(
  route: Route,
  routes: readonly Route[],
  bound: Luid | null,
): readonly Hop[] {
  const isAlike = (other: Route) =>
    other.metric === route.metric &&
    other.tos === route.tos &&
    other.type === route.type &&
    other.scope === route.scope &&
    !isUnspecified(other.nextHop);
  if (bound !== null || route.prefixLength > 0 || !isAlike(route)) return [];
  return routes.filter(isAlike).flatMap((other) => usableHops(other, bound));
}

function select(route: Route, routes: readonly Route[], bound: Luid | null): Verdict | null {
  if (isLocal(route)) return { kind: 'local', luid: route.luid, prefixLength: route.prefixLength };
  const hops = usableHops(route, bound);
  if (hops.length === 0) return null;
  // More than one usable hop: a hash of the packet chooses.
  const equals = route.hops.length > 0 ? [] : equalDefaultRoutes(route, routes, bound);
  return { kind: 'hops', route, hops: equals.length > 1 ? equals : hops };
}

/** Asks a table; null: it says nothing about the destination. */
export function lookUpInIpv4Table(network: Network, table: number, flow: Flow): TableVerdict {
  for (const routes of matchingRoutes(network, table, flow)) {
    for (const route of routes) {
      // A packet without a type of service matches no route that has one.
      if (route.tos !== 0) continue;
      const byType = verdictOfType(route);
      if (byType !== undefined) return byType;
      const verdict = select(route, routes, flow.boundTo);
      if (verdict) return verdict;
    }
  }
  return null;
}
