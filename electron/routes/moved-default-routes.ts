// SPDX-License-Identifier: MIT
// What DisableDefaultRoutes does to the main table on Linux: native/stack/linux/default_routes_change.cpp moves
// default routes to tables of our own and back.

import type { Family } from '../contract/family';
import {
  mainTable,
  parkedLearntTable,
  parkedLinkMask,
  parkedTable,
  unicast,
} from '../contract/route-numbers';
import type { IpInterfaceKey, Luid, Route } from '../contract/snapshot';
import type { SnapshotIndex } from './snapshot-index';

/** IP6_RT_PRIO_USER: what the kernel gives a route that a router announces, unless ra_defrtr_metric says otherwise. */
const learntMetric = 1024;

/** Whether the switch of its interface moves a default route: one plain hop, for any source. */
function isMovable(route: Route): boolean {
  return route.type === unicast && route.sourcePrefixLength === 0 && route.hops.length === 0;
}

/** The default routes of an interface that are out of use, as they would be in the main table. */
function parkedDefaultRoutes(index: SnapshotIndex, luid: Luid, family: Family): Route[] {
  const adapter = index.adapters.get(luid);
  if (!adapter) return [];
  const link = adapter.index & parkedLinkMask;
  const parkedIn = (table: number) => index.tables[family].get(table + link)?.defaultRoutes ?? [];
  return [
    ...parkedIn(parkedTable).map((route) => ({ ...route, table: mainTable })),
    // Copies wait under a number each; the router's own come back with the kernel's metric.
    ...parkedIn(parkedLearntTable).map((route) => ({
      ...route,
      table: mainTable,
      metric: learntMetric,
    })),
  ];
}

/** Whether an IP interface has a default route that its switch moves or hides, in use or not. */
export function hasDefaultRoute(index: SnapshotIndex, { luid, family }: IpInterfaceKey): boolean {
  const isDefault = (route: Route) =>
    route.family === family && route.table === mainTable && route.prefixLength === 0;
  const routes = index.routesThrough.get(luid) ?? [];
  return (
    routes.some((route) => isDefault(route) && isMovable(route)) ||
    parkedDefaultRoutes(index, luid, family).length > 0
  );
}

/** The kernel's order: IPv4 by type of service, then both by metric; equals as they came. */
function sortedAsInTable(routes: readonly Route[]): readonly Route[] {
  return routes.toSorted(
    (one, other) => (one.family === 'IPv4' ? other.tos - one.tos : 0) || one.metric - other.metric,
  );
}

/**
 * The default routes of the main table after switching interfaces off (true) or on (false). `routes` are those
 * there now; ones that return stand behind equals, since the stack appends them.
 */
export function movedDefaultRoutes(
  index: SnapshotIndex,
  family: Family,
  routes: readonly Route[],
  isOff: ReadonlyMap<Luid, boolean>,
): readonly Route[] {
  const staying = routes.filter((route) => !(isMovable(route) && isOff.get(route.luid) === true));
  const returning = [...isOff].flatMap(([luid, off]) =>
    off ? [] : parkedDefaultRoutes(index, luid, family),
  );
  return sortedAsInTable([...staying, ...returning]);
}
