// SPDX-License-Identifier: MIT
// One IPv6 table of the Linux kernel: fib6_node_lookup, fib6_backtrack, rt6_select and fib6_select_path
// (net/ipv6/ip6_fib.c and route.c), with subtrees for sources and router preference, as distributions build it.

import type { Luid, Route } from '../contract/snapshot';
import { isWithin } from './ip-address';
import { dead, isLocal, verdictOfType } from './linux-route';
import type { TableVerdict } from './linux-route';
import { matchingRoutes } from './matching-routes';
import type { Flow, Hop, Verdict } from './flow';
import type { Network } from './network';

/** Routes to one destination and from one source, in the kernel's order. */
type RouteNode = readonly Route[];

/** The nodes below one destination that a flow may use, its most special source first, and those for any source. */
function nodesOf(routes: readonly Route[], flow: Flow) {
  const plain = routes.filter(({ sourcePrefixLength }) => sourcePrefixLength === 0);
  const special = routes.filter(({ sourcePrefixLength }) => sourcePrefixLength > 0);
  const { source } = flow;
  const matching = source
    ? special.filter((route) => isWithin(source, route.source, route.sourcePrefixLength))
    : [];
  const lengths = [...new Set(matching.map(({ sourcePrefixLength }) => sourcePrefixLength))];
  const bySource = lengths
    .sort((a, b) => b - a)
    .map((length) => matching.filter((route) => route.sourcePrefixLength === length));
  return { hasSources: special.length > 0, bySource, plain };
}

/**
 * The nodes in the order in which the kernel tries them. It begins at the most special destination, but passes
 * over one that has routes for sources of which none fits, unless that is the root; once begun, it leaves out none.
 */
function* nodes(network: Network, table: number, flow: Flow): Generator<RouteNode> {
  let hasBegun = false;
  for (const routes of matchingRoutes(network, table, flow)) {
    const { hasSources, bySource, plain } = nodesOf(routes, flow);
    const isRoot = routes[0]?.prefixLength === 0;
    const isPassedOver = !hasBegun && !isRoot && hasSources && bySource.length === 0;
    if (isPassedOver) continue;
    hasBegun = true;
    yield* bySource;
    if (plain.length > 0) yield plain;
  }
}

/** One way of a node: siblings of a multipath route are ways of their own. */
interface Way {
  readonly route: Route;
  readonly hop: Hop;
  readonly score: number;
}

/** RTF_PREF of RFC 4191 as the kernel weighs it: low 1, medium 2, high 3. */
function weight(preference: number): number {
  return preference ^ 2;
}

/** rt6_score_route without neighbours, which no snapshot shows; negative: unusable. */
function score(route: Route, hop: Hop & { readonly flags: number }, bound: Luid | null): number {
  const isDead = (hop.flags & dead) !== 0 || route.validLifetime === 0;
  if (isDead || (bound !== null && hop.luid !== bound)) return -1;
  return 2 | (weight(route.preference) << 2);
}

function waysOf(route: Route, bound: Luid | null): readonly Way[] {
  const hops = route.hops.length > 0 ? route.hops : [route];
  return hops
    .map((hop) => ({ route, hop, score: score(route, hop, bound) }))
    .filter((way) => way.score >= 0);
}

/** The first of the highest score. */
function best(routes: RouteNode, bound: Luid | null): Way | null {
  const ways = routes.flatMap((route) => waysOf(route, bound));
  return ways.reduce<Way | null>(
    (found, way) => (found && found.score >= way.score ? found : way),
    null,
  );
}

/** The lowest metric first; if nothing of it is usable, all others together, whatever their metrics. */
function select(node: RouteNode, bound: Luid | null): Way | null {
  const metric = node[0]?.metric;
  const first = node.filter((route) => route.metric === metric);
  const rest = node.filter((route) => route.metric !== metric);
  return best(first, bound) ?? best(rest, bound);
}

function verdictOf({ route, hop }: Way, bound: Luid | null): Verdict {
  if (isLocal(route)) return { kind: 'local', luid: route.luid, prefixLength: route.prefixLength };
  // More than one usable sibling: a hash of the packet chooses.
  const hops = route.hops.length > 0 ? waysOf(route, bound).map((way) => way.hop) : [hop];
  return { kind: 'hops', route, hops };
}

/** Asks a table; null: it says nothing about the destination. */
export function lookUpInIpv6Table(network: Network, table: number, flow: Flow): TableVerdict {
  for (const node of nodes(network, table, flow)) {
    const way = select(node, flow.boundTo);
    if (!way) continue;
    const byType = verdictOfType(way.route);
    return byType === undefined ? verdictOf(way, flow.boundTo) : byType;
  }
  return null;
}
