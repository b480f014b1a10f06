// SPDX-License-Identifier: MIT
import type { Warning } from '../../contract/preview';
import type { AddressText, DnsServer, Luid } from '../../contract/snapshot';
import { luidsOf, lookUp } from '../lookup';
import { carriersOf } from '../internet-traffic';
import { parseAddress } from '../ip-address';
import { flowTo } from '../probes';
import type { WarningInput, WarningRule } from './warning-input';

/** The adapter by which a server stays reachable although internet traffic moves to another; null: it follows. */
function staysWith(input: WarningInput, { address }: DnsServer): Luid | null {
  const destination = parseAddress(address);
  if (!destination) return null;
  const { now, after } = input.traffic[destination.family];
  const before = carriersOf(now);
  const then = carriersOf(after);
  if (then.length === 0 || then.every((luid) => before.includes(luid))) return null;
  const verdict = lookUp(input.after, flowTo(input.after, destination, input.userId));
  if (verdict.kind !== 'hops') return null;
  const [luid] = luidsOf(verdict.hops);
  return luid === undefined || then.includes(luid) ? null : luid;
}

/** Name servers would be reached another way than internet traffic, which moves. */
export const dnsStays: WarningRule = (input) => {
  const servers = new Map<Luid, AddressText[]>();
  for (const server of input.now.index.snapshot.dnsServers) {
    const way = staysWith(input, server);
    if (way === null) continue;
    const luid = server.luid === '0' ? way : server.luid;
    const known = servers.get(luid) ?? [];
    if (!known.includes(server.address)) servers.set(luid, [...known, server.address]);
  }
  return [...servers].map(([luid, addresses]): Warning => ({
    severity: 'notice',
    id: 'dns-stays',
    luid,
    servers: addresses,
  }));
};
