// SPDX-License-Identifier: MIT
import type { AddressText, DnsServer, Luid } from '../../contract/snapshot';
import { luidsOf, lookUp } from '../lookup';
import { carriersOf } from '../../contract/carriers';
import { parseAddress } from '../ip-address';
import type { IpAddress } from '../ip-address';
import type { Network } from '../network';
import { flowTo } from '../probes';
import type { WarningInput, WarningRule } from './warning-input';

/** The adapter by which packets to an address leave a network; null: none, or they stay here. */
function wayTo(network: Network, destination: IpAddress, userId: number): Luid | null {
  const verdict = lookUp(network, flowTo(network, destination, userId));
  return verdict.kind === 'hops' ? (luidsOf(verdict.hops)[0] ?? null) : null;
}

/**
 * The adapter by which a server stays reachable although internet traffic, which went the same way, moves to another;
 * null: it follows, or went a way of its own already, as the servers of a VPN for company traffic alone do.
 */
function staysWith(input: WarningInput, { address }: DnsServer): Luid | null {
  const destination = parseAddress(address);
  if (!destination) return null;
  const { now, after } = input.traffic[destination.family];
  const before = carriersOf(now);
  const then = carriersOf(after);
  if (then.length === 0 || then.every((luid) => before.includes(luid))) return null;
  const way = wayTo(input.now, destination, input.userId);
  if (way === null || !before.includes(way)) return null;
  const stays = wayTo(input.after, destination, input.userId);
  return stays === null || then.includes(stays) ? null : stays;
}

/** Name servers would no longer be reached the way of internet traffic, which moves. */
export const dnsStays: WarningRule = (input) => {
  const servers = new Map<Luid, AddressText[]>();
  for (const server of input.now.index.snapshot.dnsServers) {
    const way = staysWith(input, server);
    if (way === null) continue;
    const luid = server.luid === '0' ? way : server.luid;
    const known = servers.get(luid) ?? [];
    if (!known.includes(server.address)) servers.set(luid, [...known, server.address]);
  }
  if (servers.size === 0) return [];
  const known = [...servers].map(([luid, addresses]) => ({ luid, addresses }));
  return [{ severity: 'notice', id: 'dns-stays', servers: known }];
};
