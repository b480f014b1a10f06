// SPDX-License-Identifier: MIT
// The default routes that could carry internet traffic.

import type { Family } from '../contract/family';
import type { DefaultRoute } from '../contract/preview';
import { unicast } from '../contract/route-numbers';
import type { Luid } from '../contract/snapshot';
import { obstacleTo } from './default-route-obstacle';
import type { Network } from './network';

function find(network: Network, family: Family): readonly DefaultRoute[] {
  const best = new Map<Luid, number>();
  for (const route of network.defaultRoutes(family)) {
    if (route.type !== unicast || route.sourcePrefixLength > 0) continue;
    if (obstacleTo(network, route) !== null) continue;
    for (const { luid } of route.hops.length > 0 ? route.hops : [route]) {
      const metric = network.effectiveMetric(route, luid);
      best.set(luid, Math.min(metric, best.get(luid) ?? Infinity));
    }
  }
  return [...best].map(([luid, metric]) => ({ luid, metric })).sort((a, b) => a.metric - b.metric);
}

const known = new WeakMap<Network, Partial<Record<Family, readonly DefaultRoute[]>>>();

/** The usable default route of each interface, lowest effective metric first; found once for each network. */
export function usableDefaultRoutes(network: Network, family: Family): readonly DefaultRoute[] {
  const found = known.get(network) ?? {};
  known.set(network, found);
  return (found[family] ??= find(network, family));
}
