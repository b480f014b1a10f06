// SPDX-License-Identifier: MIT
// What a stack shows, as plain data. The addon sends it as rows without names (native/addon/snapshot_json.cpp),
// and electron/native/snapshot-text.ts makes these shapes of them.

import type { AdapterKind } from './adapter-kind';
import type { Family, StackName } from './family';
import type { FieldName } from './fields';
import type { Refusal } from './refusals';

/** NET_LUID as a decimal string: it exceeds what a number holds exactly. */
export type Luid = string;

/** An address in its usual text form, with %zone where it has one. */
export type AddressText = string;

/** One MIB_IF_ROW2 without its counters. */
export interface Adapter {
  readonly luid: Luid;
  readonly index: number;
  /** "{8-4-4-4-12}"; empty on Linux. */
  readonly guid: string;
  readonly alias: string;
  readonly description: string;
  /** "02:fc:00:00:00:01"; empty where there is none. */
  readonly physicalAddress: string;
  readonly permanentPhysicalAddress: string;
  /** Link MTU in bytes. */
  readonly mtu: number;
  /** IANA ifType. */
  readonly type: number;
  readonly tunnelType: number;
  readonly physicalMediumType: number;
  readonly interfaceAndOperStatusFlags: number;
  readonly operStatus: number;
  readonly adminStatus: number;
  readonly mediaConnectState: number;
  /** Bits per second as decimal strings; all ones = unknown. */
  readonly transmitLinkSpeed: string;
  readonly receiveLinkSpeed: string;
  /** Linux IFLA_INFO_KIND; empty elsewhere. */
  readonly linkKind: string;
  /** Linux: the bridge, bond, team or VRF that it is a port of; "0" where there is none. */
  readonly master: Luid;
  /** Linux, of linkKind "tun": 1 tun, 2 tap; 0 otherwise. */
  readonly tunType: number;
  /** As recognised from all of this, and from its addresses. */
  readonly kind: AdapterKind;
  /** Windows: ComponentId of its driver, in whatever case ("tap0901", "wintun", "vms_mp"); empty elsewhere. */
  readonly driver: string;
}

/** BOOLEAN 0/1, enums and ULONG as numbers; LUID and ULONG64 as decimal strings; ZoneIndices as 16 numbers; null = not available here. */
export type FieldValue = number | string | readonly number[] | null;

/** One row of the IP interface table. Key: (luid, family). */
export interface IpInterface {
  readonly luid: Luid;
  readonly family: Family;
  readonly values: Readonly<Record<FieldName, FieldValue>>;
  /** Fields that cannot be set here now although the table says settable, and why. */
  readonly refusals: Readonly<Partial<Record<FieldName, Refusal>>>;
  /** Linux: default routes came back by themselves although DisableDefaultRoutes is on. */
  readonly defaultRoutesOverridden: boolean;
}

/** One MIB_UNICASTIPADDRESS_ROW. Lifetimes in seconds, 4294967295 = infinite. */
export interface UnicastAddress {
  readonly luid: Luid;
  readonly family: Family;
  readonly address: AddressText;
  readonly prefixLength: number;
  readonly validLifetime: number;
  readonly preferredLifetime: number;
  /** IP_DAD_STATE. */
  readonly dadState: number;
  readonly skipAsSource: boolean;
}

export interface RouteHop {
  readonly luid: Luid;
  readonly nextHop: AddressText;
  readonly weight: number;
  readonly flags: number;
}

/** One MIB_IPFORWARD_ROW2 with what Linux adds; numbers as the platform has them (native/stack/snapshot.h). */
export interface Route {
  readonly family: Family;
  /** "0" where no interface belongs to it. */
  readonly luid: Luid;
  readonly destination: AddressText;
  readonly prefixLength: number;
  readonly source: AddressText;
  readonly sourcePrefixLength: number;
  /** All zeros = on-link. */
  readonly nextHop: AddressText;
  readonly preferredSource: AddressText | null;
  readonly metric: number;
  readonly protocol: number;
  readonly origin: number;
  readonly table: number;
  readonly type: number;
  readonly scope: number;
  readonly tos: number;
  readonly flags: number;
  readonly validLifetime: number;
  readonly preference: number;
  readonly nexthopId: number;
  readonly mtu: number;
  readonly hops: readonly RouteHop[];
}

