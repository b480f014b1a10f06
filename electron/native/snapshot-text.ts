// SPDX-License-Identifier: MIT
// Makes the shapes of electron/contract/snapshot.ts from the addon's text, in which a row is an array of its
// members in their order (native/addon/snapshot_json.h says why). Literals, since V8 makes objects of one shape
// from them fastest; a member that is missing does not compile.

import type { Family, StackName } from '../contract/family';
import type {
  Adapter,
  AddressText,
  BestRoute,
  DnsServer,
  FieldValue,
  IpInterface,
  IpsecPolicy,
  Luid,
  Route,
  RouteHop,
  Rule,
  Snapshot,
  UnicastAddress,
} from '../contract/snapshot';
import { routeOn } from '../contract/route-course';
import type { RouteCourse } from '../contract/route-course';
import type { SnapshotPatch, Splice } from '../contract/snapshot-patch';
import { adapterKind } from './adapter-kind';
import type { Json } from './addon';

/** `Count` cells of a type. */
type Cells<
  Cell,
  Count extends number,
  Sofar extends readonly Cell[] = [],
> = Sofar['length'] extends Count ? Sofar : Cells<Cell, Count, readonly [...Sofar, Cell]>;

type CellRange = readonly [number, number] | null;

type AdapterCells = readonly [
  ...[luid: Luid, index: number],
  ...names: Cells<string, 5>,
  ...numbers: Cells<number, 8>,
  ...speedsAndKind: Cells<string, 3>,
  ...[master: Luid, tunType: number, driver: string],
  addresses: readonly AddressText[],
];
type IpInterfaceCells = readonly [
  luid: Luid,
  family: Family,
  values: Cells<FieldValue, 35>,
  refusals: number,
  defaultRoutesOverridden: boolean,
];
type UnicastAddressCells = readonly [
  ...[luid: Luid, family: Family, address: AddressText],
  ...numbers: Cells<number, 4>,
  skipAsSource: boolean,
];
type RouteHopCells = readonly [luid: Luid, nextHop: AddressText, weight: number, flags: number];
type RouteCells = readonly [destination: AddressText, prefixLength: number, course: number];
type CourseCells = readonly [
  ...[family: Family, luid: Luid],
  ...[source: AddressText, sourcePrefixLength: number],
  ...[nextHop: AddressText, preferredSource: AddressText | null],
  ...numbers: Cells<number, 12>,
  hops: readonly RouteHopCells[],
];
type RuleCells = readonly [
  ...[family: Family, priority: number, invert: boolean],
  ...[source: AddressText, sourcePrefixLength: number],
  ...[destination: AddressText, destinationPrefixLength: number],
  ...[inputInterface: string, outputInterface: string],
  ...numbers: Cells<number, 9>,
  ...ranges: Cells<CellRange, 3>,
  l3mdev: boolean,
];
type DnsServerCells = readonly [luid: Luid, address: AddressText];
type IpsecPolicyCells = readonly [
  family: Family,
  ...[source: AddressText, sourcePrefixLength: number],
  ...[destination: AddressText, destinationPrefixLength: number],
  limited: boolean,
  ...numbers: Cells<number, 5>,
  ...[encrypts: boolean, tunnel: boolean],
];
type BestRouteCells = readonly [
  ...[luid: Luid, destination: AddressText, prefixLength: number],
  ...[nextHop: AddressText, source: AddressText],
  ...numbers: Cells<number, 3>,
];

type RefusalLists = readonly IpInterface['refusals'][];

/** What rows refer to by number, each written once. */
interface Shared {
  readonly refusals: RefusalLists;
  readonly courses: readonly CourseCells[];
}

interface Lists {
  readonly adapters: readonly AdapterCells[];
  readonly ipInterfaces: readonly IpInterfaceCells[];
  readonly unicastAddresses: readonly UnicastAddressCells[];
  readonly routes: readonly RouteCells[];
  readonly rules: readonly RuleCells[];
  readonly dnsServers: readonly DnsServerCells[];
  readonly ipsecPolicies: readonly IpsecPolicyCells[];
}

type SnapshotText = Lists & Shared & { readonly stack: StackName };

type SpliceCells<Cells> = readonly [start: number, removed: number, rows: readonly Cells[]];

