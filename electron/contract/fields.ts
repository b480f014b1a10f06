// SPDX-License-Identifier: MIT
// The one field table: every member of MIB_IPINTERFACE_ROW, once, in the order of the structure. What they are called
// and what is said of them is in the catalogues (electron/language).
// Sources: MIB_IPINTERFACE_ROW and SetIpInterfaceEntry (netioapi.h), Set-NetIPInterface, netsh interface,
// and for Linux Documentation/networking/ip-sysctl and rtnetlink(7).

import type { Family } from './family';

export type FieldGroup =
  | 'routing'
  | 'mtu'
  | 'router-discovery'
  | 'neighbours'
  | 'router-advertising'
  | 'status'
  | 'identity';

/** In the order of the detail pane. */
export const fieldGroups: readonly FieldGroup[] = [
  'routing',
  'mtu',
  'router-discovery',
  'neighbours',
  'router-advertising',
  'status',
  'identity',
];

/** Settable: Set takes it. Status: the stack owns it, Set ignores it. Key: names the row. Reserved: handed back as read. */
export type FieldAccess = 'settable' | 'status' | 'key' | 'reserved';

/** The C type of the member. */
export type FieldType =
  | 'ADDRESS_FAMILY'
  | 'NET_LUID'
  | 'ULONG'
  | 'ULONG64'
  | 'BOOLEAN'
  | 'enum'
  | 'ULONG[16]'
  | 'NL_INTERFACE_OFFLOAD_ROD';

/** Inclusive, in the member's own unit. */
export interface FieldRange {
  readonly min: number;
  readonly max: number;
}

export interface EnumValue {
  readonly value: number;
  /** The enumerator's name in nldef.h. */
  readonly api: string;
}

/** Where a field lives on Linux for one family. `{X}` stands for the interface name. */
export interface LinuxSource {
  readonly source: string;
  readonly access: 'settable' | 'status';
  /** Only where narrower than the field's own. */
  readonly range?: FieldRange;
  /** Only where fewer than the field's own. */
  readonly enumValues?: readonly number[];
}

interface FieldDefinition {
  readonly name: string;
  readonly group: FieldGroup;
  readonly type: FieldType;
  /** Byte offset and size in the 168-byte structure of 64-bit Windows. */
  readonly offset: number;
  readonly size: number;
  readonly access: FieldAccess;
  readonly unit?: 'ms' | 'bytes' | 'bits' | 'probes';
  /** The families the member means something for. */
  readonly families: readonly Family[];
  /** Families it can be set for, with the bounds; none for members that are not settable. */
  readonly range?: Partial<Readonly<Record<Family, FieldRange>>>;
  readonly enumValues?: readonly EnumValue[];
  /** Documented defaults of an ordinary adapter; absent where none is documented. */
  readonly defaults?: Partial<Readonly<Record<Family, number>>>;
  /** Parameter of Set-NetIPInterface. */
  readonly powershell?: string;
  /** Parameter of `netsh interface ipv4|ipv6 set interface`. */
  readonly netsh?: string;
  readonly linux?: Partial<Readonly<Record<Family, LinuxSource>>>;
}

const both: readonly Family[] = ['IPv4', 'IPv6'];
const ipv6: readonly Family[] = ['IPv6'];
const ulongMax = 4294967295;
const intMax = 2147483647;
const flag: FieldRange = { min: 0, max: 1 };
const anyUlong: FieldRange = { min: 0, max: ulongMax };
const linuxTime: FieldRange = { min: 1, max: intMax };

