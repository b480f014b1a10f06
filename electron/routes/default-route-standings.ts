// SPDX-License-Identifier: MIT
// What each default route does for internet traffic, told from the lookups of every part of the internet.

import { families } from '../contract/family';
import type { Family } from '../contract/family';
import type { DefaultRouteStanding, InternetTraffic, Standing } from '../contract/preview';
import { isParkingTable, mainTable, unicast } from '../contract/route-numbers';
import { routeId } from '../contract/snapshot';
import type { Route, Rule } from '../contract/snapshot';
import { obstacleTo } from './default-route-obstacle';
import type { Hop, Verdict } from './flow';
import { internetParts, internetTraffic } from './internet-traffic';
import type { Network } from './network';

/** FR_ACT_TO_TBL (linux/fib_rules.h). */
const toTable = 1;

type Taken = Extract<Verdict, { kind: 'hops' }>;

/** Whether a lookup took this route, alone or among others. */
function isTakenBy({ hops, route: taken }: Taken, route: Route): boolean {
  return taken === route || hops.some((hop) => hop === route);
}

function isAlone({ hops }: Taken, route: Route): boolean {
  const own: readonly Hop[] = route.hops.length > 0 ? route.hops : [route];
  return hops.every((hop) => own.includes(hop));
}

function inOtherTable({ table }: Route, rules: readonly Rule[]): Standing {
  if (isParkingTable(table)) return { state: 'ignored', reason: 'off' };
  const isLookedUp = rules.some((rule) => rule.action === toTable && rule.table === table);
  return isLookedUp
    ? { state: 'partly', reason: 'by-rules' }
    : { state: 'ignored', reason: 'no-rule' };
}

/** The metric of the default route that is taken; null: none is. */
function winningMetric(traffic: InternetTraffic): number | null {
  if (traffic.kind === 'through' || traffic.kind === 'tie') return traffic.metric;
  if (traffic.kind !== 'dropped') return null;
  return traffic.route?.prefix.endsWith('/0') === true ? traffic.route.metric : null;
}

/** A route that could be used, but another one is, or none. */
function standby(network: Network, route: Route, traffic: InternetTraffic): Standing {
  if (traffic.kind === 'wide-routes') return { state: 'standby', reason: 'wide-routes' };
  const metric = winningMetric(traffic);
  if (metric === null) return { state: 'standby', reason: 'elsewhere' };
  const isHigher = network.effectiveMetric(route) > metric;
  return { state: 'standby', reason: isHigher ? 'higher' : 'later' };
}

/** The lookups for a family's internet traffic, and what came of them. */
interface Lookups {
  readonly traffic: InternetTraffic;
  readonly taken: readonly Taken[];
  /** Whether it is the only usable one of its metric. */
  readonly isLowest: (route: Route) => boolean;
}

function standingOf(network: Network, route: Route, outcome: Lookups): Standing {
  const { traffic } = outcome;
  if (route.type !== unicast) return { state: 'refuses', reason: 'refuses' };
  const own = outcome.taken.filter((taken) => isTakenBy(taken, route));
  if (own.some((taken) => !isAlone(taken, route))) return { state: 'tie', reason: 'tie' };
  if (own.length > 0) {
    return { state: 'wins', reason: outcome.isLowest(route) ? 'lowest' : 'first' };
  }
  if (route.table !== mainTable) return inOtherTable(route, network.index.rules[route.family]);
  const obstacle = obstacleTo(network, route);
  if (obstacle !== null) return { state: 'ignored', reason: obstacle };
  if (route.sourcePrefixLength > 0) return { state: 'partly', reason: 'by-source' };
  if (route.tos !== 0) return { state: 'partly', reason: 'by-service' };
  return standby(network, route, traffic);
}

/** Every default route of a family, whatever its table. */
function defaultRoutesOf({ index }: Network, family: Family): readonly Route[] {
  return [...index.tables[family].values()].flatMap((table) => table.defaultRoutes);
}

/** Where each default route of a network stands. */
export function standings(network: Network, userId: number): readonly DefaultRouteStanding[] {
  return families.flatMap((family) => {
    const routes = defaultRoutesOf(network, family);
    const usable = routes.filter(
      (route) => route.table === mainTable && obstacleTo(network, route) === null,
    );
    const outcome: Lookups = {
      traffic: internetTraffic(network, family, userId),
      taken: internetParts(network, family, userId).flatMap(({ verdict }) =>
        verdict.kind === 'hops' ? [verdict] : [],
      ),
      isLowest: (route) =>
        usable.every(
          (other) =>
            other === route || network.effectiveMetric(other) > network.effectiveMetric(route),
        ),
    };
    return routes.map((route) => ({
      route: routeId(route),
      standing: standingOf(network, route, outcome),
    }));
  });
}