/** A list that did not change is not there. */
type PatchText = {
  readonly [List in keyof Lists]?: readonly SpliceCells<Lists[List][number]>[];
} & Shared;

/** An adapter and what kind it is, told from its addresses, too. */
function adapter(cells: AdapterCells): Adapter {
  const described = describedAdapter(cells);
  return { ...described, kind: adapterKind(described, cells[21]) };
}

function describedAdapter(cells: AdapterCells): Omit<Adapter, 'kind'> {
  return {
    luid: cells[0],
    index: cells[1],
    guid: cells[2],
    alias: cells[3],
    description: cells[4],
    physicalAddress: cells[5],
    permanentPhysicalAddress: cells[6],
    mtu: cells[7],
    type: cells[8],
    tunnelType: cells[9],
    physicalMediumType: cells[10],
    interfaceAndOperStatusFlags: cells[11],
    operStatus: cells[12],
    adminStatus: cells[13],
    mediaConnectState: cells[14],
    transmitLinkSpeed: cells[15],
    receiveLinkSpeed: cells[16],
    linkKind: cells[17],
    master: cells[18],
    tunType: cells[19],
    driver: cells[20],
  };
}

function values(cells: Cells<FieldValue, 35>): IpInterface['values'] {
  return {
    Family: cells[0],
    InterfaceLuid: cells[1],
    InterfaceIndex: cells[2],
    MaxReassemblySize: cells[3],
    InterfaceIdentifier: cells[4],
    MinRouterAdvertisementInterval: cells[5],
    MaxRouterAdvertisementInterval: cells[6],
    AdvertisingEnabled: cells[7],
    ForwardingEnabled: cells[8],
    WeakHostSend: cells[9],
    WeakHostReceive: cells[10],
    UseAutomaticMetric: cells[11],
    UseNeighborUnreachabilityDetection: cells[12],
    ManagedAddressConfigurationSupported: cells[13],
    OtherStatefulConfigurationSupported: cells[14],
    AdvertiseDefaultRoute: cells[15],
    RouterDiscoveryBehavior: cells[16],
    DadTransmits: cells[17],
    BaseReachableTime: cells[18],
    RetransmitTime: cells[19],
    PathMtuDiscoveryTimeout: cells[20],
    LinkLocalAddressBehavior: cells[21],
    LinkLocalAddressTimeout: cells[22],
    ZoneIndices: cells[23],
    SitePrefixLength: cells[24],
    Metric: cells[25],
    NlMtu: cells[26],
    Connected: cells[27],
    SupportsWakeUpPatterns: cells[28],
    SupportsNeighborDiscovery: cells[29],
    SupportsRouterDiscovery: cells[30],
    ReachableTime: cells[31],
    TransmitOffload: cells[32],
    ReceiveOffload: cells[33],
    DisableDefaultRoutes: cells[34],
  };
}

function ipInterface(cells: IpInterfaceCells, refusals: RefusalLists): IpInterface {
  return {
    luid: cells[0],
    family: cells[1],
    values: values(cells[2]),
    refusals: refusals[cells[3]] ?? {},
    defaultRoutesOverridden: cells[4],
  };
}

function unicastAddress(cells: UnicastAddressCells): UnicastAddress {
  return {
    luid: cells[0],
    family: cells[1],
    address: cells[2],
    prefixLength: cells[3],
    validLifetime: cells[4],
    preferredLifetime: cells[5],
    dadState: cells[6],
    skipAsSource: cells[7],
  };
}

function routeHop(cells: RouteHopCells): RouteHop {
  return { luid: cells[0], nextHop: cells[1], weight: cells[2], flags: cells[3] };
}

function course(cells: CourseCells): RouteCourse {
  return {
    family: cells[0],
    luid: cells[1],
    source: cells[2],
    sourcePrefixLength: cells[3],
    nextHop: cells[4],
    preferredSource: cells[5],
    metric: cells[6],
    protocol: cells[7],
    origin: cells[8],
    table: cells[9],
    type: cells[10],
    scope: cells[11],
    tos: cells[12],
    flags: cells[13],
    validLifetime: cells[14],
    preference: cells[15],
    nexthopId: cells[16],
    mtu: cells[17],
    hops: cells[18].map(routeHop),
  };
}