const definitions = [
  {
    name: 'Family',
    group: 'identity',
    type: 'ADDRESS_FAMILY',
    offset: 0,
    size: 2,
    access: 'key',
    families: both,
    linux: {
      IPv4: { source: 'AF_INET', access: 'status' },
      IPv6: { source: 'AF_INET6', access: 'status' },
    },
  },
  {
    name: 'InterfaceLuid',
    group: 'identity',
    type: 'NET_LUID',
    offset: 8,
    size: 8,
    access: 'key',
    families: both,
    linux: {
      IPv4: { source: 'made of the link type and ifindex', access: 'status' },
      IPv6: { source: 'made of the link type and ifindex', access: 'status' },
    },
  },
  {
    name: 'InterfaceIndex',
    group: 'identity',
    type: 'ULONG',
    offset: 16,
    size: 4,
    access: 'key',
    families: both,
    linux: {
      IPv4: { source: 'ifinfomsg.ifi_index', access: 'status' },
      IPv6: { source: 'ifinfomsg.ifi_index', access: 'status' },
    },
  },
  {
    name: 'MaxReassemblySize',
    group: 'identity',
    type: 'ULONG',
    offset: 20,
    size: 4,
    access: 'reserved',
    unit: 'bytes',
    families: both,
  },
  {
    name: 'InterfaceIdentifier',
    group: 'identity',
    type: 'ULONG64',
    offset: 24,
    size: 8,
    access: 'reserved',
    families: both,
  },
  {
    name: 'MinRouterAdvertisementInterval',
    group: 'router-advertising',
    type: 'ULONG',
    offset: 32,
    size: 4,
    access: 'status',
    unit: 'ms',
    families: ipv6,
    defaults: { IPv6: 200 },
  },
  {
    name: 'MaxRouterAdvertisementInterval',
    group: 'router-advertising',
    type: 'ULONG',
    offset: 36,
    size: 4,
    access: 'status',
    unit: 'ms',
    families: ipv6,
    defaults: { IPv6: 600 },
  },
  {
    name: 'AdvertisingEnabled',
    group: 'router-advertising',
    type: 'BOOLEAN',
    offset: 40,
    size: 1,
    access: 'settable',
    families: both,
    range: { IPv4: flag, IPv6: flag },
    defaults: { IPv4: 0, IPv6: 0 },
    powershell: '-Advertising',
    netsh: 'advertise',
  },
  {
    name: 'ForwardingEnabled',
    group: 'routing',
    type: 'BOOLEAN',
    offset: 41,
    size: 1,
    access: 'settable',
    families: both,
    range: { IPv4: flag, IPv6: flag },
    defaults: { IPv4: 0, IPv6: 0 },
    powershell: '-Forwarding',
    netsh: 'forwarding',
    linux: {
      IPv4: { source: 'net.ipv4.conf.{X}.forwarding', access: 'settable' },
      IPv6: {
        source: 'net.ipv6.conf.{X}.force_forwarding',
        access: 'settable',
      },
    },
  },
  {
    name: 'WeakHostSend',
    group: 'routing',
    type: 'BOOLEAN',
    offset: 42,
    size: 1,
    access: 'settable',
    families: both,
    range: { IPv4: flag, IPv6: flag },
    defaults: { IPv4: 0, IPv6: 0 },
    powershell: '-WeakHostSend',
    netsh: 'weakhostsend',
    linux: {
      IPv4: { source: 'always on', access: 'status' },
      IPv6: { source: 'always on', access: 'status' },
    },
  },
  {
    name: 'WeakHostReceive',
    group: 'routing',
    type: 'BOOLEAN',
    offset: 43,
    size: 1,
    access: 'settable',
    families: both,
    range: { IPv4: flag, IPv6: flag },
    defaults: { IPv4: 0, IPv6: 0 },
    powershell: '-WeakHostReceive',
    netsh: 'weakhostreceive',
    linux: {
      IPv4: { source: 'always on', access: 'status' },
      IPv6: { source: 'always on', access: 'status' },
    },
  },
  {
    name: 'UseAutomaticMetric',
    group: 'routing',
    type: 'BOOLEAN',
    offset: 44,
    size: 1,
    access: 'settable',
    families: both,
    range: { IPv4: flag, IPv6: flag },
    defaults: { IPv4: 1, IPv6: 1 },
    powershell: '-AutomaticMetric',
    netsh: 'metric=automatic',
  },
  {
    name: 'UseNeighborUnreachabilityDetection',
    group: 'neighbours',
    type: 'BOOLEAN',
    offset: 45,
    size: 1,
    access: 'settable',
    families: both,
    range: { IPv4: flag, IPv6: flag },
    defaults: { IPv4: 1, IPv6: 1 },
    powershell: '-NeighborUnreachabilityDetection',
    netsh: 'nud',
  },
  {
    name: 'ManagedAddressConfigurationSupported',
    group: 'router-discovery',
    type: 'BOOLEAN',
    offset: 46,
    size: 1,
    access: 'settable',
    families: both,
    range: { IPv4: flag, IPv6: flag },
    powershell: '-ManagedAddressConfiguration',
    netsh: 'managedaddress',
    linux: {
      IPv6: {
        source: 'IFLA_INET6_FLAGS (IF_RA_MANAGED)',
        access: 'status',
      },
    },
  },
  {
    name: 'OtherStatefulConfigurationSupported',
    group: 'router-discovery',
    type: 'BOOLEAN',
    offset: 47,
    size: 1,
    access: 'settable',
    families: both,
    range: { IPv4: flag, IPv6: flag },
    powershell: '-OtherStatefulConfiguration',
    netsh: 'otherstateful',
    linux: {
      IPv6: {
        source: 'IFLA_INET6_FLAGS (IF_RA_OTHERCONF)',
        access: 'status',
      },
    },
  },
  {
    name: 'AdvertiseDefaultRoute',
    group: 'router-advertising',
    type: 'BOOLEAN',
    offset: 48,
    size: 1,
    access: 'settable',
    families: ipv6,
    range: { IPv6: flag },
    defaults: { IPv6: 0 },
    powershell: '-AdvertiseDefaultRoute',
    netsh: 'advertisedefaultroute',
  },
  {
    name: 'RouterDiscoveryBehavior',
    group: 'router-discovery',
    type: 'enum',
    offset: 52,
    size: 4,
    access: 'settable',
    families: both,
    range: { IPv4: { min: 0, max: 2 }, IPv6: { min: 0, max: 2 } },
    enumValues: [
      { value: 0, api: 'RouterDiscoveryDisabled' },
      { value: 1, api: 'RouterDiscoveryEnabled' },
      { value: 2, api: 'RouterDiscoveryDhcp' },
    ],
    defaults: { IPv4: 2, IPv6: 1 },
    powershell: '-RouterDiscovery',
    netsh: 'routerdiscovery',
    linux: {
      IPv6: { source: 'net.ipv6.conf.{X}.accept_ra', access: 'settable', enumValues: [0, 1] },
    },
  },
  {
    name: 'DadTransmits',
    group: 'router-discovery',
    type: 'ULONG',
    offset: 56,
    size: 4,
    access: 'settable',
    unit: 'probes',
    families: both,
    range: { IPv4: anyUlong, IPv6: anyUlong },
    defaults: { IPv4: 3, IPv6: 1 },
    powershell: '-DadTransmits',
    netsh: 'dadtransmits',
    linux: {
      IPv6: {
        source: 'net.ipv6.conf.{X}.dad_transmits',
        access: 'settable',
        range: { min: 0, max: intMax },
      },
    },
  },
  {
    name: 'BaseReachableTime',
    group: 'neighbours',
    type: 'ULONG',
    offset: 60,
    size: 4,
    access: 'settable',
    unit: 'ms',
    families: both,
    range: { IPv4: anyUlong, IPv6: anyUlong },
    defaults: { IPv4: 30000, IPv6: 30000 },
    powershell: '-BaseReachableTimeMs',
    netsh: 'basereachabletime',
    linux: {
      IPv4: {
        source: 'net.ipv4.neigh.{X}.base_reachable_time_ms',
        access: 'settable',
        range: linuxTime,
      },
      IPv6: {
        source: 'net.ipv6.neigh.{X}.base_reachable_time_ms',
        access: 'settable',
        range: linuxTime,
      },
    },
  },
  {
    name: 'RetransmitTime',
    group: 'neighbours',
    type: 'ULONG',
    offset: 64,
    size: 4,
    access: 'settable',
    unit: 'ms',
    families: both,
    range: { IPv4: anyUlong, IPv6: anyUlong },
    defaults: { IPv4: 1000, IPv6: 1000 },
    powershell: '-RetransmitTimeMs',
    netsh: 'retransmittime',
    linux: {
      IPv4: { source: 'net.ipv4.neigh.{X}.retrans_time_ms', access: 'settable', range: linuxTime },
      IPv6: { source: 'net.ipv6.neigh.{X}.retrans_time_ms', access: 'settable', range: linuxTime },
    },
  },
  {
    name: 'PathMtuDiscoveryTimeout',
    group: 'mtu',
    type: 'ULONG',
    offset: 68,
    size: 4,
    access: 'settable',
    unit: 'ms',
    families: both,
    range: { IPv4: anyUlong, IPv6: anyUlong },
  },
  {
    name: 'LinkLocalAddressBehavior',
    group: 'router-discovery',
    type: 'enum',
    offset: 72,
    size: 4,
    access: 'settable',
    families: both,
    range: { IPv4: { min: 0, max: 2 }, IPv6: { min: 0, max: 2 } },
    enumValues: [
      { value: 0, api: 'LinkLocalAlwaysOff' },
      { value: 1, api: 'LinkLocalDelayed' },
      { value: 2, api: 'LinkLocalAlwaysOn' },
    ],
    defaults: { IPv4: 1, IPv6: 2 },
    linux: {
      IPv6: {
        source: 'net.ipv6.conf.{X}.addr_gen_mode',
        access: 'settable',
        enumValues: [0, 2],
      },
    },
  },
  {
    name: 'LinkLocalAddressTimeout',
    group: 'router-discovery',
    type: 'ULONG',
    offset: 76,
    size: 4,
    access: 'settable',
    unit: 'ms',
    families: both,
    range: { IPv4: anyUlong, IPv6: anyUlong },
  },
  {
    name: 'ZoneIndices',
    group: 'identity',
    type: 'ULONG[16]',
    offset: 80,
    size: 64,
    access: 'status',
    families: ipv6,
    linux: { IPv6: { source: 'ifinfomsg.ifi_index', access: 'status' } },
  },
  {
    name: 'SitePrefixLength',
    group: 'router-discovery',
    type: 'ULONG',
    offset: 144,
    size: 4,
    access: 'settable',
    unit: 'bits',
    families: ipv6,
    range: { IPv6: { min: 0, max: 128 } },
    netsh: 'siteprefixlength',
  },
  {
    name: 'Metric',
    group: 'routing',
    type: 'ULONG',
    offset: 148,
    size: 4,
    access: 'settable',
    families: both,
    range: { IPv4: { min: 0, max: intMax }, IPv6: { min: 0, max: intMax } },
    powershell: '-InterfaceMetric',
    netsh: 'metric',
  },
  {
    name: 'NlMtu',
    group: 'mtu',
    type: 'ULONG',
    offset: 152,
    size: 4,
    access: 'settable',
    unit: 'bytes',
    families: both,
    range: { IPv4: { min: 576, max: ulongMax }, IPv6: { min: 1280, max: ulongMax } },
    powershell: '-NlMtuBytes',
    netsh: 'mtu',
    linux: {
      IPv4: {
        source: 'IFLA_MTU (link MTU)',
        access: 'settable',
        range: { min: 576, max: intMax },
      },
      IPv6: {
        source: 'net.ipv6.conf.{X}.mtu',
        access: 'settable',
        range: { min: 1280, max: intMax },
      },
    },
  },
  {
    name: 'Connected',
    group: 'status',
    type: 'BOOLEAN',
    offset: 156,
    size: 1,
    access: 'status',
    families: both,
    linux: {
      IPv4: { source: 'IFLA_CARRIER', access: 'status' },
      IPv6: { source: 'IFLA_CARRIER', access: 'status' },
    },
  },
  {
    name: 'SupportsWakeUpPatterns',
    group: 'status',
    type: 'BOOLEAN',
    offset: 157,
    size: 1,
    access: 'status',
    families: both,
  },
  {
    name: 'SupportsNeighborDiscovery',
    group: 'status',
    type: 'BOOLEAN',
    offset: 158,
    size: 1,
    access: 'status',
    families: both,
    linux: {
      IPv4: { source: 'IFF_NOARP, IFF_LOOPBACK', access: 'status' },
      IPv6: { source: 'IFF_NOARP, IFF_LOOPBACK', access: 'status' },
    },
  },
  {
    name: 'SupportsRouterDiscovery',
    group: 'status',
    type: 'BOOLEAN',
    offset: 159,
    size: 1,
    access: 'status',
    families: both,
    linux: {
      IPv6: { source: 'IFF_LOOPBACK, IFF_MULTICAST', access: 'status' },
    },
  },
  {
    name: 'ReachableTime',
    group: 'neighbours',
    type: 'ULONG',
    offset: 160,
    size: 4,
    access: 'status',
    unit: 'ms',
    families: both,
    linux: {
      IPv4: { source: 'NDTPA_REACHABLE_TIME', access: 'status' },
      IPv6: { source: 'NDTPA_REACHABLE_TIME', access: 'status' },
    },
  },
  {
    name: 'TransmitOffload',
    group: 'status',
    type: 'NL_INTERFACE_OFFLOAD_ROD',
    offset: 164,
    size: 1,
    access: 'status',
    families: both,
    linux: {
      IPv4: { source: 'ethtool features', access: 'status' },
      IPv6: { source: 'ethtool features', access: 'status' },
    },
  },
  {
    name: 'ReceiveOffload',
    group: 'status',
    type: 'NL_INTERFACE_OFFLOAD_ROD',
    offset: 165,
    size: 1,
    access: 'status',
    families: both,
    linux: {
      IPv4: { source: 'ethtool features', access: 'status' },
      IPv6: { source: 'ethtool features', access: 'status' },
    },
  },
  {
    name: 'DisableDefaultRoutes',
    group: 'routing',
    type: 'BOOLEAN',
    offset: 166,
    size: 1,
    access: 'settable',
    families: both,
    range: { IPv4: flag, IPv6: flag },
    defaults: { IPv4: 0, IPv6: 0 },
    powershell: '-IgnoreDefaultRoutes',
    netsh: 'ignoredefaultroutes',
    linux: {
      IPv4: { source: 'default routes of the main table', access: 'settable' },
      IPv6: {
        source: 'default routes of the main table, net.ipv6.conf.{X}.accept_ra_defrtr',
        access: 'settable',
      },
    },
  },
] as const satisfies readonly FieldDefinition[];

