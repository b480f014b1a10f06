// SPDX-License-Identifier: MIT
// What a report's JSON file may hold. docs/report.schema.json is made of it; a test compares the two.

import { z } from 'zod';
import { families } from '../contract/family';
import { fields } from '../contract/fields';
import type { FieldName } from '../contract/fields';
import { historyResults } from '../contract/history';
import { refusalNumbers } from '../contract/refusals';
import type { Refusal } from '../contract/refusals';
import { reportFormat, reportVersion } from './report';
import { adapterKinds } from '../contract/adapter-kind';
import type { Report } from './report';

const count = z.int().min(0);
const luid = z.string().regex(/^\d{1,20}$/);
const bigNumber = z.string().regex(/^\d{1,20}$/);
const family = z.enum(families);
const portRange = z.tuple([count, count]).nullable();

const fieldNames = fields.map(({ name }) => name);
const refusals = Object.keys(refusalNumbers) as readonly Refusal[];
const fieldValue = z.union([z.int(), z.string(), z.array(z.int())]).nullable();

const traffic = z.strictObject({
  kind: z.enum(['through', 'tie', 'wide-routes', 'rules', 'lost', 'dropped', 'stays', 'none']),
  luids: z.array(luid),
  metric: count.nullable(),
  isDivided: z.boolean(),
});

const change = z.strictObject({
  startedAt: z.iso.datetime(),
  result: z.enum(historyResults),
  title: z.string(),
  values: z.string(),
});

const logEntry = z.strictObject({
  time: z.iso.datetime(),
  level: z.enum(['warn', 'error']),
  lines: z.array(z.string()),
});

const adapter = z.strictObject({
  luid,
  index: count,
  guid: z.string(),
  alias: z.string(),
  description: z.string(),
  physicalAddress: z.string(),
  permanentPhysicalAddress: z.string(),
  mtu: count,
  type: count,
  tunnelType: count,
  physicalMediumType: count,
  interfaceAndOperStatusFlags: count,
  operStatus: count,
  adminStatus: count,
  mediaConnectState: count,
  transmitLinkSpeed: bigNumber,
  receiveLinkSpeed: bigNumber,
  linkKind: z.string(),
  master: luid,
  tunType: count,
  driver: z.string(),
  kind: z.enum(adapterKinds),
});

const ipInterface = z.strictObject({
  luid,
  family,
  values: z.strictObject(
    Object.fromEntries(fieldNames.map((name) => [name, fieldValue])) as Record<
      FieldName,
      typeof fieldValue
    >,
  ),
  refusals: z.partialRecord(z.enum(fieldNames), z.enum(refusals)),
  defaultRoutesOverridden: z.boolean(),
});

const unicastAddress = z.strictObject({
  luid,
  family,
  address: z.string(),
  prefixLength: count,
  validLifetime: count,
  preferredLifetime: count,
  dadState: count,
  skipAsSource: z.boolean(),
});

const route = z.strictObject({
  family,
  luid,
  destination: z.string(),
  prefixLength: count,
  source: z.string(),
  sourcePrefixLength: count,
  nextHop: z.string(),
  preferredSource: z.string().nullable(),
  metric: count,
  protocol: count,
  origin: count,
  table: count,
  type: count,
  scope: count,
  tos: count,
  flags: count,
  validLifetime: count,
  preference: count,
  nexthopId: count,
  mtu: count,
  hops: z.array(z.strictObject({ luid, nextHop: z.string(), weight: count, flags: count })),
});

const rule = z.strictObject({
  family,
  priority: count,
  invert: z.boolean(),
  source: z.string(),
  sourcePrefixLength: count,
  destination: z.string(),
  destinationPrefixLength: count,
  inputInterface: z.string(),
  outputInterface: z.string(),
  tos: count,
  mark: count,
  markMask: count,
  action: count,
  table: count,
  gotoPriority: count,
  suppressPrefixLength: z.int(),
  suppressInterfaceGroup: z.int(),
  ipProtocol: count,
  sourcePorts: portRange,
  destinationPorts: portRange,
  uidRange: portRange,
  l3mdev: z.boolean(),
});

const ipsecPolicy = z.strictObject({
  family,
  source: z.string(),
  sourcePrefixLength: count,
  destination: z.string(),
  destinationPrefixLength: count,
  limited: z.boolean(),
  priority: count,
  action: count,
  interfaceId: count,
  mark: count,
  markMask: count,
  encrypts: z.boolean(),
  tunnel: z.boolean(),
});

/** The shape of a report; numbers and texts as electron/contract/snapshot.ts describes them. */
export const reportSchema: z.ZodType<Report> = z.strictObject({
  format: z.literal(reportFormat),
  version: z.literal(reportVersion),
  computer: z.string(),
  createdAt: z.iso.datetime(),
  programVersion: z.string(),
  scope: z.enum(['everything', 'selection']),
  isMasked: z.boolean(),
  traffic: z.strictObject({ IPv4: traffic, IPv6: traffic }),
  changes: z.array(change).nullable(),
  snapshot: z.strictObject({
    stack: z.enum(['windows', 'linux', 'simulated']),
    adapters: z.array(adapter),
    ipInterfaces: z.array(ipInterface),
    unicastAddresses: z.array(unicastAddress),
    routes: z.array(route),
    rules: z.array(rule),
    dnsServers: z.array(z.strictObject({ luid, address: z.string() })),
    ipsecPolicies: z.array(ipsecPolicy),
  }),
  log: z.array(logEntry),
});

/** The JSON Schema (draft 2020-12) of a report. */
export function reportJsonSchema(): unknown {
  return {
    $id: 'https://interface-panel.example/report.schema.json',
    title: 'Interface Panel report',
    ...z.toJSONSchema(reportSchema),
  };
}
