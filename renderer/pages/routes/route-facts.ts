// SPDX-License-Identifier: MIT
// Everything that is known of a route, as lines to read.

import type { Route } from '../../../electron/contract/snapshot';
import { messages } from '../../../electron/language/messages';
import { rowAdaptersText, tableTitle } from '../../../electron/texts/route-rows';
import type { RouteRow } from '../../../electron/texts/route-rows';

const words = messages.routes;
const terms = words.facts;

/** 0xffffffff: it never ends. */
const forEver = 0xffffffff;

export type RouteFact = readonly [term: string, text: string];

function scopeText({ scope }: Route): string {
  return words.scopes[scope] ?? String(scope);
}

function stateText({ flags }: Route): string {
  return Object.entries(words.flags)
    .filter(([flag]) => (flags & Number(flag)) !== 0)
    .map(([, text]) => text)
    .join(', ');
}

/** What Linux alone knows of routes. */
function linuxFacts(row: RouteRow): readonly RouteFact[] {
  const { route } = row;
  const { family, source, sourcePrefixLength, tos, nexthopId, mtu, preference } = route;
  const when = (is: boolean, term: string, text: string): readonly RouteFact[] =>
    is ? [[term, text]] : [];
  return [
    [terms.table, tableTitle(row) ?? row.table],
    [terms.scope, scopeText(route)],
    ...when(sourcePrefixLength > 0, terms.source, `${source}/${sourcePrefixLength}`),
    ...when(family === 'IPv6', terms.preference, words.preferences[preference] ?? ''),
    ...when(tos !== 0, terms.service, String(tos)),
    ...when(nexthopId !== 0, terms.nexthop, String(nexthopId)),
    ...when(mtu !== 0, terms.mtu, String(mtu)),
    ...when(stateText(route) !== '', terms.state, stateText(route)),
  ];
}

/** The facts of a row; what says nothing here is left out. */
export function routeFacts(row: RouteRow, isLinux: boolean): readonly RouteFact[] {
  const { route, interfaceMetric, standing } = row;
  const parts = words.metricTitle({ route: route.metric, ofInterface: interfaceMetric ?? 0 });
  return [
    [terms.family, route.family],
    [words.columns.gateway, row.gateway],
    [words.columns.interface, rowAdaptersText(row)],
    [
      words.columns.metric,
      interfaceMetric === null ? String(row.metric) : `${row.metric} (${parts})`,
    ],
    ...(standing
      ? [
          [
            words.columns.defaultRoute,
            `${words.states[standing.state]}. ${words.reasons[standing.reason]}`,
          ] as const,
        ]
      : []),
    [words.columns.origin, row.origin],
    ...(route.preferredSource === null
      ? []
      : [[terms.preferredSource, route.preferredSource] as const]),
    [
      terms.lifetime,
      route.validLifetime === forEver ? words.forEver : words.seconds({ n: route.validLifetime }),
    ],
    ...(isLinux ? linuxFacts(row) : []),
  ];
}
