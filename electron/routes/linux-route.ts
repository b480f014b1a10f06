// SPDX-License-Identifier: MIT
// What routes of the Linux kernel say in both families.

import type { Route } from '../contract/snapshot';
import type { Verdict } from './flow';

/** What a table answers; null: nothing of it applies, so the next rule is asked. */
export type TableVerdict = Verdict | null;

/** RTN_* (linux/rtnetlink.h). */
const routeType = {
  unicast: 1,
  local: 2,
  anycast: 4,
  blackhole: 6,
  unreachable: 7,
  prohibit: 8,
  throw: 9,
} as const;

/** RTNH_F_DEAD; the kernel adds it where its settings ignore links that are down. */
export const dead = 1;

/** What a route's type says by itself; undefined: its hops decide. Throw: the table says nothing. */
export function verdictOfType(route: Route): TableVerdict | undefined {
  switch (route.type) {
    case routeType.blackhole:
      return { kind: 'refused', reason: 'blackhole', route };
    case routeType.unreachable:
      return { kind: 'refused', reason: 'unreachable', route };
    case routeType.prohibit:
      return { kind: 'refused', reason: 'prohibit', route };
    case routeType.throw:
      return null;
    default:
      return undefined;
  }
}

/** Whether no hop of a route matters, since its type says it all. */
export function refuses(route: Route): boolean {
  return verdictOfType(route) !== undefined;
}

/** Whether packets stay here; IPv6 treats anycast addresses so, too. */
export function isLocal({ type, family }: Route): boolean {
  return type === routeType.local || (family === 'IPv6' && type === routeType.anycast);
}
