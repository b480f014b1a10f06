// SPDX-License-Identifier: MIT
// Which adapters are VPNs, and which of them matters most.

import { localTable, unicast } from '../contract/route-numbers';
import type { AdapterKind } from '../contract/adapter-kind';
import { families } from '../contract/family';
import type { AdapterKinds } from '../contract/preview';
import type { AddressText, Luid, Route } from '../contract/snapshot';
import { leadingToCompany } from './company-networks';
import { usableDefaultRoutes } from './default-routes';
import { sharesThrough } from './internet-traffic';
import { isWithin, parseAddress } from './ip-address';
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

/** Whether anything can be sent into an adapter itself: some route leads there, and it is no part of another. */
function isOnItsOwn({ index }: Network, luid: Luid): boolean {
  if (index.adapters.get(luid)?.master !== '0') return false;
  const isUsable = ({ table, type }: Route) => table !== localTable && type === unicast;
  return (index.routesThrough.get(luid) ?? []).some(isUsable) || index.throughSeveral.has(luid);
}

/** VPNs that are connected: what carries most internet traffic first, or would, then what leads to company networks. */
export function connectedVpns(
  network: Network,
  kinds: AdapterKinds,
  userId: number,
): readonly Luid[] {
  const vpns = [...network.index.adapters.keys()].filter(
    (luid) =>
      kindOf(network, kinds, luid) === 'vpn' &&
      isConnected(network, luid) &&
      // What a person says stays.
      (kinds[luid] === 'vpn' || isOnItsOwn(network, luid)),
  );
  if (vpns.length < 2) return vpns;
  const shares = sharesThrough(network, userId);
  const company = leadingToCompany(network, userId);
  const ranked = vpns.map((luid) => ({
    luid,
    share: shares.get(luid) ?? 0,
    metric: lowestMetric(network, luid),
    leadsToCompany: Number(company.has(luid)),
  }));
  return ranked
    .sort((a, b) => b.share - a.share || a.metric - b.metric || b.leadsToCompany - a.leadsToCompany)
    .map(({ luid }) => luid);
}

/** Of its usable default routes; without one the highest there can be. */
function lowestMetric(network: Network, luid: Luid): number {
  const metrics = families
    .flatMap((family) => usableDefaultRoutes(network, family))
    .filter((route) => route.luid === luid)
    .map(({ metric }) => metric);
  return Math.min(Number.MAX_SAFE_INTEGER, ...metrics);
}
