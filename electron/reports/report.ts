// SPDX-License-Identifier: MIT
// What a report holds: a snapshot, or a part of one, as it is or masked. Pure.

import { ipInterfaceId } from '../contract/snapshot';
import type { Adapter, IpInterfaceKey, Route, Snapshot } from '../contract/snapshot';
import { Masks } from './masking';
import type { MaskKind } from './masking';
import { textMask } from './masked-text';
import type { KnownNames } from './masked-text';
import { namesInHistory, overviewOf } from './report-overview';
import { tellLog } from './report-log';
import type { ReportedLogEntry } from './report-log';
import type { Circumstances, ReportOverview } from './report-overview';

/** Raised whenever a report changes so that older readers would misunderstand it. */
export const reportVersion = 2;

export const reportFormat = 'interface-panel-report';

/** What is known of the moment a report is made. */
export interface ReportOrigin {
  readonly computer: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly programVersion: string;
}

/** A report as it stands in its JSON file; docs/report.schema.json describes it. */
export interface Report extends ReportOrigin, ReportOverview {
  readonly format: typeof reportFormat;
  readonly version: typeof reportVersion;
  readonly scope: 'everything' | 'selection';
  readonly isMasked: boolean;
  readonly snapshot: Snapshot;
  /** The end of the log, oldest first; empty in a report of a selection, which names no other adapter. */
  readonly log: readonly ReportedLogEntry[];
}

/** What belongs to some IP interfaces; rules and IPsec policies belong to none of them and stay. */
function partOf(snapshot: Snapshot, scope: readonly IpInterfaceKey[]): Snapshot {
  const ids = new Set(scope.map(ipInterfaceId));
  const luids = new Set(scope.map(({ luid }) => luid));
  const isIn = (row: IpInterfaceKey) => ids.has(ipInterfaceId(row));
  const leadsOut = ({ family, luid, hops }: Route) =>
    [luid, ...hops.map((hop) => hop.luid)].some((one) => isIn({ luid: one, family }));
  return {
    ...snapshot,
    adapters: snapshot.adapters.filter(({ luid }) => luids.has(luid)),
    ipInterfaces: snapshot.ipInterfaces.filter(isIn),
    unicastAddresses: snapshot.unicastAddresses.filter(isIn),
    routes: snapshot.routes.filter(leadsOut),
    dnsServers: snapshot.dnsServers.filter(({ luid }) => luids.has(luid)),
  };
}

/** Every string in a value, at any depth. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

function maskAdapter(adapter: Adapter, masks: Masks): Adapter {
  return {
    ...adapter,
    guid: masks.mask('GUID', adapter.guid.toUpperCase()),
    alias: masks.mask('name', adapter.alias),
    description: masks.mask('description', adapter.description),
    physicalAddress: masks.mask('hardware', adapter.physicalAddress.toLowerCase()),
    permanentPhysicalAddress: masks.mask(
      'hardware',
      adapter.permanentPhysicalAddress.toLowerCase(),
    ),
  };
}

function maskRoute(route: Route, masks: Masks): Route {
  return {
    ...route,
    destination: masks.address(route.destination),
    source: masks.address(route.source),
    nextHop: masks.address(route.nextHop),
    preferredSource: route.preferredSource === null ? null : masks.address(route.preferredSource),
    hops: route.hops.map((hop) => ({ ...hop, nextHop: masks.address(hop.nextHop) })),
  };
}

/** InterfaceIdentifier is made of the hardware address where it is anything. */
function maskedIdentifier(value: unknown, masks: Masks): string | null {
  if (typeof value !== 'string') return null;
  return value === '0' ? value : masks.mask('hardware', value);
}

function maskSnapshot(snapshot: Snapshot, masks: Masks): Snapshot {
  return {
    ...snapshot,
    adapters: snapshot.adapters.map((adapter) => maskAdapter(adapter, masks)),
    ipInterfaces: snapshot.ipInterfaces.map((row) => {
      const InterfaceIdentifier = maskedIdentifier(row.values.InterfaceIdentifier, masks);
      return { ...row, values: { ...row.values, InterfaceIdentifier } };
    }),
    unicastAddresses: snapshot.unicastAddresses.map((row) => ({
      ...row,
      address: masks.address(row.address),
    })),
    routes: snapshot.routes.map((route) => maskRoute(route, masks)),
    rules: snapshot.rules.map((rule) => ({
      ...rule,
      source: masks.address(rule.source),
      destination: masks.address(rule.destination),
      inputInterface: masks.mask('name', rule.inputInterface),
      outputInterface: masks.mask('name', rule.outputInterface),
    })),
    dnsServers: snapshot.dnsServers.map((server) => ({
      ...server,
      address: masks.address(server.address),
    })),
    ipsecPolicies: snapshot.ipsecPolicies.map((policy) => ({
      ...policy,
      source: masks.address(policy.source),
      destination: masks.address(policy.destination),
    })),
  };
}

/** What the log may call by name: the computer, the person, and adapters. */
function knownNames(
  snapshot: Snapshot,
  circumstances: Circumstances,
  { computer }: ReportOrigin,
): KnownNames {
  const { adapters, ipInterfaces } = snapshot;
  const of = (kind: MaskKind, names: readonly string[]) =>
    names.map((name): [string, MaskKind] => [name, kind]);
  const identifiers = ipInterfaces.map(({ values }) => values.InterfaceIdentifier);
  return new Map([
    ...of('person', circumstances.person),
    ...of(
      'hardware',
      identifiers.filter((one) => typeof one === 'string' && one !== '0') as readonly string[],
    ),
    ...of(
      'description',
      adapters.map(({ description }) => description),
    ),
    ...of('name', [...namesInHistory(circumstances), ...adapters.map(({ alias }) => alias)]),
    ...of('computer', [computer]),
  ]);
}

/** Makes a report of everything, or of some IP interfaces. */
export function makeReport(
  snapshot: Snapshot,
  circumstances: Circumstances,
  origin: ReportOrigin,
  scope: readonly IpInterfaceKey[] | null,
  isMasked: boolean,
): Report {
  const part = scope === null ? snapshot : partOf(snapshot, scope);
  const { adapters } = snapshot;
  const log = scope === null ? circumstances.log : [];
  const report: Report = {
    format: reportFormat,
    version: reportVersion,
    ...origin,
    scope: scope === null ? 'everything' : 'selection',
    isMasked,
    ...overviewOf(circumstances, adapters, scope, (name) => name),
    snapshot: part,
    log: tellLog(log, (text) => text),
  };
  if (!isMasked) return report;
  const masks = new Masks(
    new Set([
      ...[origin.computer, ...circumstances.person],
      ...[...stringsIn(snapshot), ...namesInHistory(circumstances)],
    ]),
  );
  return {
    ...report,
    computer: masks.mask('computer', origin.computer),
    ...overviewOf(circumstances, adapters, scope, (name) => masks.mask('name', name)),
    snapshot: maskSnapshot(part, masks),
    log: tellLog(log, textMask(knownNames(snapshot, circumstances, origin), masks)),
  };
}
