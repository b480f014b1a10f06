// SPDX-License-Identifier: MIT
// How Windows finds a route, as GetBestRoute2 documents it: among connected interfaces that the source allows, the
// longest prefix, then the lowest sum of route and interface metric. Equal sums are left undefined there.

import { mainTable } from '../contract/route-numbers';
import type { Luid, Route } from '../contract/snapshot';
import { addressBits, addressText } from './ip-address';
import { matchingRoutes } from './matching-routes';
import type { Flow, Verdict } from './flow';
import type { Network } from './network';

/**
 * The only interface a packet may leave through, or null for any: a strong host sends from an address through the
 * interface that has it, unless that sends weakly or forwards.
 */
function boundTo(network: Network, { source, boundTo: zone }: Flow): Luid | null {
  const owner = source && network.index.owners.get(addressText(source.family, source.bits));
  if (!source || owner === undefined || owner === null) return zone;
  const isWeak =
    network.isOn(owner, source.family, 'WeakHostSend') ||
    network.isOn(owner, source.family, 'ForwardingEnabled');
  return isWeak ? zone : owner;
}

function isUsable(network: Network, route: Route, bound: Luid | null): boolean {
  const { luid, family } = route;
  if (bound !== null && luid !== bound) return false;
  if (route.validLifetime === 0 || !network.isOn(luid, family, 'Connected')) return false;
  // The switch hides default routes from lookups; they stay in the table and look alive.
  return route.prefixLength > 0 || !network.isOn(luid, family, 'DisableDefaultRoutes');
}

/** The routes of lowest effective metric. */
function lowest(network: Network, routes: readonly Route[]): readonly Route[] {
  const metrics = routes.map((route) => network.effectiveMetric(route));
  const best = metrics.reduce((least, metric) => Math.min(least, metric), Infinity);
  return routes.filter((_, index) => metrics[index] === best);
}

/** Looks a flow up as Windows would. */
export function lookUpOnWindows(network: Network, flow: Flow): Verdict {
  const { family, bits } = flow.destination;
  const owner = network.index.owners.get(addressText(family, bits));
  if (owner !== undefined) return { kind: 'local', luid: owner, prefixLength: addressBits[family] };
  const bound = boundTo(network, flow);
  for (const routes of matchingRoutes(network, mainTable, flow)) {
    const best = lowest(
      network,
      routes.filter((route) => isUsable(network, route, bound)),
    );
    if (best[0]) return { kind: 'hops', route: best[0], hops: best };
  }
  return { kind: 'refused', reason: 'no-route', route: null };
}
