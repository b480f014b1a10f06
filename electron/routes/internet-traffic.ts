// SPDX-License-Identifier: MIT
// How internet traffic of one family leaves (S1 to S5), told from broad routes alone: a host route to a well-known
// address says nothing about the rest of the internet.

import { mainTable, unicast } from '../contract/route-numbers';
import type { Family } from '../contract/family';
import type { DefaultRoute, InternetTraffic } from '../contract/preview';
import type { AddressText, Luid, Route } from '../contract/snapshot';
import { obstacleTo } from './default-route-obstacle';
import type { Flow, Verdict } from './flow';
import { lookUp, luidsOf } from './lookup';
import type { Network } from './network';
import { addressBits, addressOf, addressText } from './ip-address';

/**
 * One address in each half of the internet: of IPv4 in each /1; of IPv6 in each /4 of 2000::/3, which is all that is
 * given out (IANA) and what some VPNs split instead of ::/0.
 */
const halves: Readonly<Record<Family, readonly [AddressText, AddressText]>> = {
  IPv4: ['1.1.1.1', '208.67.222.222'],
  IPv6: ['2606:4700:4700::1111', '3000::1'],
};

/** Prefixes up to this length lead to the internet as a whole; VPNs that leave out networks split it so far. */
const longestBroadPrefix = 7;

type Hops = Extract<Verdict, { kind: 'hops' }>;

function flowTo(address: AddressText, longestPrefix: number, userId: number): Flow {
  return { destination: addressOf(address), source: null, boundTo: null, userId, longestPrefix };
}

function findUsableDefaultRoutes(network: Network, family: Family): readonly DefaultRoute[] {
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

const known = new WeakMap<Network, Map<Family, readonly DefaultRoute[]>>();

/** The usable default route of each interface, lowest effective metric first; found once for each network. */
export function usableDefaultRoutes(network: Network, family: Family): readonly DefaultRoute[] {
  const found = known.get(network) ?? new Map<Family, readonly DefaultRoute[]>();
  known.set(network, found);
  const routes = found.get(family) ?? findUsableDefaultRoutes(network, family);
  found.set(family, routes);
  return routes;
}

function isHalf({ route }: Hops): boolean {
  return route.table === mainTable && route.prefixLength > 0;
}

const prefixText = ({ destination, prefixLength }: Route): string =>
  `${destination}/${prefixLength}`;

/** The other half of a route that takes all of the internet by itself: beside ::/1, which does, VPNs add 8000::/1. */
function otherHalf(network: Network, { family, destination, prefixLength }: Route): Route | null {
  const { bits } = addressOf(destination);
  const flipped = bits ^ (1n << BigInt(addressBits[family] - prefixLength));
  const text = addressText(family, flipped);
  return network.routesTo(family, mainTable, text, prefixLength)[0] ?? null;
}

/** Both halves through routes that are no default routes; they go through the adapter of the first. */
function halfRoutes(network: Network, low: Verdict, high: Verdict): InternetTraffic | null {
  if (low.kind !== 'hops' || high.kind !== 'hops' || !isHalf(low) || !isHalf(high)) return null;
  const [hop] = low.hops;
  if (!hop) return null;
  const second = low.route === high.route ? otherHalf(network, low.route) : high.route;
  return {
    kind: 'half-routes',
    luid: hop.luid,
    prefixes: [prefixText(low.route), prefixText(second ?? low.route)],
  };
}

function byVerdict(network: Network, { route, hops }: Hops): InternetTraffic {
  const luids = luidsOf(hops);
  const [luid] = luids;
  if (luid === undefined) return { kind: 'none' };
  if (route.table !== mainTable) return { kind: 'rules', luid };
  const metric = network.effectiveMetric(route, luid);
  if (luids.length > 1) return { kind: 'tie', luids, metric };
  const others = usableDefaultRoutes(network, route.family).filter((other) => other.luid !== luid);
  return { kind: 'through', luid, metric, next: others[0] ?? null };
}

/** The way of internet traffic by default routes, whatever half routes there are. */
export function lookUpDefault(network: Network, family: Family, userId: number): Verdict {
  return lookUp(network, flowTo(halves[family][0], 0, userId));
}

/** How internet traffic of a family leaves a network. */
export function internetTraffic(network: Network, family: Family, userId: number): InternetTraffic {
  const [low, high] = halves[family].map((address) =>
    lookUp(network, flowTo(address, longestBroadPrefix, userId)),
  );
  const split = low && high ? halfRoutes(network, low, high) : null;
  if (split) return split;
  // One half alone is no way to the internet: default routes carry the rest.
  const whole = lookUpDefault(network, family, userId);
  return whole.kind === 'hops' ? byVerdict(network, whole) : { kind: 'none' };
}

/** The adapters that internet traffic may leave through. */
export function carriersOf(traffic: InternetTraffic): readonly Luid[] {
  if (traffic.kind === 'none') return [];
  return traffic.kind === 'tie' ? traffic.luids : [traffic.luid];
}

/** How internet traffic of each family leaves a network. */
export function trafficOf(network: Network, userId: number): Record<Family, InternetTraffic> {
  return {
    IPv4: internetTraffic(network, 'IPv4', userId),
    IPv6: internetTraffic(network, 'IPv6', userId),
  };
}
