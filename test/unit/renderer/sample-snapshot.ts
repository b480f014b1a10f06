// SPDX-License-Identifier: MIT
import type { Family, StackName } from '../../../electron/contract/family';
import { fields } from '../../../electron/contract/fields';
import type { FieldName } from '../../../electron/contract/fields';
import type {
  Adapter,
  FieldValue,
  IpInterface,
  Route,
  Snapshot,
} from '../../../electron/contract/snapshot';

export const ethernetLuid = '1689399632855040';
export const vpnLuid = '14918173765664768';

/** An adapter that is up, with some members replaced. */
export function adapter(some: Partial<Adapter> = {}): Adapter {
  return {
    luid: ethernetLuid,
    index: 12,
    guid: '{0f0e0d0c-0b0a-0908-0706-050403020100}',
    alias: 'Ethernet',
    description: 'Intel(R) Ethernet Connection I219-LM',
    physicalAddress: '02:fc:00:00:00:01',
    permanentPhysicalAddress: '02:fc:00:00:00:01',
    mtu: 1500,
    type: 6,
    tunnelType: 0,
    physicalMediumType: 14,
    interfaceAndOperStatusFlags: 0,
    operStatus: 1,
    adminStatus: 1,
    mediaConnectState: 1,
    transmitLinkSpeed: '1000000000',
    receiveLinkSpeed: '1000000000',
    linkKind: '',
    master: '0',
    tunType: 0,
    driver: '',
    kind: 'ethernet',
    ...some,
  };
}

const values: Partial<Record<FieldName, FieldValue>> = {
  InterfaceIndex: 12,
  InterfaceIdentifier: '0',
  UseAutomaticMetric: 1,
  UseNeighborUnreachabilityDetection: 1,
  BaseReachableTime: 30000,
  RetransmitTime: 1000,
  ReachableTime: 28500,
  PathMtuDiscoveryTimeout: 600000,
  LinkLocalAddressTimeout: 6500,
  Metric: 25,
  NlMtu: 1500,
  Connected: 1,
  TransmitOffload: 3,
  ZoneIndices: Array.from({ length: 16 }, (_, index) => index),
};

const familyDefaults: Record<Family, Partial<Record<FieldName, FieldValue>>> = {
  IPv4: { Family: 2, RouterDiscoveryBehavior: 2, DadTransmits: 3, LinkLocalAddressBehavior: 1 },
  IPv6: { Family: 23, RouterDiscoveryBehavior: 1, DadTransmits: 1, LinkLocalAddressBehavior: 2 },
};

/** An IP interface with the values of an ordinary one, some of them replaced. */
export function ipInterface(
  some: Partial<Omit<IpInterface, 'values'>> & {
    readonly values?: Partial<Record<FieldName, FieldValue>>;
  } = {},
): IpInterface {
  const { luid = ethernetLuid, family = 'IPv4', refusals = {}, values: replaced = {} } = some;
  const all = Object.fromEntries(
    fields.map(({ name }): [string, FieldValue] => [
      name,
      replaced[name] ?? familyDefaults[family][name] ?? values[name] ?? 0,
    ]),
  ) as Record<FieldName, FieldValue>;
  return {
    luid,
    family,
    values: { ...all, InterfaceLuid: luid, ...replaced },
    refusals,
    defaultRoutesOverridden: some.defaultRoutesOverridden ?? false,
  };
}

/** A default route of the main table. */
export function defaultRoute(some: Partial<Route> = {}): Route {
  return {
    family: 'IPv4',
    luid: ethernetLuid,
    destination: '0.0.0.0',
    prefixLength: 0,
    source: '0.0.0.0',
    sourcePrefixLength: 0,
    nextHop: '192.168.1.1',
    preferredSource: null,
    metric: 0,
    protocol: 3,
    origin: 0,
    table: 254,
    type: 1,
    scope: 0,
    tos: 0,
    flags: 0,
    validLifetime: 4294967295,
    preference: 0,
    nexthopId: 0,
    mtu: 0,
    hops: [],
    ...some,
  };
}

/** Ethernet and a VPN, two families each, all with default routes; the VPN wins. */
export function sampleSnapshot(stack: StackName = 'windows'): Snapshot {
  const vpn = { luid: vpnLuid, values: { Metric: 5, UseAutomaticMetric: 0, NlMtu: 1420 } };
  return {
    stack,
    adapters: [
      adapter(),
      adapter({
        luid: vpnLuid,
        index: 20,
        alias: 'Contoso VPN',
        description: 'WireGuard',
        type: 53,
        kind: 'vpn',
      }),
    ],
    ipInterfaces: [
      ipInterface(),
      ipInterface({ family: 'IPv6' }),
      ipInterface(vpn),
      ipInterface({ ...vpn, family: 'IPv6' }),
    ],
    unicastAddresses: [
      {
        luid: ethernetLuid,
        family: 'IPv4',
        address: '192.168.1.34',
        prefixLength: 24,
        validLifetime: 4294967295,
        preferredLifetime: 4294967295,
        dadState: 4,
        skipAsSource: false,
      },
    ],
    routes: [defaultRoute(), defaultRoute({ luid: vpnLuid })],
    rules: [],
    dnsServers: [],
    ipsecPolicies: [],
  };
}
