// SPDX-License-Identifier: MIT
// What main would answer about traffic on the sample computer: the VPN takes IPv4, nothing takes IPv6.
import type {
  FamilyTraffic,
  InternetTraffic,
  Preset,
  Preview,
  Probe,
  WideTraffic,
} from '../../../electron/contract/preview';
import { ethernetLuid, vpnLuid } from './sample-snapshot';

/** Of traffic that goes one way as a whole. */
export const whole = { share: 1, rest: [], source: null } as const;

export const throughVpn: Extract<InternetTraffic, { kind: 'through' }> = {
  kind: 'through',
  luid: vpnLuid,
  metric: 5,
  next: { luid: ethernetLuid, metric: 25 },
  table: 254,
  ...whole,
};
export const throughEthernet: InternetTraffic = {
  kind: 'through',
  luid: ethernetLuid,
  metric: 25,
  next: null,
  table: 254,
  ...whole,
};
/** Half routes of the VPN take it all. */
export const throughHalves: WideTraffic = {
  kind: 'wide-routes',
  luid: vpnLuid,
  routes: 2,
  prefixes: ['0.0.0.0/1', '128.0.0.0/1'],
  ...whole,
};
export const nowhere: InternetTraffic = { kind: 'none', ...whole };

/** Traffic that stays as it is. */
export function staying(traffic: InternetTraffic): FamilyTraffic {
  return { now: traffic, after: traffic, special: [], ipsec: [] };
}

/** A path through an adapter's default route. */
export function pathThrough(luid: string): Extract<Probe['now'], { kind: 'through' }> {
  const destination = '0.0.0.0';
  return {
    kind: 'through',
    luid,
    nextHop: null,
    destination,
    prefixLength: 0,
    table: 254,
    metric: 5,
    source: null,
    isConnected: true,
  };
}

/** An internet address that goes through the VPN, now and after. */
export function probe(some: Partial<Probe> = {}): Probe {
  return {
    kind: 'internet',
    family: 'IPv4',
    address: '1.1.1.1',
    isInternet: true,
    now: pathThrough(vpnLuid),
    after: pathThrough(vpnLuid),
    split: null,
    isReliable: true,
    ...some,
  };
}

/** A preset that is possible and changes nothing. */
export function preset(some: Partial<Preset> & Pick<Preset, 'id'>): Preset {
  return {
    obstacle: null,
    operations: [],
    exceptions: [],
    internetLuid: some.id === 'company-only' ? ethernetLuid : vpnLuid,
    companyNetworks: 3,
    ...some,
  };
}

/** Turns the VPN's default route off. */
export const vpnOff = {
  luid: vpnLuid,
  family: 'IPv4',
  field: 'DisableDefaultRoutes',
  expected: 0,
  value: 1,
} as const;

/** An answer, some members replaced. */
export function samplePreview(some: Partial<Preview> = {}): Preview {
  return {
    traffic: { IPv4: staying(throughVpn), IPv6: staying(nowhere) },
    company: { IPv4: { now: true, after: true }, IPv6: { now: false, after: false } },
    probes: [probe()],
    vpns: [vpnLuid],
    vpn: vpnLuid,
    blocksOthers: false,
    presets: [
      preset({ id: 'through-vpn' }),
      preset({ id: 'company-only', operations: [vpnOff] }),
      preset({ id: 'system-default' }),
    ],
    presetNow: 'through-vpn',
    presetAfter: 'through-vpn',
    presetsAfter: ['through-vpn', 'system-default'],
    warnings: [],
    advice: [],
    ...some,
  };
}
