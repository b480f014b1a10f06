// SPDX-License-Identifier: MIT
// The one field table: every member of MIB_IPINTERFACE_ROW, once, in the order of the structure.
// Sources: MIB_IPINTERFACE_ROW and SetIpInterfaceEntry (netioapi.h), Set-NetIPInterface, netsh interface,
// and for Linux Documentation/networking/ip-sysctl and rtnetlink(7).

import type { Family } from './family';

export type FieldGroup =
  | 'Routing'
  | 'MTU'
  | 'Router discovery and addresses'
  | 'Neighbours'
  | 'Router advertising'
  | 'Status'
  | 'Identity and reserved';

/** In the order of the detail pane. */
export const fieldGroups: readonly FieldGroup[] = [
  'Routing',
  'MTU',
  'Router discovery and addresses',
  'Neighbours',
  'Router advertising',
  'Status',
  'Identity and reserved',
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
  /** As people read it. */
  readonly label: string;
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
  /** Why it is not settable, or what to know before setting it, on Linux. */
  readonly note?: string;
}

interface FieldDefinition {
  readonly name: string;
  readonly label: string;
  readonly group: FieldGroup;
  readonly type: FieldType;
  /** Byte offset and size in the 168-byte structure (x64). */
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
  /** What it does, in one plain sentence. */
  readonly description: string;
  /** What can go wrong, in one plain sentence. */
  readonly caution?: string;
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
    label: 'Family',
    group: 'Identity and reserved',
    type: 'ADDRESS_FAMILY',
    offset: 0,
    size: 2,
    access: 'key',
    families: both,
    description: 'Whether this row is about IPv4 or IPv6.',
    linux: {
      IPv4: { source: 'AF_INET', access: 'status' },
      IPv6: { source: 'AF_INET6', access: 'status' },
    },
  },
  {
    name: 'InterfaceLuid',
    label: 'Interface LUID',
    group: 'Identity and reserved',
    type: 'NET_LUID',
    offset: 8,
    size: 8,
    access: 'key',
    families: both,
    description:
      'Names the adapter for as long as it exists; with the family it is the key of this row.',
    linux: {
      IPv4: { source: 'made of the link type and ifindex', access: 'status' },
      IPv6: { source: 'made of the link type and ifindex', access: 'status' },
    },
  },
  {
    name: 'InterfaceIndex',
    label: 'Interface index',
    group: 'Identity and reserved',
    type: 'ULONG',
    offset: 16,
    size: 4,
    access: 'key',
    families: both,
    description:
      'A short number for the adapter that changes when it is disabled and enabled again.',
    linux: {
      IPv4: { source: 'ifinfomsg.ifi_index', access: 'status' },
      IPv6: { source: 'ifinfomsg.ifi_index', access: 'status' },
    },
  },
  {
    name: 'MaxReassemblySize',
    label: 'Maximum reassembly size',
    group: 'Identity and reserved',
    type: 'ULONG',
    offset: 20,
    size: 4,
    access: 'reserved',
    unit: 'bytes',
    families: both,
    description: 'Reserved by Windows; always 0.',
  },
  {
    name: 'InterfaceIdentifier',
    label: 'Interface identifier',
    group: 'Identity and reserved',
    type: 'ULONG64',
    offset: 24,
    size: 8,
    access: 'reserved',
    families: both,
    description: 'Reserved by Windows.',
  },
  {
    name: 'MinRouterAdvertisementInterval',
    label: 'Minimum router advertisement interval',
    group: 'Router advertising',
    type: 'ULONG',
    offset: 32,
    size: 4,
    access: 'status',
    unit: 'ms',
    families: ipv6,
    defaults: { IPv6: 200 },
    description:
      'The shortest time between two router advertisements sent here, while advertising is on.',
  },
  {
    name: 'MaxRouterAdvertisementInterval',
    label: 'Maximum router advertisement interval',
    group: 'Router advertising',
    type: 'ULONG',
    offset: 36,
    size: 4,
    access: 'status',
    unit: 'ms',
    families: ipv6,
    defaults: { IPv6: 600 },
    description:
      'The longest time between two router advertisements sent here, while advertising is on.',
  },
  {
    name: 'AdvertisingEnabled',
    label: 'Router advertising',
    group: 'Router advertising',
    type: 'BOOLEAN',
    offset: 40,
    size: 1,
    access: 'settable',
    families: both,
    range: { IPv4: flag, IPv6: flag },
    defaults: { IPv4: 0, IPv6: 0 },
    description: 'Sends router advertisements, so that other computers use this one as a router.',
    caution: 'Turn this on only on a computer that is meant to be a router.',
    powershell: '-Advertising',
    netsh: 'advertise',
  },
  {
    name: 'ForwardingEnabled',
    label: 'Forwarding',
    group: 'Routing',
    type: 'BOOLEAN',
    offset: 41,
    size: 1,
    access: 'settable',
    families: both,
    range: { IPv4: flag, IPv6: flag },
    defaults: { IPv4: 0, IPv6: 0 },
    description: 'Lets packets that arrive here leave through other interfaces.',
    caution:
      'Sharing, virtual machines and containers need it where they turned it on; on a physical adapter it can let VPN traffic loop back.',
    powershell: '-Forwarding',
    netsh: 'forwarding',
    linux: {
      IPv4: { source: 'net.ipv4.conf.{X}.forwarding', access: 'settable' },
      IPv6: {
        source: 'net.ipv6.conf.{X}.force_forwarding',
        access: 'settable',
        note: 'Kernels before 6.17 can only show net.ipv6.conf.{X}.forwarding: changing that also drops default routes that routers announced.',
      },
    },
  },
  {
    name: 'WeakHostSend',
    label: 'Weak host send',
    group: 'Routing',
    type: 'BOOLEAN',
    offset: 42,
    size: 1,
    access: 'settable',
    families: both,
    range: { IPv4: flag, IPv6: flag },
    defaults: { IPv4: 0, IPv6: 0 },
    description: 'Allows packets sent here to carry an address that belongs to another interface.',
    caution: 'On a physical adapter it can let VPN traffic leave outside the VPN.',
    powershell: '-WeakHostSend',
    netsh: 'weakhostsend',
    linux: {
      IPv4: { source: 'always on', access: 'status', note: 'Linux is always a weak host.' },
      IPv6: { source: 'always on', access: 'status', note: 'Linux is always a weak host.' },
    },
  },
  {
    name: 'WeakHostReceive',
    label: 'Weak host receive',
    group: 'Routing',
    type: 'BOOLEAN',
    offset: 43,
    size: 1,
    access: 'settable',
    families: both,
    range: { IPv4: flag, IPv6: flag },
    defaults: { IPv4: 0, IPv6: 0 },
    description: 'Accepts packets that arrive here for an address of another interface.',
    caution: 'Makes addresses of other adapters reachable from this network.',
    powershell: '-WeakHostReceive',
    netsh: 'weakhostreceive',
    linux: {
      IPv4: { source: 'always on', access: 'status', note: 'Linux is always a weak host.' },
      IPv6: { source: 'always on', access: 'status', note: 'Linux is always a weak host.' },
    },
  },
  {
    name: 'UseAutomaticMetric',
    label: 'Automatic metric',
    group: 'Routing',
    type: 'BOOLEAN',
    offset: 44,
    size: 1,
    access: 'settable',
    families: both,
    range: { IPv4: flag, IPv6: flag },
    defaults: { IPv4: 1, IPv6: 1 },
    description: 'Lets Windows choose the interface metric from the speed of the link.',
    powershell: '-AutomaticMetric',
    netsh: 'metric=automatic',
  },
  {
    name: 'UseNeighborUnreachabilityDetection',
    label: 'Neighbour unreachability detection',
    group: 'Neighbours',
    type: 'BOOLEAN',
    offset: 45,
    size: 1,
    access: 'settable',
    families: both,
    range: { IPv4: flag, IPv6: flag },
    defaults: { IPv4: 1, IPv6: 1 },
    description: 'Notices when a neighbour stops answering and looks for another way.',
    caution: 'Windows may accept only one direction of this change until the interface restarts.',
    powershell: '-NeighborUnreachabilityDetection',
    netsh: 'nud',
  },
  {
    name: 'ManagedAddressConfigurationSupported',
    label: 'Address from DHCP (managed flag)',
    group: 'Router discovery and addresses',
    type: 'BOOLEAN',
    offset: 46,
    size: 1,
    access: 'settable',
    families: both,
    range: { IPv4: flag, IPv6: flag },
    description: 'Gets the address from a DHCP server.',
    caution:
      'Router advertisements overwrite it while router discovery is on and advertising is off.',
    powershell: '-ManagedAddressConfiguration',
    netsh: 'managedaddress',
    linux: {
      IPv6: {
        source: 'IFLA_INET6_FLAGS (IF_RA_MANAGED)',
        access: 'status',
        note: 'Router advertisements set it.',
      },
    },
  },
  {
    name: 'OtherStatefulConfigurationSupported',
    label: 'Other settings from DHCP (other flag)',
    group: 'Router discovery and addresses',
    type: 'BOOLEAN',
    offset: 47,
    size: 1,
    access: 'settable',
    families: both,
    range: { IPv4: flag, IPv6: flag },
    description: 'Gets settings other than the address from a DHCP server.',
    caution:
      'Router advertisements overwrite it while router discovery is on and advertising is off.',
    powershell: '-OtherStatefulConfiguration',
    netsh: 'otherstateful',
    linux: {
      IPv6: {
        source: 'IFLA_INET6_FLAGS (IF_RA_OTHERCONF)',
        access: 'status',
        note: 'Router advertisements set it.',
      },
    },
  },
  {
    name: 'AdvertiseDefaultRoute',
    label: 'Advertise default route',
    group: 'Router advertising',
    type: 'BOOLEAN',
    offset: 48,
    size: 1,
    access: 'settable',
    families: ipv6,
    range: { IPv6: flag },
    defaults: { IPv6: 0 },
    description: 'Announces this computer as a default router, while advertising is on.',
    caution: 'Turn this on only on a computer that is meant to be a router.',
    powershell: '-AdvertiseDefaultRoute',
    netsh: 'advertisedefaultroute',
  },
  {
    name: 'RouterDiscoveryBehavior',
    label: 'Router discovery',
    group: 'Router discovery and addresses',
    type: 'enum',
    offset: 52,
    size: 4,
    access: 'settable',
    families: both,
    range: { IPv4: { min: 0, max: 2 }, IPv6: { min: 0, max: 2 } },
    enumValues: [
      { value: 0, label: 'Disabled', api: 'RouterDiscoveryDisabled' },
      { value: 1, label: 'Enabled', api: 'RouterDiscoveryEnabled' },
      { value: 2, label: 'Controlled by DHCP', api: 'RouterDiscoveryDhcp' },
    ],
    defaults: { IPv4: 2, IPv6: 1 },
    description: 'Learns routers, routes and addresses from router advertisements.',
    caution: 'When it is disabled, addresses and routes that routers announced run out.',
    powershell: '-RouterDiscovery',
    netsh: 'routerdiscovery',
    linux: {
      IPv6: { source: 'net.ipv6.conf.{X}.accept_ra', access: 'settable', enumValues: [0, 1] },
    },
  },
  {
    name: 'DadTransmits',
    label: 'Duplicate address probes',
    group: 'Router discovery and addresses',
    type: 'ULONG',
    offset: 56,
    size: 4,
    access: 'settable',
    unit: 'probes',
    families: both,
    range: { IPv4: anyUlong, IPv6: anyUlong },
    defaults: { IPv4: 3, IPv6: 1 },
    description:
      'How many probes check that no other computer uses an address; 0 turns the check off.',
    caution: 'Many probes delay every new address by about a second each.',
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
    label: 'Base reachable time',
    group: 'Neighbours',
    type: 'ULONG',
    offset: 60,
    size: 4,
    access: 'settable',
    unit: 'ms',
    families: both,
    range: { IPv4: anyUlong, IPv6: anyUlong },
    defaults: { IPv4: 30000, IPv6: 30000 },
    description: 'About how long a neighbour that answered counts as reachable.',
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
    label: 'Retransmit time',
    group: 'Neighbours',
    type: 'ULONG',
    offset: 64,
    size: 4,
    access: 'settable',
    unit: 'ms',
    families: both,
    range: { IPv4: anyUlong, IPv6: anyUlong },
    defaults: { IPv4: 1000, IPv6: 1000 },
    description: 'How long to wait for a neighbour before asking again.',
    powershell: '-RetransmitTimeMs',
    netsh: 'retransmittime',
    linux: {
      IPv4: { source: 'net.ipv4.neigh.{X}.retrans_time_ms', access: 'settable', range: linuxTime },
      IPv6: { source: 'net.ipv6.neigh.{X}.retrans_time_ms', access: 'settable', range: linuxTime },
    },
  },
  {
    name: 'PathMtuDiscoveryTimeout',
    label: 'Path MTU discovery timeout',
    group: 'MTU',
    type: 'ULONG',
    offset: 68,
    size: 4,
    access: 'settable',
    unit: 'ms',
    families: both,
    range: { IPv4: anyUlong, IPv6: anyUlong },
    description: 'How long a smaller MTU found on a path is remembered.',
  },
  {
    name: 'LinkLocalAddressBehavior',
    label: 'Link-local address',
    group: 'Router discovery and addresses',
    type: 'enum',
    offset: 72,
    size: 4,
    access: 'settable',
    families: both,
    range: { IPv4: { min: 0, max: 2 }, IPv6: { min: 0, max: 2 } },
    enumValues: [
      { value: 0, label: 'Never', api: 'LinkLocalAlwaysOff' },
      { value: 1, label: 'When there is no other address', api: 'LinkLocalDelayed' },
      { value: 2, label: 'Always', api: 'LinkLocalAlwaysOn' },
    ],
    defaults: { IPv4: 1, IPv6: 2 },
    description: 'When the interface gives itself an address that works on its own link only.',
    caution: 'IPv6 needs a link-local address to find routers and neighbours.',
    linux: {
      IPv6: {
        source: 'net.ipv6.conf.{X}.addr_gen_mode',
        access: 'settable',
        enumValues: [0, 2],
        note: 'Takes effect when the link comes up the next time.',
      },
    },
  },
  {
    name: 'LinkLocalAddressTimeout',
    label: 'Link-local address timeout',
    group: 'Router discovery and addresses',
    type: 'ULONG',
    offset: 76,
    size: 4,
    access: 'settable',
    unit: 'ms',
    families: both,
    range: { IPv4: anyUlong, IPv6: anyUlong },
    description: 'How long to wait for another address before a link-local one is used.',
  },
  {
    name: 'ZoneIndices',
    label: 'Zone indices',
    group: 'Identity and reserved',
    type: 'ULONG[16]',
    offset: 80,
    size: 64,
    access: 'status',
    families: ipv6,
    description: 'The zone of each address scope, as in the part after % of an address.',
    linux: { IPv6: { source: 'ifinfomsg.ifi_index', access: 'status' } },
  },
  {
    name: 'SitePrefixLength',
    label: 'Site prefix length',
    group: 'Router discovery and addresses',
    type: 'ULONG',
    offset: 144,
    size: 4,
    access: 'settable',
    unit: 'bits',
    families: ipv6,
    range: { IPv6: { min: 0, max: 128 } },
    description: 'How many leading bits of an address belong to the site.',
    netsh: 'siteprefixlength',
  },
  {
    name: 'Metric',
    label: 'Metric',
    group: 'Routing',
    type: 'ULONG',
    offset: 148,
    size: 4,
    access: 'settable',
    families: both,
    range: { IPv4: { min: 0, max: intMax }, IPv6: { min: 0, max: intMax } },
    description:
      'Added to the metric of every route through this interface; the lowest sum wins. A fixed number turns the automatic metric off.',
    caution: 'Programs disagree about 0: some mean the lowest, some mean automatic. Use 1 or more.',
    powershell: '-InterfaceMetric',
    netsh: 'metric',
  },
  {
    name: 'NlMtu',
    label: 'MTU',
    group: 'MTU',
    type: 'ULONG',
    offset: 152,
    size: 4,
    access: 'settable',
    unit: 'bytes',
    families: both,
    range: { IPv4: { min: 576, max: ulongMax }, IPv6: { min: 1280, max: ulongMax } },
    description: 'The largest packet sent through this interface.',
    caution: 'Above what the link carries, large packets are lost; below 1280 IPv6 stops.',
    powershell: '-NlMtuBytes',
    netsh: 'mtu',
    linux: {
      IPv4: {
        source: 'IFLA_MTU (link MTU)',
        access: 'settable',
        range: { min: 576, max: intMax },
        note: 'The link MTU, which the IPv6 MTU follows. At least 1280 while the link has IPv6.',
      },
      IPv6: {
        source: 'net.ipv6.conf.{X}.mtu',
        access: 'settable',
        range: { min: 1280, max: intMax },
        note: 'At most the link MTU.',
      },
    },
  },
  {
    name: 'Connected',
    label: 'Connected',
    group: 'Status',
    type: 'BOOLEAN',
    offset: 156,
    size: 1,
    access: 'status',
    families: both,
    description: 'Whether the interface is attached to a network.',
    linux: {
      IPv4: { source: 'IFLA_CARRIER', access: 'status' },
      IPv6: { source: 'IFLA_CARRIER', access: 'status' },
    },
  },
  {
    name: 'SupportsWakeUpPatterns',
    label: 'Supports wake-up patterns',
    group: 'Status',
    type: 'BOOLEAN',
    offset: 157,
    size: 1,
    access: 'status',
    families: both,
    description: 'Whether the adapter can wake the computer when a certain packet arrives.',
  },
  {
    name: 'SupportsNeighborDiscovery',
    label: 'Supports neighbour discovery',
    group: 'Status',
    type: 'BOOLEAN',
    offset: 158,
    size: 1,
    access: 'status',
    families: both,
    description: 'Whether the interface finds its neighbours by ARP or Neighbour Discovery.',
    linux: {
      IPv4: { source: 'IFF_NOARP, IFF_LOOPBACK', access: 'status' },
      IPv6: { source: 'IFF_NOARP, IFF_LOOPBACK', access: 'status' },
    },
  },
  {
    name: 'SupportsRouterDiscovery',
    label: 'Supports router discovery',
    group: 'Status',
    type: 'BOOLEAN',
    offset: 159,
    size: 1,
    access: 'status',
    families: both,
    description: 'Whether the interface can learn routers from their announcements.',
    linux: {
      IPv6: { source: 'IFF_LOOPBACK, IFF_MULTICAST', access: 'status' },
    },
  },
  {
    name: 'ReachableTime',
    label: 'Reachable time',
    group: 'Neighbours',
    type: 'ULONG',
    offset: 160,
    size: 4,
    access: 'status',
    unit: 'ms',
    families: both,
    description:
      'The random time around the base reachable time that is in use now; it changes by itself.',
    linux: {
      IPv4: { source: 'NDTPA_REACHABLE_TIME', access: 'status' },
      IPv6: { source: 'NDTPA_REACHABLE_TIME', access: 'status' },
    },
  },
  {
    name: 'TransmitOffload',
    label: 'Transmit offload',
    group: 'Status',
    type: 'NL_INTERFACE_OFFLOAD_ROD',
    offset: 164,
    size: 1,
    access: 'status',
    families: both,
    description: 'Work on outgoing packets that the adapter takes over.',
    linux: {
      IPv4: { source: 'ethtool features', access: 'status' },
      IPv6: { source: 'ethtool features', access: 'status' },
    },
  },
  {
    name: 'ReceiveOffload',
    label: 'Receive offload',
    group: 'Status',
    type: 'NL_INTERFACE_OFFLOAD_ROD',
    offset: 165,
    size: 1,
    access: 'status',
    families: both,
    description: 'Work on incoming packets that the adapter takes over.',
    linux: {
      IPv4: { source: 'ethtool features', access: 'status' },
      IPv6: { source: 'ethtool features', access: 'status' },
    },
  },
  {
    name: 'DisableDefaultRoutes',
    label: 'Disable default routes',
    group: 'Routing',
    type: 'BOOLEAN',
    offset: 166,
    size: 1,
    access: 'settable',
    families: both,
    range: { IPv4: flag, IPv6: flag },
    defaults: { IPv4: 0, IPv6: 0 },
    description:
      'On: this interface’s default routes aren’t used. It is “Use for internet traffic”, reversed.',
    caution: 'On the only way to the internet it stops websites and remote sessions.',
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