/** A member's name, exactly as the API spells it. */
export type FieldName = (typeof definitions)[number]['name'];

export interface Field extends FieldDefinition {
  readonly name: FieldName;
}

/** All 35 members, in the order of the structure; the position is the field's number in the helper's protocol. */
export const fields: readonly Field[] = definitions;

const byName: ReadonlyMap<string, Field> = new Map(fields.map((field) => [field.name, field]));

/** The member with this name; throws on a name that is none, which only a programming error can bring. */
export function fieldNamed(name: FieldName): Field {
  const field = byName.get(name);
  if (!field) throw new RangeError(`No member of MIB_IPINTERFACE_ROW is called ${name}`);
  return field;
}

/** Whether text from outside is a member's name. */
export function isFieldName(text: string): text is FieldName {
  return byName.has(text);
}

/** The member's number in the helper's protocol. */
export function fieldNumber(name: FieldName): number {
  return fields.findIndex((field) => field.name === name);
}

/** Bits of NL_INTERFACE_OFFLOAD_ROD (nldef.h), lowest first. */
export const offloadBits: readonly string[] = [
  'NlChecksum',
  'NlOptions',
  'TlDatagramChecksum',
  'TlStreamChecksum',
  'TlStreamOptions',
  'FastPathCompatible',
  'TlLargeSendOffload',
  'TlGiantSendOffload',
];
