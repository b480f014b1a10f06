// SPDX-License-Identifier: MIT
// What each default route does for internet traffic, told from the same lookups as the traffic itself.

import { families } from '../contract/family';
import type { Family } from '../contract/family';
import type { DefaultRouteStanding, InternetTraffic, Standing } from '../contract/preview';
import { isParkingTable, mainTable, unicast } from '../contract/route-numbers';
import { routeId } from '../contract/snapshot';
import type { Route, Rule } from '../contract/snapshot';
import { obstacleTo } from './default-route-obstacle';
import type { Hop, Verdict } from './flow';
import { internetTraffic, lookUpDefault } from './internet-traffic';
import type { Network } from './network';
import { anywhere } from './snapshot-index';

/** FR_ACT_TO_TBL (linux/fib_rules.h). */
const toTable = 1;

/** Whether a lookup took this route, and whether it may have taken others as well. */
function takenBy({ hops, route: taken }: Extract<Verdict, { kind: 'hops' }>, route: Route) {
  const own: readonly Hop[] = route.hops.length > 0 ? route.hops : [route];
  const isTaken = taken === route || hops.some((hop) => hop === route);
  return { isTaken, isAlone: hops.every((hop) => own.includes(hop)) };
}

function inOtherTable({ table }: Route, rules: readonly Rule[]): Standing {
  if (isParkingTable(table)) return { state: 'ignored', reason: 'off' };
  const isLookedUp = rules.some((rule) => rule.action === toTable && rule.table === table);
  return isLookedUp
    ? { state: 'partly', reason: 'by-rules' }
    : { state: 'ignored', reason: 'no-rule' };
}

/** A route that could be used, but another one is, or none. */
function standby(network: Network, route: Route, traffic: InternetTraffic): Standing {
  if (traffic.kind === 'half-routes') return { state: 'standby', reason: 'half-routes' };
  if (traffic.kind === 'rules' || traffic.kind === 'none') {
    return { state: 'standby', reason: 'elsewhere' };
  }
  const isHigher = network.effectiveMetric(route) > traffic.metric;
  return { state: 'standby', reason: isHigher ? 'higher' : 'later' };
}

/** The lookup for a family's internet traffic, and what came of it. */
interface Outcome {
  readonly traffic: InternetTraffic;
  readonly verdict: Verdict;
  /** Whether it is the only usable one of its metric. */
  readonly isLowest: (route: Route) => boolean;
}

function standingOf(network: Network, route: Route, outcome: Outcome): Standing {
  const { traffic, verdict } = outcome;
  if (route.type !== unicast) return { state: 'refuses', reason: 'refuses' };
  if (verdict.kind === 'hops' && traffic.kind !== 'half-routes') {
    const { isTaken, isAlone } = takenBy(verdict, route);
    if (isTaken && !isAlone) return { state: 'tie', reason: 'tie' };
    if (isTaken) return { state: 'wins', reason: outcome.isLowest(route) ? 'lowest' : 'first' };
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
  return [...index.tables[family].values()].flatMap((table) => table.to(anywhere[family], 0));
}

/** Where each default route of a network stands. */
export function standings(network: Network, userId: number): readonly DefaultRouteStanding[] {
  return families.flatMap((family) => {
    const routes = defaultRoutesOf(network, family);
    const usable = routes.filter(
      (route) => route.table === mainTable && obstacleTo(network, route) === null,
    );
    const outcome: Outcome = {
      traffic: internetTraffic(network, family, userId),
      verdict: lookUpDefault(network, family, userId),
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
