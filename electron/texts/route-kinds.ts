// SPDX-License-Identifier: MIT
// Which routes are about this computer alone (rtnetlink.h).
import { localTable } from '../contract/route-numbers';
import type { Route, UnicastAddress } from '../contract/snapshot';

/** RTN_LOCAL, RTN_BROADCAST, RTN_ANYCAST and RTN_MULTICAST. */
const localTypes: readonly number[] = [2, 3, 4, 5];

const wholeAddress = { IPv4: 32, IPv6: 128 } as const;
const multicast = /^(22[4-9]|23\d)\.|^ff/i;

/** Whether a route is only about this computer and its links: its own addresses, broadcast, multicast. */
export function isLocalRoute(route: Route, own: ReadonlySet<string>): boolean {
  const { family, destination, prefixLength, table, type } = route;
  if (localTypes.includes(type) || table === localTable) return true;
  if (prefixLength > 0 && multicast.test(destination)) return true;
  if (prefixLength !== wholeAddress[family]) return false;
  return destination === '255.255.255.255' || own.has(destination);
}

/** The last address of an IPv4 subnet, to which Windows keeps a route like any other; none where all are hosts (RFC 3021). */
function broadcastAddress({ family, address, prefixLength }: UnicastAddress): readonly string[] {
  if (family !== 'IPv4' || prefixLength > 30) return [];
  const bytes = address.split('.').map((byte, index) => {
    const hostBits = Math.min(8, Math.max(0, 8 * (index + 1) - prefixLength));
    return Number(byte) | ((1 << hostBits) - 1);
  });
  return [bytes.join('.')];
}

/** The addresses of this computer and the broadcasts of their subnets, for isLocalRoute(). */
export function ownAddresses(addresses: readonly UnicastAddress[]): ReadonlySet<string> {
  return new Set(addresses.flatMap((own) => [own.address, ...broadcastAddress(own)]));
}
