// SPDX-License-Identifier: MIT
// Which route a packet takes in a network, now or after operations. Pure: it asks no system.

import type { Path } from '../contract/preview';
import type { Luid } from '../contract/snapshot';
import type { Flow, Hop, Verdict } from './flow';
import { isUnspecified } from './ip-address';
import { lookUpOnLinux } from './linux-lookup';
import type { Network } from './network';
import { lookUpOnWindows } from './windows-lookup';

/** Looks a flow up by the rules of the network's stack. */
export function lookUp(network: Network, flow: Flow): Verdict {
  return network.stack === 'linux' ? lookUpOnLinux(network, flow) : lookUpOnWindows(network, flow);
}

/** Interfaces of hops, each once. */
export function luidsOf(hops: readonly Hop[]): readonly Luid[] {
  return [...new Set(hops.map(({ luid }) => luid))];
}

/** A verdict in the words of the contract. Hops through one interface are one way. */
export function pathOf(network: Network, verdict: Verdict): Path {
  if (verdict.kind === 'local') return { kind: 'this-computer', luid: verdict.luid };
  if (verdict.kind === 'refused') return { kind: 'nowhere', reason: verdict.reason };
  const { route, hops } = verdict;
  const luids = luidsOf(hops);
  const [hop] = hops;
  if (!hop) return { kind: 'nowhere', reason: 'no-route' };
  const metric = network.effectiveMetric(route, hop.luid);
  if (luids.length > 1) return { kind: 'tie', luids, metric };
  return {
    kind: 'through',
    luid: hop.luid,
    nextHop: isUnspecified(hop.nextHop) ? null : hop.nextHop,
    destination: route.destination,
    prefixLength: route.prefixLength,
    metric,
  };
}
