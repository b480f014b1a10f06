// SPDX-License-Identifier: MIT
// DisableDefaultRoutes on Linux as `ip` and `sysctl` commands: default routes move to a table that no rule
// looks up, and back (native/stack/linux/default_routes_change.cpp does the same over netlink). A route is
// written with what a snapshot knows of it: metrics other than the MTU are not among that.

import type { Family } from '../contract/family';
import { mainTable, parkedLearntTable, parkedTable, unicast } from '../contract/route-numbers';
import type { Adapter, IpInterface, Route, Snapshot } from '../contract/snapshot';
import { sysctlCommand } from './linux-sysctl';
import { comment, quoteForShell } from './quoting';
import { messages } from '../language/messages';

const protocolRa = 9;
const flagOnLink = 4;
const infinite = 0xffffffff;

// rtnetlink(7) and /etc/iproute2/rt_protos, rt_scopes.
const protocolNames: Readonly<Record<number, string>> = {
  2: 'kernel',
  3: 'boot',
  4: 'static',
  9: 'ra',
  16: 'dhcp',
};
const scopeNames: Readonly<Record<number, string>> = { 0: 'global', 200: 'site', 253: 'link' };
const preferenceNames: Readonly<Record<number, string>> = { 1: 'high', 3: 'low' };

/** What the kernel tells routes apart by. */
function identity(route: Route, dev: string): readonly string[] {
  const { family, nextHop, tos, scope, protocol } = route;
  const isOnLink = /^[0:.]+$/.test(nextHop);
  // An IPv4 route may lead to an IPv6 neighbour.
  const gateway =
    family === 'IPv4' && nextHop.includes(':')
      ? ['via', 'inet6', nextHop]
      : ['via', nextHop.replace(/%.*$/, '')];
  return [
    'default',
    ...(tos === 0 ? [] : ['tos', `0x${tos.toString(16)}`]),
    ...(isOnLink ? [] : gateway),
    'dev',
    dev,
    'proto',
    protocolNames[protocol] ?? String(protocol),
    ...(family === 'IPv4' ? ['scope', scopeNames[scope] ?? String(scope)] : []),
  ];
}

/** What a route has besides. */
function attributes({ preferredSource, mtu, flags, preference, validLifetime }: Route) {
  const preferenceName = preferenceNames[preference];
  return [
    ...(preferredSource === null ? [] : ['src', preferredSource]),
    ...(mtu === 0 ? [] : ['mtu', String(mtu)]),
    ...((flags & flagOnLink) === 0 ? [] : ['onlink']),
    ...(preferenceName === undefined ? [] : ['pref', preferenceName]),
    ...(validLifetime === infinite ? [] : ['expires', String(validLifetime)]),
  ];
}

interface RoutePlace {
  readonly table: number;
  readonly metric: number;
}

function placeWords({ table, metric }: RoutePlace): readonly string[] {
  return [
    ...(metric === 0 ? [] : ['metric', String(metric)]),
    'table',
    table === mainTable ? 'main' : `0x${table.toString(16)}`,
  ];
}

const version: Readonly<Record<Family, string>> = { IPv4: '-4', IPv6: '-6' };

function addCommand(route: Route, dev: string, place: RoutePlace): string {
  const words = [...identity(route, dev), ...placeWords(place), ...attributes(route)];
  return ['ip', version[route.family], 'route', 'append', ...words].join(' ');
}

function removeCommand(route: Route, dev: string): string {
  const words = [...identity(route, dev), ...placeWords(route)];
  return ['ip', version[route.family], 'route', 'delete', ...words].join(' ');
}

/** Made at the new place before it goes from the old one: no moment is without the route. */
function move(route: Route, dev: string, place: RoutePlace): readonly string[] {
  return [addCommand(route, dev, place), removeCommand(route, dev)];
}

function defaultRoutesIn(table: number, { luid, family }: IpInterface, snapshot: Snapshot) {
  return snapshot.routes.filter(
    (route) =>
      route.luid === luid &&
      route.family === family &&
      route.table === table &&
      route.prefixLength === 0 &&
      route.sourcePrefixLength === 0 &&
      route.type === unicast,
  );
}

function heedsRouters({ family, values }: IpInterface): boolean {
  return family === 'IPv6' && values.RouterDiscoveryBehavior === 1;
}

const learnDefaultRoutes = ({ alias }: Adapter, value: '0' | '1'): string =>
  sysctlCommand('net/ipv6/conf', alias, 'accept_ra_defrtr', value);

/** Commands that take the default routes of an IP interface out of use. */
export function disableDefaultRoutes(
  adapter: Adapter,
  ipInterface: IpInterface,
  snapshot: Snapshot,
): readonly string[] {
  const dev = quoteForShell(adapter.alias);
  const isLearning = heedsRouters(ipInterface);
  const routes = defaultRoutesIn(mainTable, ipInterface, snapshot);
  const isLearnt = (route: Route) => isLearning && route.protocol === protocolRa;
  const parked = parkedTable + adapter.index;
  const parkedLearnt = parkedLearntTable + adapter.index;
  const slots = defaultRoutesIn(parkedLearnt, ipInterface, snapshot).map(({ metric }) => metric);
  const firstSlot = Math.max(0, ...slots) + 1;
  return [
    ...routes
      .filter((route) => !isLearnt(route))
      .flatMap((route) => move(route, dev, { table: parked, metric: route.metric })),
    // The kernel must not learn a route again that is being moved.
    ...(isLearning ? [learnDefaultRoutes(adapter, '0')] : []),
    ...routes
      .filter(isLearnt)
      .flatMap((route, index) =>
        move(route, dev, { table: parkedLearnt, metric: firstSlot + index }),
      ),
  ];
}

/** IP6_RT_PRIO_USER: the kernel gives it to routes it learns. */
const learntMetric = 1024;

/** Commands that bring the default routes of an IP interface back into use. */
export function enableDefaultRoutes(
  adapter: Adapter,
  ipInterface: IpInterface,
  snapshot: Snapshot,
): readonly string[] {
  const dev = quoteForShell(adapter.alias);
  const isLearning = heedsRouters(ipInterface);
  const parked = defaultRoutesIn(parkedTable + adapter.index, ipInterface, snapshot);
  const learnt = defaultRoutesIn(parkedLearntTable + adapter.index, ipInterface, snapshot);
  const standIn = { table: mainTable, metric: learntMetric + 1 };
  return [
    ...parked.flatMap((route) => move(route, dev, { table: mainTable, metric: route.metric })),
    ...(isLearning ? [learnDefaultRoutes(adapter, '1')] : []),
    ...learnt.flatMap((route) => [
      ...move(route, dev, standIn),
      comment(messages.commands.superfluous),
      comment(removeCommand({ ...route, ...standIn }, dev)),
    ]),
  ];
}
