// SPDX-License-Identifier: MIT
import type { Adapter } from './snapshot';

/** What people would call an adapter. */
export type AdapterKind =
  'ethernet' | 'wi-fi' | 'vpn' | 'mobile' | 'virtual-switch' | 'loopback' | 'other';

export const adapterKinds: readonly AdapterKind[] = [
  'ethernet',
  'wi-fi',
  'vpn',
  'mobile',
  'virtual-switch',
  'loopback',
  'other',
];

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

const kindsByLink: ReadonlyMap<string, AdapterKind> = new Map([
  ['bridge', 'virtual-switch'],
  ['openvswitch', 'virtual-switch'],
  ['tun', 'vpn'],
  ['wireguard', 'vpn'],
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
]);

/** Names programs give their adapters where the type says only "Ethernet" (TAP drivers, Hyper-V switches). */
const kindsByDescription: readonly (readonly [RegExp, AdapterKind])[] = [
  [/hyper-v virtual (ethernet|switch)/i, 'virtual-switch'],
  [/\b(vpn|tap-windows|wintun|wireguard|openvpn|anyconnect|globalprotect|fortinet)\b/i, 'vpn'],
];

/** Recognises the kind of an adapter: by what the kernel says, then its description, then its type. */
export function adapterKind(adapter: Adapter): AdapterKind {
  const byLink = kindsByLink.get(adapter.linkKind);
  if (byLink) return byLink;
  const byDescription = kindsByDescription.find(([pattern]) => pattern.test(adapter.description));
  return byDescription?.[1] ?? kindsByType.get(adapter.type) ?? 'other';
}