/** A policy routing rule (Linux); numbers as the kernel has them (native/stack/snapshot.h). */
export interface Rule {
  readonly family: Family;
  readonly priority: number;
  readonly invert: boolean;
  readonly source: AddressText;
  readonly sourcePrefixLength: number;
  readonly destination: AddressText;
  readonly destinationPrefixLength: number;
  readonly inputInterface: string;
  readonly outputInterface: string;
  readonly tos: number;
  readonly mark: number;
  readonly markMask: number;
  readonly action: number;
  readonly table: number;
  readonly gotoPriority: number;
  readonly suppressPrefixLength: number;
  readonly suppressInterfaceGroup: number;
  readonly ipProtocol: number;
  readonly sourcePorts: readonly [number, number] | null;
  readonly destinationPorts: readonly [number, number] | null;
  readonly uidRange: readonly [number, number] | null;
  readonly l3mdev: boolean;
}

/** luid "0" where the system names no adapter. */
export interface DnsServer {
  readonly luid: Luid;
  readonly address: AddressText;
}

/**
 * An IPsec policy for packets that leave (Linux); numbers as the kernel has them (native/stack/snapshot.h). The kernel
 * tells them to CAP_NET_ADMIN alone: an empty list may mean that nobody was told.
 */
export interface IpsecPolicy {
  readonly family: Family;
  readonly source: AddressText;
  readonly sourcePrefixLength: number;
  readonly destination: AddressText;
  readonly destinationPrefixLength: number;
  /** It names a protocol, ports, a link or a user besides: it is for some of these packets alone. */
  readonly limited: boolean;
  /** Of those that fit a packet the lowest decides. */
  readonly priority: number;
  /** XFRM_POLICY_*: 0 allow, 1 block. */
  readonly action: number;
  /** For packets through the xfrm interface of this number alone; 0 = none. */
  readonly interfaceId: number;
  /** For packets whose mark is this, within the mask. */
  readonly mark: number;
  readonly markMask: number;
  /** Some transformation has to be made. */
  readonly encrypts: boolean;
  /** One of them puts packets into a tunnel. */
  readonly tunnel: boolean;
}

/** Everything at one moment. */
export interface Snapshot {
  readonly stack: StackName;
  readonly adapters: readonly Adapter[];
  readonly ipInterfaces: readonly IpInterface[];
  readonly unicastAddresses: readonly UnicastAddress[];
  readonly routes: readonly Route[];
  readonly rules: readonly Rule[];
  readonly dnsServers: readonly DnsServer[];
  readonly ipsecPolicies: readonly IpsecPolicy[];
}

/** Key of a row of the IP interface table. */
export interface IpInterfaceKey {
  readonly luid: Luid;
  readonly family: Family;
}

/** The key as one string, for maps and test ids. */
export function ipInterfaceId(key: IpInterfaceKey): string {
  return `${key.luid}-${key.family}`;
}

/** A route as one string: everything that tells two routes of a system apart. Windows and Linux know no twins. */
export function routeId(route: Route): string {
  const { family, table, destination, prefixLength, source, sourcePrefixLength, tos, type } = route;
  const hops = route.hops.map(({ luid, nextHop, weight }) => `${luid}>${nextHop}*${weight}`);
  return [
    [family, table, `${destination}/${prefixLength}`, `${source}/${sourcePrefixLength}`, tos, type],
    [route.luid, route.nextHop, route.metric, route.protocol, route.origin, route.preference],
    hops,
  ]
    .flat()
    .join(' ');
}

/** What a live lookup answers. */
export interface BestRoute {
  readonly luid: Luid;
  readonly destination: AddressText;
  readonly prefixLength: number;
  readonly nextHop: AddressText;
  readonly source: AddressText;
  readonly metric: number;
  readonly table: number;
  readonly type: number;
}
