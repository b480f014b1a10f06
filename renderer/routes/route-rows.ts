// SPDX-License-Identifier: MIT
import type { Family } from '../../electron/contract/family';
import type { Standing } from '../../electron/contract/preview';
import { isParkingTable, mainTable } from '../../electron/contract/route-numbers';
import { ipInterfaceId, routeId } from '../../electron/contract/snapshot';
import type { Adapter, IpInterface, Luid, Route, Snapshot } from '../../electron/contract/snapshot';
import { adapterName } from '../interfaces/adapter-name';
import { messages } from '../ui/messages';
import { addressKey } from './address-key';
import { isLocalRoute, ownAddresses } from './route-kinds';

const words = messages.routes;

/** One row of the table: a route with what belongs to it. */
export interface RouteRow {
  readonly id: string;
  readonly route: Route;
  /** "192.0.2.0/24" */
  readonly destination: string;
  /** Digits that put destinations in order. */
  readonly order: string;
  readonly gateway: string;
  /** Names of the adapters it leads through, usually one; none where it leads nowhere. */
  readonly adapters: readonly string[];
  readonly metric: number;
  /** Null where there is no interface metric. */
  readonly interfaceMetric: number | null;
  readonly origin: string;
  readonly table: string;
  /** Null where it is no default route, and until main has told. */
  readonly standing: Standing | null;
  readonly isLocal: boolean;
}

const anyAddress = /^(?:0\.0\.0\.0|::)$/;

function gatewayText(nextHop: string): string {
  return anyAddress.test(nextHop) ? words.onLink : nextHop;
}

function gatewayOf(route: Route): string {
  const type = words.types[route.type];
  if (type !== undefined) return type;
  if (route.hops.length === 0) return gatewayText(route.nextHop);
  return route.hops
    .map(({ nextHop, weight }) => words.hop(gatewayText(nextHop), weight))
    .join(', ');
}

function originOf(route: Route, stack: Snapshot['stack']): string {
  if (stack === 'linux')
    return words.protocols[route.protocol] ?? words.otherProtocol(route.protocol);
  return words.origins[route.origin] ?? words.otherProtocol(route.protocol);
}

function tableText({ table }: Route): string {
  return words.tables[table] ?? String(table);
}

function adapterNames(route: Route, adapters: ReadonlyMap<Luid, Adapter>): readonly string[] {
  const luids = route.hops.length > 0 ? route.hops.map(({ luid }) => luid) : [route.luid];
  return luids.filter((luid) => luid !== '0').map((luid) => adapterName(adapters.get(luid), luid));
}

/** The interface metric of a route; null where there is none, as on Linux. */
function interfaceMetric(route: Route, rows: ReadonlyMap<string, IpInterface>): number | null {
  const metric = rows.get(ipInterfaceId(route))?.values.Metric;
  return typeof metric === 'number' ? metric : null;
}

const familyDigit: Readonly<Record<Family, string>> = { IPv4: '4', IPv6: '6' };

function orderOf({ family, destination, prefixLength }: Route): string {
  return `${familyDigit[family]} ${addressKey(destination)} ${String(prefixLength).padStart(3, '0')}`;
}

function isSame(a: RouteRow, b: RouteRow): boolean {
  return (
    a.metric === b.metric &&
    a.standing?.state === b.standing?.state &&
    a.standing?.reason === b.standing?.reason &&
    a.isLocal === b.isLocal &&
    a.adapters.join('\n') === b.adapters.join('\n')
  );
}

/** Where default routes stand, by `routeId`. */
export type Standings = ReadonlyMap<string, Standing>;

/**
 * Makes the rows of the table, in the stack's order. A row that shows what it showed is the very object of
 * `before`, so that it is not drawn again.
 */
export function routeRows(
  snapshot: Snapshot,
  standings: Standings,
  before: readonly RouteRow[],
): readonly RouteRow[] {
  const known = new Map(before.map((row) => [row.id, row]));
  const adapters = new Map(snapshot.adapters.map((adapter) => [adapter.luid, adapter]));
  const ipInterfaces = new Map(snapshot.ipInterfaces.map((row) => [ipInterfaceId(row), row]));
  const own = ownAddresses(snapshot.unicastAddresses);
  const seen = new Map<string, number>();
  return snapshot.routes.map((route) => {
    const key = routeId(route);
    const twins = seen.get(key) ?? 0;
    seen.set(key, twins + 1);
    const id = twins === 0 ? key : `${key} #${twins}`;
    const row = known.get(id);
    const ofInterface = interfaceMetric(route, ipInterfaces);
    const made: RouteRow = {
      id,
      route,
      destination: row?.destination ?? `${route.destination}/${route.prefixLength}`,
      order: row?.order ?? orderOf(route),
      gateway: row?.gateway ?? gatewayOf(route),
      adapters: adapterNames(route, adapters),
      metric: route.metric + (ofInterface ?? 0),
      interfaceMetric: ofInterface,
      origin: row?.origin ?? originOf(route, snapshot.stack),
      table: row?.table ?? tableText(route),
      standing: standings.get(key) ?? null,
      isLocal: isLocalRoute(route, own),
    };
    return row && isSame(row, made) ? row : made;
  });
}

/** The names of a row's adapters in one line. */
export function adaptersText({ adapters }: RouteRow): string {
  return adapters.length === 0 ? '–' : adapters.join(', ');
}

/** Whether a table other than the main one is worth a column. */
export function hasOtherTables(rows: readonly RouteRow[]): boolean {
  return rows.some(({ table }) => table !== words.tables[mainTable]);
}

/** What is said about a row's table. */
export function tableTitle({ route }: RouteRow): string | undefined {
  return isParkingTable(route.table) ? words.parkedTable(route.table) : undefined;
}
