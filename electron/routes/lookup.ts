// SPDX-License-Identifier: MIT
// Which route a packet takes in a network, now or after operations. Pure: it asks no system.

import type { Path } from '../contract/preview';
import type { Luid } from '../contract/snapshot';
import type { Flow, Hop, Verdict } from './flow';
import { addressText, isUnspecified } from './ip-address';
import type { IpAddress } from './ip-address';
import { lookUpOnLinux } from './linux-lookup';
import type { Network } from './network';
import { sourceAddressFor } from './source-address';
import { lookUpOnWindows } from './windows-lookup';

/** Looks a flow up by the rules of the network's stack. */
export function lookUp(network: Network, flow: Flow): Verdict {
  return network.stack === 'linux' ? lookUpOnLinux(network, flow) : lookUpOnWindows(network, flow);
}

/** What a program's packet meets. */
export interface Answer {
  readonly verdict: Verdict;
  /** The source address without which no way would be found; else null. */
  readonly source: IpAddress | null;
}

/**
 * Looks a flow up as a socket does that is to be connected: where IPv6 finds no way on Linux, it chooses a source
 * address and tries again (ip6_dst_lookup_tail, net/ipv6/ip6_output.c).
 */
export function lookUpAsProgram(network: Network, flow: Flow): Answer {
  const verdict = lookUp(network, flow);
  const isFinal = verdict.kind !== 'refused' || flow.source !== null;
  if (isFinal || network.stack !== 'linux' || flow.destination.family === 'IPv4') {
    return { verdict, source: null };
  }
  const source = sourceAddressFor(network, flow.destination);
  const second = source && lookUp(network, { ...flow, source });
  if (second === null || second.kind === 'refused') return { verdict, source: null };
  return { verdict: second, source };
}

/** Interfaces of hops, each once. */
export function luidsOf(hops: readonly Hop[]): readonly Luid[] {
  return [...new Set(hops.map(({ luid }) => luid))];
}

/** An answer in the words of the contract. Hops through one interface are one way. */
export function pathOf(network: Network, { verdict, source }: Answer): Path {
  if (verdict.kind === 'local') return { kind: 'this-computer', luid: verdict.luid };
  if (verdict.kind === 'refused') {
    const { reason, route } = verdict;
    return {
      kind: 'nowhere',
      reason,
      prefix: route && `${route.destination}/${route.prefixLength}`,
    };
  }
  const { route, hops } = verdict;
  const luids = luidsOf(hops);
  const [hop] = hops;
  if (!hop) return { kind: 'nowhere', reason: 'no-route', prefix: null };
  const metric = network.effectiveMetric(route, hop.luid);
  if (luids.length > 1) return { kind: 'tie', luids, metric };
  return {
    kind: 'through',
    luid: hop.luid,
    nextHop: isUnspecified(hop.nextHop) ? null : hop.nextHop,
    destination: route.destination,
    prefixLength: route.prefixLength,
    table: route.table,
    metric,
    source: source && addressText(source.family, source.bits),
    isConnected: network.value(hop.luid, route.family, 'Connected') !== 0,
  };
}
