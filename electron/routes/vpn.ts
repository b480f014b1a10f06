// SPDX-License-Identifier: MIT
// Which adapters are VPNs, and which networks their own routes name.

import { mainTable } from '../contract/route-numbers';
import type { AdapterKind } from '../contract/adapter-kind';
import { families } from '../contract/family';
import type { AdapterKinds } from '../contract/preview';
import type { AddressText, Luid, Route } from '../contract/snapshot';
import { usableDefaultRoutes } from './internet-traffic';
import { addressText, isWithin, maskedBits, parseAddress } from './ip-address';
import type { Network } from './network';

/** Kinds of adapters that reach the internet by themselves. */
export const physicalKinds: readonly AdapterKind[] = ['ethernet', 'wi-fi', 'mobile'];

/** The kind of an adapter: as the user said, else as recognised. */
export function kindOf(network: Network, kinds: AdapterKinds, luid: Luid): AdapterKind {
  return kinds[luid] ?? network.index.kinds.get(luid) ?? 'other';
}

/** Every link gets one of these by itself, a virtual machine's tap too. */
const linkLocal: readonly (readonly [string, number])[] = [
  ['169.254.0.0', 16],
  ['fe80::', 10],
];

function isLinkLocal(text: AddressText): boolean {
  const address = parseAddress(text);
  return (
    address !== null && linkLocal.some(([prefix, length]) => isWithin(address, prefix, length))
  );
}

function isConnected(network: Network, luid: Luid): boolean {
  const addresses = network.index.addresses.get(luid) ?? [];
  const hasAddress = addresses.some(({ address }) => !isLinkLocal(address));
  return hasAddress && families.some((family) => network.isOn(luid, family, 'Connected'));
}

/** VPNs that are connected, best default route first, then in the order of the stack. */
export function connectedVpns(network: Network, kinds: AdapterKinds): readonly Luid[] {
  const vpns = [...network.index.adapters.keys()].filter(
    (luid) => kindOf(network, kinds, luid) === 'vpn' && isConnected(network, luid),
  );
  const metrics = new Map<Luid, number>();
  for (const { luid, metric } of families.flatMap((one) => usableDefaultRoutes(network, one))) {
    metrics.set(luid, Math.min(metric, metrics.get(luid) ?? Infinity));
  }
  const rank = (luid: Luid) => metrics.get(luid) ?? Number.MAX_SAFE_INTEGER;
  return vpns.sort((one, other) => rank(one) - rank(other));
}

/** Default routes and half routes lead to everything. */
const longestHalf = 1;

/** Networks that every interface has: link-local, multicast, broadcast. */
const everyInterfaces: readonly (readonly [string, number])[] = [
  ...linkLocal,
  ['224.0.0.0', 4],
  ['255.255.255.255', 32],
  ['ff00::', 8],
];

/** Whether a route leads to the subnet of an own address, or to that address or its broadcast. */
function isOwnSubnet(network: Network, { luid, destination, prefixLength }: Route): boolean {
  const target = parseAddress(destination);
  return (network.index.addresses.get(luid) ?? []).some((own) => {
    const address = parseAddress(own.address);
    if (!address || address.family !== target?.family || prefixLength < own.prefixLength)
      return false;
    const { family, bits } = address;
    const subnet = addressText(family, maskedBits(family, bits, own.prefixLength));
    if (prefixLength === own.prefixLength) return destination === subnet;
    const isHost = prefixLength === (family === 'IPv4' ? 32 : 128);
    return isHost && isWithin(target, subnet, own.prefixLength) && own.prefixLength > longestHalf;
  });
}

function namesNetwork(network: Network, route: Route): boolean {
  const target = parseAddress(route.destination);
  return (
    target !== null &&
    route.type === 1 &&
    route.prefixLength > longestHalf &&
    !everyInterfaces.some(([prefix, length]) => isWithin(target, prefix, length)) &&
    !isOwnSubnet(network, route)
  );
}

/** Routes of the main table through an adapter that name networks of their own, the largest network first. */
export function companyRoutes(network: Network, luid: Luid): readonly Route[] {
  const own = network.index.routesThrough.get(luid) ?? [];
  const routes = own.filter((route) => route.table === mainTable && namesNetwork(network, route));
  const byDestination = new Map(
    routes.map((route) => [`${route.destination}/${route.prefixLength}`, route]),
  );
  return [...byDestination.values()].sort((one, other) => one.prefixLength - other.prefixLength);
}
