// SPDX-License-Identifier: MIT
// Small networks for tests of electron/routes: adapters by short names, routes as people write them.

import type { Operation } from '../../../electron/contract/operation';
import { families } from '../../../electron/contract/family';
import type { Family, StackName } from '../../../electron/contract/family';
import { fields } from '../../../electron/contract/fields';
import type { FieldName } from '../../../electron/contract/fields';
import { adapterKind } from '../../../electron/native/adapter-kind';
import type {
  Adapter,
  FieldValue,
  IpInterface,
  Luid,
  Route,
  Rule,
  Snapshot,
  UnicastAddress,
} from '../../../electron/contract/snapshot';

/** ifType numbers (IANA). */
const types = { ethernet: 6, loopback: 24, vpn: 53, 'wi-fi': 71 };

interface AdapterSketch {
  readonly kind?: keyof typeof types;
  readonly addresses?: readonly string[];
  readonly values?: Partial<Record<FieldName, FieldValue>>;
  readonly IPv4?: Partial<Record<FieldName, FieldValue>>;
  readonly IPv6?: Partial<Record<FieldName, FieldValue>>;
  readonly adapter?: Partial<Adapter>;
}

interface RouteSketch extends Partial<Omit<Route, 'hops' | 'luid'>> {
  readonly hops?: readonly {
    readonly dev: string;
    readonly via?: string;
    readonly flags?: number;
  }[];
}

export interface NetworkSketch {
  readonly stack?: StackName;
  readonly adapters: Readonly<Record<string, AdapterSketch>>;
  /** "10.0.0.0/8", the name of its adapter or null, and what else it has. */
  readonly routes?: readonly (readonly [prefix: string, dev: string | null, more?: RouteSketch])[];
  readonly rules?: readonly (Partial<Rule> & { readonly family: Family })[];
  /** Address and the name of its adapter or null. */
  readonly dns?: readonly (readonly [address: string, dev: string | null])[];
}

/** LUID of the adapter at a place of the sketch. */
const luidAt = (position: number): Luid => String(1000 + position);

const familyOf = (address: string): Family => (address.includes(':') ? 'IPv6' : 'IPv4');
const zero = { IPv4: '0.0.0.0', IPv6: '::' } as const;

function adapterOf(name: string, position: number, sketch: AdapterSketch): Adapter {
  const { kind, adapter, addresses = [] } = sketch;
  const described = {
    luid: luidAt(position),
    index: position + 1,
    guid: '',
    alias: name,
    description: name,
    physicalAddress: '',
    permanentPhysicalAddress: '',
    mtu: 1500,
    type: types[kind ?? 'ethernet'],
    tunnelType: 0,
    physicalMediumType: 0,
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
    ...adapter,
  };
  const own = addresses.map((text) => text.replace(/\/.*/, ''));
  return { kind: adapterKind(described, own), ...described };
}

function ipInterfaceOf(
  stack: StackName,
  family: Family,
  position: number,
  sketch: AdapterSketch,
): IpInterface {
  const usual: Partial<Record<FieldName, FieldValue>> = {
    Connected: 1,
    Metric: stack === 'linux' ? null : 25,
    UseAutomaticMetric: stack === 'linux' ? null : 1,
  };
  const values = Object.fromEntries(fields.map(({ name }) => [name, 0])) as Record<
    FieldName,
    FieldValue
  >;
  return {
    luid: luidAt(position),
    family,
    values: { ...values, ...usual, ...sketch.values, ...sketch[family] },
    refusals: {},
    defaultRoutesOverridden: false,
  };
}

function addressesOf(position: number, { addresses = [] }: AdapterSketch): UnicastAddress[] {
  return addresses.map((text) => {
    const [address = '', length] = text.split('/');
    return {
      luid: luidAt(position),
      family: familyOf(address),
      address,
      prefixLength: Number(length),
      validLifetime: 4294967295,
      preferredLifetime: 4294967295,
      dadState: 4,
      skipAsSource: false,
    };
  });
}

/** A rule of the kernel that nothing else is said of. */
function ruleOf(some: Partial<Rule> & { readonly family: Family }): Rule {
  return {
    priority: 0,
    invert: false,
    source: zero[some.family],
    sourcePrefixLength: 0,
    destination: zero[some.family],
    destinationPrefixLength: 0,
    inputInterface: '',
    outputInterface: '',
    tos: 0,
    mark: 0,
    markMask: 0,
    action: 1,
    table: 254,
    gotoPriority: 0,
    suppressPrefixLength: -1,
    suppressInterfaceGroup: -1,
    ipProtocol: 0,
    sourcePorts: null,
    destinationPorts: null,
    uidRange: null,
    l3mdev: false,
    ...some,
  };
}

/** The rules of a kernel that nobody changed. */
export const usualRules: readonly (Partial<Rule> & { readonly family: Family })[] = [
  { family: 'IPv4', priority: 0, table: 255 },
  { family: 'IPv4', priority: 32766, table: 254 },
  { family: 'IPv4', priority: 32767, table: 253 },
  { family: 'IPv6', priority: 0, table: 255 },
  { family: 'IPv6', priority: 32766, table: 254 },
];

/** The snapshot of a sketch, and its adapters' LUIDs by name. */
export function networkOf(sketch: NetworkSketch) {
  const { stack = 'windows', adapters, routes = [], dns = [] } = sketch;
  const entries = Object.entries(adapters);
  const luids = Object.fromEntries(entries.map(([name], position) => [name, luidAt(position)]));
  const luid = (name: string): Luid => {
    const found = luids[name];
    if (found === undefined) throw new Error(`The sketch has no adapter ${name}`);
    return found;
  };
  const routeOf = ([prefix, dev, more = {}]: readonly [string, string | null, RouteSketch?]) => {
    const [destination = '', length] = prefix.split('/');
    const family = familyOf(destination);
    const { hops = [], ...members } = more;
    return {
      family,
      luid: dev === null ? '0' : luid(dev),
      destination,
      prefixLength: Number(length),
      source: zero[family],
      sourcePrefixLength: 0,
      nextHop: zero[family],
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
      hops: hops.map((hop) => ({
        luid: luid(hop.dev),
        nextHop: hop.via ?? zero[family],
        weight: 1,
        flags: hop.flags ?? 0,
      })),
      ...members,
    };
  };
  const snapshot: Snapshot = {
    stack,
    adapters: entries.map(([name, adapter], position) => adapterOf(name, position, adapter)),
    ipInterfaces: entries.flatMap(([, adapter], position) =>
      families.map((family) => ipInterfaceOf(stack, family, position, adapter)),
    ),
    unicastAddresses: entries.flatMap(([, adapter], position) => addressesOf(position, adapter)),
    routes: routes.map(routeOf),
    rules: (sketch.rules ?? (stack === 'linux' ? usualRules : [])).map(ruleOf),
    dnsServers: dns.map(([address, dev]) => ({ luid: dev === null ? '0' : luid(dev), address })),
    ipsecPolicies: [],
  };
  return { snapshot, luid };
}

/** Sets a field of an IP interface; the old value doesn't matter to predictions. */
export function set(luid: Luid, family: Family, field: FieldName, value: number): Operation {
  return { luid, family, field, expected: value === 0 ? 1 : 0, value };
}
