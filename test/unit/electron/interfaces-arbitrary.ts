// SPDX-License-Identifier: MIT
import fc from 'fast-check';
import { fields } from '../../../electron/contract/fields';
import type { FieldName } from '../../../electron/contract/fields';
import type {
  Adapter,
  DnsServer,
  FieldValue,
  IpInterface,
  IpsecPolicy,
  Route,
  Rule,
  Snapshot,
  UnicastAddress,
} from '../../../electron/contract/snapshot';
import { ipInterfaceId } from '../../../electron/contract/snapshot';

// Few keys and few values, so that two snapshots often share rows and often differ in one member.
const luid = fc.constantFrom('1', '2', '3', '18446744073709551615');
const family = fc.constantFrom('IPv4' as const, 'IPv6' as const);
const small = fc.nat(2);
const lifetime = fc.constantFrom(0, 60, 59, 4294967295);
const address = fc.constantFrom('192.0.2.1', '::1', 'fe80::1%3');

const adapter: fc.Arbitrary<Adapter> = fc.record({
  luid,
  index: small,
  guid: fc.constant(''),
  alias: fc.constantFrom('eth0', 'Wi-Fi \ud800', ''),
  description: fc.constant(''),
  physicalAddress: fc.constant('02:fc:00:00:00:01'),
  permanentPhysicalAddress: fc.constant(''),
  mtu: fc.constantFrom(1280, 1500),
  type: fc.constant(6),
  tunnelType: fc.constant(0),
  physicalMediumType: fc.constant(0),
  interfaceAndOperStatusFlags: fc.constant(0),
  operStatus: small,
  adminStatus: fc.constant(1),
  mediaConnectState: fc.constant(1),
  transmitLinkSpeed: fc.constantFrom('0', '18446744073709551615'),
  receiveLinkSpeed: fc.constant('0'),
  linkKind: fc.constant('veth'),
  master: fc.constantFrom('0', '2'),
  tunType: fc.constant(0),
  driver: fc.constant(''),
  kind: fc.constantFrom('ethernet', 'vpn'),
});

const fieldValue = (name: FieldName): fc.Arbitrary<FieldValue> =>
  name === 'ZoneIndices'
    ? fc.oneof(fc.constant(null), fc.array(small, { minLength: 16, maxLength: 16 }))
    : fc.oneof({ weight: 9, arbitrary: small }, { weight: 1, arbitrary: fc.constant(null) });

const values = fc.record(
  Object.fromEntries(fields.map(({ name }) => [name, fieldValue(name)])),
) as fc.Arbitrary<Record<FieldName, FieldValue>>;

const ipInterface: fc.Arbitrary<IpInterface> = fc.record({
  luid,
  family,
  values,
  refusals: fc.constantFrom({}, { NlMtu: 'notAvailable' as const }, { Metric: 'oneWay' as const }),
  defaultRoutesOverridden: fc.boolean(),
});

const unicastAddress: fc.Arbitrary<UnicastAddress> = fc.record({
  luid,
  family,
  address,
  prefixLength: small,
  validLifetime: lifetime,
  preferredLifetime: lifetime,
  dadState: small,
  skipAsSource: fc.boolean(),
});

const route: fc.Arbitrary<Route> = fc.record({
  family,
  luid,
  destination: address,
  prefixLength: small,
  source: fc.constant('::'),
  sourcePrefixLength: fc.constant(0),
  nextHop: address,
  preferredSource: fc.option(address),
  metric: small,
  protocol: fc.constant(2),
  origin: fc.constant(0),
  table: fc.constant(254),
  type: fc.constant(1),
  scope: fc.constant(0),
  tos: fc.constant(0),
  flags: fc.constant(0),
  validLifetime: lifetime,
  preference: fc.constant(0),
  nexthopId: fc.constant(0),
  mtu: fc.constant(0),
  hops: fc.array(fc.record({ luid, nextHop: address, weight: small, flags: fc.constant(0) }), {
    maxLength: 2,
  }),
});

const rule: fc.Arbitrary<Rule> = fc.record({
  family,
  priority: small,
  invert: fc.boolean(),
  source: address,
  sourcePrefixLength: small,
  destination: address,
  destinationPrefixLength: small,
  inputInterface: fc.constant(''),
  outputInterface: fc.constant(''),
  tos: fc.constant(0),
  mark: fc.constant(0),
  markMask: fc.constant(0),
  action: fc.constant(1),
  table: small,
  gotoPriority: fc.constant(0),
  suppressPrefixLength: fc.constant(-1),
  suppressInterfaceGroup: fc.constant(-1),
  ipProtocol: fc.constant(0),
  sourcePorts: fc.option(fc.tuple(small, small)),
  destinationPorts: fc.constant(null),
  uidRange: fc.constant(null),
  l3mdev: fc.boolean(),
});

const dnsServer: fc.Arbitrary<DnsServer> = fc.record({ luid, address });

const ipsecPolicy: fc.Arbitrary<IpsecPolicy> = fc.record({
  family,
  source: address,
  sourcePrefixLength: small,
  destination: address,
  destinationPrefixLength: small,
  limited: fc.boolean(),
  priority: small,
  action: fc.constant(0),
  interfaceId: fc.constant(0),
  mark: fc.constant(0),
  markMask: fc.constant(0),
  encrypts: fc.boolean(),
  tunnel: fc.constant(false),
});

/** Snapshots as a stack makes them: keys are unique, lists without keys may hold equal rows. */
const anySnapshot: fc.Arbitrary<Snapshot> = fc.record({
  stack: fc.constant('simulated' as const),
  adapters: fc.uniqueArray(adapter, { selector: (row) => row.luid }),
  ipInterfaces: fc.uniqueArray(ipInterface, { selector: ipInterfaceId }),
  unicastAddresses: fc.array(unicastAddress, { maxLength: 4 }),
  routes: fc.array(route, { maxLength: 4 }),
  rules: fc.array(rule, { maxLength: 2 }),
  dnsServers: fc.array(dnsServer, { maxLength: 2 }),
  ipsecPolicies: fc.array(ipsecPolicy, { maxLength: 2 }),
});

/** Two snapshots of which the second shares whole rows with the first, as copies. */
export const snapshotPair: fc.Arbitrary<readonly [Snapshot, Snapshot]> = fc
  .tuple(anySnapshot, anySnapshot, fc.infiniteStream(fc.boolean()))
  .map(([before, other, keep]) => {
    const mix = <Row>(
      old: readonly Row[],
      fresh: readonly Row[],
      idOf: (row: Row, index: number) => string,
    ): Row[] => {
      const rows = new Map(fresh.map((row, index) => [idOf(row, index), row]));
      old.forEach((row, index) => {
        if (keep.next().value) rows.set(idOf(row, index), structuredClone(row));
      });
      return [...rows.values()];
    };
    const byPosition = (_row: unknown, index: number) => String(index);
    return [
      before,
      {
        stack: 'simulated' as const,
        adapters: mix(before.adapters, other.adapters, (row) => row.luid),
        ipInterfaces: mix(before.ipInterfaces, other.ipInterfaces, ipInterfaceId),
        unicastAddresses: mix(before.unicastAddresses, other.unicastAddresses, byPosition),
        routes: mix(before.routes, other.routes, byPosition),
        rules: mix(before.rules, other.rules, byPosition),
        dnsServers: mix(before.dnsServers, other.dnsServers, byPosition),
        ipsecPolicies: mix(before.ipsecPolicies, other.ipsecPolicies, byPosition),
      },
    ] as const;
  });
