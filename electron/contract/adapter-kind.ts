// SPDX-License-Identifier: MIT

/** What people would call an adapter; a translator gives IPv4 to a network that has IPv6 alone (464XLAT, RFC 6877). */
export type AdapterKind =
  'ethernet' | 'wi-fi' | 'vpn' | 'mobile' | 'translator' | 'virtual-switch' | 'loopback' | 'other';

export const adapterKinds: readonly AdapterKind[] = [
  'ethernet',
  'wi-fi',
  'vpn',
  'mobile',
  'translator',
  'virtual-switch',
  'loopback',
  'other',
];
