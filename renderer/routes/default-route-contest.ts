// SPDX-License-Identifier: MIT
// Which default routes of a snapshot carry internet traffic, and why the others don't.
import { families } from '../../electron/contract/family';
import type { Family } from '../../electron/contract/family';
import { ipInterfaceId } from '../../electron/contract/snapshot';
import type { IpInterface, Route, Rule, Snapshot } from '../../electron/contract/snapshot';
import { mainTable, parkingTable, unicast } from './route-kinds';

/** What a default route does, and the sentence of the catalogue that says why. */
export type Standing =
  | { readonly state: 'wins'; readonly reason: 'lowest' }
  | { readonly state: 'tie'; readonly reason: 'tie' }
  | { readonly state: 'standby'; readonly reason: 'higher' | 'halfRoutes' }
  | {
      readonly state: 'ignored';
      readonly reason: 'disconnected' | 'off' | 'linkDown' | 'noRule';
    }
  | { readonly state: 'by-rules'; readonly reason: 'byRules' };

type IpInterfaces = ReadonlyMap<string, IpInterface>;

const halves: Readonly<Record<Family, readonly string[]>> = {
  IPv4: ['0.0.0.0', '128.0.0.0'],
  IPv6: ['::', '8000::'],
};

/** RTNH_F_DEAD and RTNH_F_LINKDOWN. */
const downFlags = 1 | 16;

/** FR_ACT_TO_TBL. */
const toTable = 1;

/** The interface metric of a route; null where there is none, as on Linux. */
export function interfaceMetric(route: Route, rows: IpInterfaces): number | null {
  const metric = rows.get(ipInterfaceId(route))?.values.Metric;
  return typeof metric === 'number' ? metric : null;
}

/** Route metric plus interface metric. */
export function effectiveMetric(route: Route, rows: IpInterfaces): number {
  return route.metric + (interfaceMetric(route, rows) ?? 0);
}

function obstacle(route: Route, rows: IpInterfaces): 'disconnected' | 'off' | 'linkDown' | null {
  const luids = route.hops.length > 0 ? route.hops.map(({ luid }) => luid) : [route.luid];
  const reasons = luids.map((luid) => {
    const row = rows.get(ipInterfaceId({ luid, family: route.family }));
    if (!row) return null;
    if (row.values.DisableDefaultRoutes === 1 && !row.defaultRoutesOverridden) return 'off';
    return row.values.Connected === 0 ? 'disconnected' : null;
  });
  // One way that works is enough.
  const [reason = null] = reasons.includes(null) ? [] : reasons;
  if (reason) return reason;
  return (route.flags & downFlags) === 0 ? null : 'linkDown';
}

function outsideMain(route: Route, rules: readonly Rule[]): Standing {
  if (parkingTable(route.table)) return { state: 'ignored', reason: 'off' };
  const isLookedUp = rules.some(
    ({ family, action, table }) =>
      family === route.family && action === toTable && table === route.table,
  );
  return isLookedUp
    ? { state: 'by-rules', reason: 'byRules' }
    : { state: 'ignored', reason: 'noRule' };
}

function takenByHalves(family: Family, routes: readonly Route[], rows: IpInterfaces): boolean {
  return halves[family].every((destination) =>
    routes.some(
      (route) =>
        route.family === family &&
        route.table === mainTable &&
        route.type === unicast &&
        route.prefixLength === 1 &&
        route.destination === destination &&
        obstacle(route, rows) === null,
    ),
  );
}

/** Where each default route of the snapshot stands. */
export function defaultRouteContest(
  { routes, rules }: Pick<Snapshot, 'routes' | 'rules'>,
  rows: IpInterfaces,
): ReadonlyMap<Route, Standing> {
  const standings = new Map<Route, Standing>();
  for (const family of families) {
    const candidates: { route: Route; metric: number }[] = [];
    for (const route of routes) {
      if (route.family !== family || route.prefixLength !== 0) continue;
      if (route.table !== mainTable) {
        standings.set(route, outsideMain(route, rules));
        continue;
      }
      const reason = obstacle(route, rows);
      if (reason) standings.set(route, { state: 'ignored', reason });
      else candidates.push({ route, metric: effectiveMetric(route, rows) });
    }
    const lowest = Math.min(...candidates.map(({ metric }) => metric));
    const best = candidates.filter(({ metric }) => metric === lowest);
    const isTaken = candidates.length > 0 && takenByHalves(family, routes, rows);
    for (const { route, metric } of candidates) {
      if (isTaken) standings.set(route, { state: 'standby', reason: 'halfRoutes' });
      else if (metric > lowest) standings.set(route, { state: 'standby', reason: 'higher' });
      else if (best.length > 1) standings.set(route, { state: 'tie', reason: 'tie' });
      else standings.set(route, { state: 'wins', reason: 'lowest' });
    }
  }
  return standings;
}
