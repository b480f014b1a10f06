// SPDX-License-Identifier: MIT
import { families } from '../../electron/contract/family';
import { ipInterfaceId } from '../../electron/contract/snapshot';
import type { IpInterface, Route, Snapshot } from '../../electron/contract/snapshot';

/** What an IP interface does for internet traffic; `none`: it has no default route that could be switched. */
export type InternetTraffic = 'in-use' | 'on' | 'off' | 'none';

const mainTable = 254;
const unicast = 1;

function isDefaultRoute(route: Route): boolean {
  return route.prefixLength === 0 && route.table === mainTable && route.type === unicast;
}

/** The IP interfaces a route leads through. */
function outgoingIds(route: Route): string[] {
  const luids = route.luid === '0' ? route.hops.map((hop) => hop.luid) : [route.luid];
  return luids.map((luid) => ipInterfaceId({ luid, family: route.family }));
}

/** Route metric plus interface metric; Linux has no interface metric. */
function effectiveMetric(route: Route, ipInterface: IpInterface): number {
  const { Metric } = ipInterface.values;
  return route.metric + (typeof Metric === 'number' ? Metric : 0);
}

function isUsable(ipInterface: IpInterface): boolean {
  return ipInterface.values.Connected === 1 && ipInterface.values.DisableDefaultRoutes !== 1;
}

/** The lowest effective metric of each IP interface's default routes, by `ipInterfaceId`. */
function defaultRouteMetrics(snapshot: Snapshot): ReadonlyMap<string, number> {
  const rows = new Map(snapshot.ipInterfaces.map((row) => [ipInterfaceId(row), row]));
  const best = new Map<string, number>();
  for (const route of snapshot.routes.filter(isDefaultRoute)) {
    for (const id of outgoingIds(route)) {
      const row = rows.get(id);
      if (row) best.set(id, Math.min(effectiveMetric(route, row), best.get(id) ?? Infinity));
    }
  }
  return best;
}

/**
 * What each IP interface does for internet traffic, by `ipInterfaceId`. Among usable default routes the
 * lowest effective metric is in use; equals are all shown as in use, since the choice isn't documented.
 */
export function internetTraffic(snapshot: Snapshot): ReadonlyMap<string, InternetTraffic> {
  const rows = new Map(snapshot.ipInterfaces.map((row) => [ipInterfaceId(row), row]));
  const best = defaultRouteMetrics(snapshot);
  const usable = [...best].flatMap(([id, metric]) => {
    const row = rows.get(id);
    return row && isUsable(row) ? [{ id, family: row.family, metric }] : [];
  });
  const inUse = new Set(
    families.flatMap((family) => {
      const candidates = usable.filter((candidate) => candidate.family === family);
      const lowest = Math.min(...candidates.map(({ metric }) => metric));
      return candidates.filter(({ metric }) => metric === lowest).map(({ id }) => id);
    }),
  );
  const trafficOf = (id: string, row: IpInterface): InternetTraffic => {
    if (inUse.has(id)) return 'in-use';
    if (row.values.DisableDefaultRoutes === 1) return 'off';
    return best.has(id) ? 'on' : 'none';
  };
  return new Map([...rows].map(([id, row]) => [id, trafficOf(id, row)]));
}