/** Makes routes of rows that name their courses by number. */
function routeMaker(cells: readonly CourseCells[]): (cells: RouteCells) => Route {
  const courses = cells.map(course);
  return ([destination, prefixLength, number]) => {
    const own = courses[number];
    if (!own) throw new RangeError('A route has no course.');
    return routeOn(own, destination, prefixLength);
  };
}

function rule(cells: RuleCells): Rule {
  return {
    family: cells[0],
    priority: cells[1],
    invert: cells[2],
    source: cells[3],
    sourcePrefixLength: cells[4],
    destination: cells[5],
    destinationPrefixLength: cells[6],
    inputInterface: cells[7],
    outputInterface: cells[8],
    tos: cells[9],
    mark: cells[10],
    markMask: cells[11],
    action: cells[12],
    table: cells[13],
    gotoPriority: cells[14],
    suppressPrefixLength: cells[15],
    suppressInterfaceGroup: cells[16],
    ipProtocol: cells[17],
    sourcePorts: cells[18],
    destinationPorts: cells[19],
    uidRange: cells[20],
    l3mdev: cells[21],
  };
}

function dnsServer(cells: DnsServerCells): DnsServer {
  return { luid: cells[0], address: cells[1] };
}

function ipsecPolicy(cells: IpsecPolicyCells): IpsecPolicy {
  return {
    family: cells[0],
    source: cells[1],
    sourcePrefixLength: cells[2],
    destination: cells[3],
    destinationPrefixLength: cells[4],
    limited: cells[5],
    priority: cells[6],
    action: cells[7],
    interfaceId: cells[8],
    mark: cells[9],
    markMask: cells[10],
    encrypts: cells[11],
    tunnel: cells[12],
  };
}

/** The snapshot that the addon wrote. */
export function parseSnapshot(text: Json): Snapshot {
  const cells = JSON.parse(text) as SnapshotText;
  return {
    stack: cells.stack,
    adapters: cells.adapters.map(adapter),
    ipInterfaces: cells.ipInterfaces.map((row) => ipInterface(row, cells.refusals)),
    unicastAddresses: cells.unicastAddresses.map(unicastAddress),
    routes: cells.routes.map(routeMaker(cells.courses)),
    rules: cells.rules.map(rule),
    dnsServers: cells.dnsServers.map(dnsServer),
    ipsecPolicies: cells.ipsecPolicies.map(ipsecPolicy),
  };
}

function splices<Cells, Row>(
  list: readonly SpliceCells<Cells>[],
  makeRow: (cells: Cells) => Row,
): readonly Splice<Row>[] {
  return list.map(([start, removed, rows]) => ({ start, removed, rows: rows.map(makeRow) }));
}

/** The changes that the addon wrote. */
export function parseSnapshotPatch(text: Json): SnapshotPatch {
  const cells = JSON.parse(text) as PatchText;
  const makeIpInterface = (row: IpInterfaceCells) => ipInterface(row, cells.refusals);
  return {
    ...(cells.adapters && { adapters: splices(cells.adapters, adapter) }),
    ...(cells.ipInterfaces && { ipInterfaces: splices(cells.ipInterfaces, makeIpInterface) }),
    ...(cells.unicastAddresses && {
      unicastAddresses: splices(cells.unicastAddresses, unicastAddress),
    }),
    ...(cells.routes && { routes: splices(cells.routes, routeMaker(cells.courses)) }),
    ...(cells.rules && { rules: splices(cells.rules, rule) }),
    ...(cells.dnsServers && { dnsServers: splices(cells.dnsServers, dnsServer) }),
    ...(cells.ipsecPolicies && { ipsecPolicies: splices(cells.ipsecPolicies, ipsecPolicy) }),
  };
}

/** One row that the addon wrote. */
export function parseIpInterface(text: Json): IpInterface {
  const cells = JSON.parse(text) as { ipInterface: IpInterfaceCells; refusals: RefusalLists };
  return ipInterface(cells.ipInterface, cells.refusals);
}

/** The answer to a lookup that the addon wrote. */
export function parseBestRoute(text: Json): BestRoute {
  const cells = JSON.parse(text) as BestRouteCells;
  return {
    luid: cells[0],
    destination: cells[1],
    prefixLength: cells[2],
    nextHop: cells[3],
    source: cells[4],
    metric: cells[5],
    table: cells[6],
    type: cells[7],
  };
}
