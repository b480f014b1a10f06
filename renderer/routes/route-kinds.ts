// SPDX-License-Identifier: MIT
// What the numbers of a route mean (rtnetlink.h; Windows routes have table 254 and type 1).
import type { Route, UnicastAddress } from '../../electron/contract/snapshot';

export const mainTable = 254;
const localTable = 255;

export const unicast = 1;
/** RTN_LOCAL, RTN_BROADCAST, RTN_ANYCAST and RTN_MULTICAST. */
const localTypes: readonly number[] = [2, 3, 4, 5];

/** Upper halves of the tables that DisableDefaultRoutes parks routes in: static ones and learnt ones. */
const parkingTables: readonly number[] = [0x49, 0x4a];

/** Whether Interface Panel put the routes of this table aside. */
export function parkingTable(table: number): boolean {
  return parkingTables.includes(table >>> 24);
}

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

/** The addresses of this computer, for isLocalRoute(). */
export function ownAddresses(addresses: readonly UnicastAddress[]): ReadonlySet<string> {
  return new Set(addresses.map(({ address }) => address));
}
