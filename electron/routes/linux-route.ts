// SPDX-License-Identifier: MIT
// What routes of the Linux kernel say in both families.

import { mainTable } from '../contract/route-numbers';
import type { Route } from '../contract/snapshot';
import type { Verdict } from './flow';
import { isUnspecified } from './ip-address';

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

/** RTPROT_KERNEL (rtnetlink.h). */
const kernelMade = 2;

/** What the kernel adds for an address, the peer of a point-to-point link too: the address does not tell its prefix. */
export function isMadeForAddress({ table, protocol, nextHop }: Route): boolean {
  return protocol === kernelMade && table === mainTable && isUnspecified(nextHop);
}
