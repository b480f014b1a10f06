// SPDX-License-Identifier: MIT
// What kind an adapter is: by what the system says of it first, and only then by what its maker calls it.

import type { AdapterKind } from '../contract/adapter-kind';
import type { Adapter, AddressText } from '../contract/snapshot';
import { knownAdapters, vpnWords } from './known-adapters';

type Described = Omit<Adapter, 'kind'>;

// IANA ifType numbers (ipifcons.h).
const kindsByType: ReadonlyMap<number, AdapterKind> = new Map([
  [6, 'ethernet'],
  [23, 'vpn'], // PPP: dial-up and built-in VPN connections
  [24, 'loopback'],
  [53, 'vpn'], // propVirtual: WireGuard, OpenVPN
  [71, 'wi-fi'],
  [131, 'vpn'],
  [243, 'mobile'],
  [244, 'mobile'],
]);

/** IFLA_INFO_KIND. */
const kindsByLink: ReadonlyMap<string, AdapterKind> = new Map([
  ['bridge', 'virtual-switch'],
  ['openvswitch', 'virtual-switch'],
  ['tun', 'vpn'],
  ['wireguard', 'vpn'],
  ['ovpn', 'vpn'],
  ['ipip', 'vpn'],
  ['sit', 'vpn'],
  ['gre', 'vpn'],
  ['ip6gre', 'vpn'],
  ['ip6tnl', 'vpn'],
  ['vti', 'vpn'],
  ['vti6', 'vpn'],
  ['xfrm', 'vpn'],
  ['ppp', 'vpn'],
  ['wwan', 'mobile'],
  ['vrf', 'other'],
]);

/** TUNNEL_TYPE (ifdef.h): 6to4, ISATAP and Teredo carry IPv6 over the very network that a VPN would protect from. */
const transitionTunnels: readonly number[] = [11, 13, 14];

/** Addresses that a translator gives itself (192.0.0.0/29, RFC 7335), and names that programs give its tunnel. */
const translatorAddress = /^192\.0\.0\.[0-7]$/;
const translatorName = /^(clat\d*|v4-.+)$/;

function isTranslator({ linkKind, alias }: Described, addresses: readonly AddressText[]): boolean {
  if (linkKind !== 'tun') return false;
  return addresses.some((text) => translatorAddress.test(text)) || translatorName.test(alias);
}

/** A member of a bridge, a bond or the like is what its programs make of the whole; a tunnel in one is no VPN. */
function kindByLink(
  adapter: Described,
  addresses: readonly AddressText[],
): AdapterKind | undefined {
  if (isTranslator(adapter, addresses)) return 'translator';
  const kind = kindsByLink.get(adapter.linkKind);
  return kind === 'vpn' && adapter.master !== '0' ? 'other' : kind;
}

function kindByName({ driver, description }: Described): AdapterKind | undefined {
  const [id, words] = [driver.toLowerCase(), description.toLowerCase()];
  const byDriver = knownAdapters.find(({ drivers = [] }) => drivers.includes(id));
  const known =
    byDriver ??
    knownAdapters.find(({ descriptions = [] }) => descriptions.some((one) => words.includes(one)));
  return known?.kind ?? (vpnWords.test(description) ? 'vpn' : undefined);
}

/** Recognises the kind of an adapter, which has these addresses. */
export function adapterKind(adapter: Described, addresses: readonly AddressText[]): AdapterKind {
  if (transitionTunnels.includes(adapter.tunnelType)) return 'other';
  return (
    kindByLink(adapter, addresses) ??
    kindByName(adapter) ??
    kindsByType.get(adapter.type) ??
    'other'
  );
}
