// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { packRoutes, unpackRoutes } from '../../../electron/contract/route-course';
import type { Route } from '../../../electron/contract/snapshot';
import { defaultRoute } from '../renderer/sample-snapshot';

const noHops: Route['hops'] = [];
const hops: Route['hops'] = [{ luid: '7', nextHop: '192.0.2.1', weight: 2, flags: 0 }];

function routeTo(destination: string, members: Partial<Route> = {}): Route {
  return defaultRoute({ destination, prefixLength: 24, hops: noHops, ...members });
}

/** Each differs from the first in one member besides its destination. */
const different: readonly Route[] = [
  routeTo('10.0.0.0'),
  routeTo('10.0.1.0', { family: 'IPv6' }),
  routeTo('10.0.2.0', { luid: '77' }),
  routeTo('10.0.3.0', { source: '10.9.0.0' }),
  routeTo('10.0.4.0', { sourcePrefixLength: 9 }),
  routeTo('10.0.5.0', { nextHop: '10.9.9.9' }),
  routeTo('10.0.6.0', { preferredSource: '10.9.9.8' }),
  routeTo('10.0.7.0', { metric: 77 }),
  routeTo('10.0.8.0', { protocol: 77 }),
  routeTo('10.0.9.0', { origin: 77 }),
  routeTo('10.0.10.0', { table: 77 }),
  routeTo('10.0.11.0', { type: 77 }),
  routeTo('10.0.12.0', { scope: 77 }),
  routeTo('10.0.13.0', { tos: 77 }),
  routeTo('10.0.14.0', { flags: 77 }),
  routeTo('10.0.15.0', { validLifetime: 77 }),
  routeTo('10.0.16.0', { preference: 77 }),
  routeTo('10.0.17.0', { nexthopId: 77 }),
  routeTo('10.0.18.0', { mtu: 77 }),
  routeTo('10.0.19.0', { hops }),
];

describe('packed routes', () => {
  it('come out as they went in, in their order', () => {
    const routes = [...different, ...different.toReversed()];
    expect(unpackRoutes(packRoutes(routes))).toEqual(routes);
  });

  it('hold each course once', () => {
    const routes = [...different, ...different.toReversed()];
    expect(packRoutes(routes).courses).toHaveLength(different.length);
  });

  it('hold the course once of routes that came one after the other', () => {
    const came = (last: number, members: Partial<Route>) =>
      routeTo(`10.0.${String(last)}.0`, members);
    const [hop] = hops;
    if (!hop) throw new Error('No hop');
    const plain = [1, 2].map((last) => came(last, { hops: [] }));
    const shared = [3, 4].map((last) => came(last, { hops: [{ ...hop }] }));
    const others = (
      [{ luid: '8' }, { nextHop: '192.0.2.2' }, { weight: 3 }, { flags: 1 }] as const
    ).map((other, place) => came(5 + place, { hops: [{ ...hop, ...other }] }));
    const more = came(9, { hops: [hop, hop] });
    const packed = packRoutes([...plain, ...shared, ...others, more]);
    expect(packed.courseNumbers).toEqual([0, 0, 1, 1, 2, 3, 4, 5, 6]);
  });

  it('hold the prefix length of each route, whatever its course', () => {
    const routes = [8, 16, 24].map((prefixLength) => routeTo('10.0.0.0', { prefixLength }));
    const packed = packRoutes(routes);
    expect(packed.courses).toHaveLength(1);
    expect(unpackRoutes(packed)).toEqual(routes);
  });

  it('may be none', () => {
    expect(unpackRoutes(packRoutes([]))).toEqual([]);
  });
});
