// SPDX-License-Identifier: MIT
import type { Family, StackName } from '../contract/family';
import type { Standing } from '../contract/preview';
import { isParkingTable, mainTable } from '../contract/route-numbers';
import { ipInterfaceId, routeId } from '../contract/snapshot';
import type { Luid, Route } from '../contract/snapshot';
import type { WindowSnapshot } from '../contract/window-snapshot';
import { adapterName } from './adapter-name';
import { messages } from '../language/messages';
import { addressKey } from './address-key';
import { isLocalRoute, ownAddresses } from './route-kinds';

const words = messages.routes;

/** One row of the table: a route with what belongs to it. */
export interface RouteRow {
  readonly id: string;
  readonly route: Route;
  /** What puts destinations in order, code unit by code unit. */
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
    .map(({ nextHop, weight }) => words.hop({ gateway: gatewayText(nextHop), weight }))
    .join(', ');
}

function originOf(route: Route, stack: StackName): string {
  if (stack === 'linux')
    return words.protocols[route.protocol] ?? words.otherProtocol({ number: route.protocol });
  return words.origins[route.origin] ?? words.otherProtocol({ number: route.protocol });
}

function tableText({ table }: Route): string {
  return words.tables[table] ?? String(table);
}

/** What rows are made with besides the routes themselves. */
export interface RowContext {
  readonly stack: StackName;
  /** The name of each adapter, as a list of one. */
  readonly names: ReadonlyMap<Luid, readonly string[]>;
  /** By `ipInterfaceId`; where there is no interface metric, as on Linux, none. */
  readonly metrics: ReadonlyMap<string, number>;
  readonly own: ReadonlySet<string>;
  /** The same for contexts that make the same rows. */
  readonly key: string;
}

/** What rows are made with, of a snapshot. */
export function rowContext(
  snapshot: Pick<WindowSnapshot, 'stack' | 'adapters' | 'ipInterfaces' | 'unicastAddresses'>,
): RowContext {
  const { stack, adapters, ipInterfaces, unicastAddresses } = snapshot;
  const names = new Map(adapters.map((one) => [one.luid, [adapterName(one, one.luid)]]));
  const metrics = new Map(
    ipInterfaces.flatMap((row) => {
      const { Metric } = row.values;
      return typeof Metric === 'number' ? [[ipInterfaceId(row), Metric] as const] : [];
    }),
  );
  const own = ownAddresses(unicastAddresses);
  return { stack, names, metrics, own, key: JSON.stringify([[...names], [...metrics], [...own]]) };
}

const noNames: readonly string[] = [];

function adapterNames(route: Route, { names }: RowContext): readonly string[] {
  const nameOf = (luid: Luid) => names.get(luid) ?? [adapterName(undefined, luid)];
  if (route.hops.length > 0) return route.hops.flatMap(({ luid }) => nameOf(luid));
  // Nearly all routes: one list for all of an adapter.
  return route.luid === '0' ? noNames : nameOf(route.luid);
}

const familyDigit: Readonly<Record<Family, string>> = { IPv4: '4', IPv6: '6' };

function orderOf({ family, destination, prefixLength }: Route): string {
  return `${familyDigit[family]}${addressKey(destination)}${String.fromCharCode(prefixLength)}`;
}

/** Where default routes stand, by `routeId`. */
export type Standings = ReadonlyMap<string, Standing>;

const ids = new WeakMap<Route, string>();
let lastId = 0;

/** A route keeps its id as long as nothing about it changes: it is one object until then. */
function idOf(route: Route): string {
  let id = ids.get(route);
  if (id === undefined) {
    lastId += 1;
    id = String(lastId);
    ids.set(route, id);
  }
  return id;
}

/** The row of a route. */
export function routeRow(route: Route, context: RowContext, standings: Standings): RouteRow {
  const interfaceMetric = context.metrics.get(ipInterfaceId(route)) ?? null;
  return {
    id: idOf(route),
    route,
    order: orderOf(route),
    gateway: gatewayOf(route),
    adapters: adapterNames(route, context),
    metric: route.metric + (interfaceMetric ?? 0),
    interfaceMetric,
    origin: originOf(route, context.stack),
    table: tableText(route),
    standing: route.prefixLength === 0 ? (standings.get(routeId(route)) ?? null) : null,
    isLocal: isLocalRoute(route, context.own),
  };
}

/** "192.0.2.0/24": made where it is shown, since hundreds of thousands are not. */
export function destinationText({ route }: RouteRow): string {
  return `${route.destination}/${route.prefixLength}`;
}

/** The names of a row's adapters in one line. */
export function rowAdaptersText({ adapters }: RouteRow): string {
  return adapters.length === 0 ? '–' : adapters.join(', ');
}

/** Whether a route is in another table than the main one: if one is, tables are worth a column. */
export function isInOtherTable({ route }: RouteRow): boolean {
  return route.table !== mainTable;
}

/** What is said about a row's table. */
export function tableTitle({ route }: RouteRow): string | undefined {
  return isParkingTable(route.table) ? words.parkedTable({ number: route.table }) : undefined;
}
