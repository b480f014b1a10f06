// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { families } from '../../../electron/contract/family';
import type { Route, Snapshot } from '../../../electron/contract/snapshot';
import { patchedSnapshot } from '../../../electron/contract/snapshot-patch';
import type { SnapshotPatch } from '../../../electron/contract/snapshot-patch';
import type { RouteTable } from '../../../electron/routes/route-table';
import { followSnapshot, indexOf, SnapshotIndex } from '../../../electron/routes/snapshot-index';
import { Random } from '../../prediction/random';
import { networkOf } from './routes-network';
import { anySketch } from './routes-random-network';
import { anyPatch } from './routes-random-patch';

/** A route of a snapshot by its place there, so that a difference can be read. */
function placesIn(snapshot: Snapshot): (routes: Iterable<Route>) => string {
  const places = new Map(snapshot.routes.map((route, place) => [route, place]));
  return (routes) => [...routes].map((route) => places.get(route) ?? -1).join(' ');
}

function tableContents(table: RouteTable, places: ReturnType<typeof placesIn>) {
  const prefixes: string[] = [];
  for (const length of table.lengths) {
    table.eachPrefix(length, (first, plainThrough) => {
      const routes = places(table.to({ first, length }));
      prefixes.push(`${first}/${length}: ${plainThrough} ${routes}`);
      return false;
    });
  }
  return { hasSources: table.hasSources, size: table.size, lengths: table.lengths, prefixes };
}

/** All that an index says, whatever has no order in an order. */
function contents(index: SnapshotIndex) {
  const places = placesIn(index.snapshot);
  const inOrder = (routes: readonly Route[]) =>
    places(index.snapshot.routes.filter((route) => routes.includes(route)));
  return {
    tables: families.map((family) =>
      [...index.tables[family]]
        .sort(([one], [other]) => one - other)
        .map(([number, table]) => [number, tableContents(table, places)]),
    ),
    through: [...index.routesThrough]
      .map(([luid, routes]) => `${luid}: ${routes.length} of ${inOrder(routes)}`)
      .sort(),
    throughSeveral: [...index.adapters.keys()].filter((luid) => index.throughSeveral.has(luid)),
    madeForAddresses: places(index.routes.madeForAddresses),
    rows: [index.adapters, index.kinds, index.ipInterfaces, index.addresses, index.owners],
    lists: [index.switchedOff, index.rules],
  };
}

function follow(before: Snapshot, patch: SnapshotPatch): Snapshot {
  const after = patchedSnapshot(before, patch);
  followSnapshot(before, patch, after);
  return after;
}

describe.each(['linux', 'windows'] as const)('the index of a snapshot (%s)', (stack) => {
  it('goes along with any changes as if it were made anew', () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const random = new Random(seed);
      let { snapshot } = networkOf(anySketch(random, stack));
      const { routes } = indexOf(snapshot);
      for (let step = 0; step < 12; step += 1) {
        snapshot = follow(snapshot, anyPatch(random, snapshot, stack));
        expect(indexOf(snapshot).routes).toBe(routes);
        expect(contents(indexOf(snapshot))).toEqual(contents(new SnapshotIndex(snapshot)));
      }
    }
  });

  it('stays true of a snapshot that is followed by another', () => {
    const { snapshot } = networkOf({
      stack,
      adapters: { eth0: {}, tun0: {} },
      routes: [
        ['0.0.0.0/0', 'eth0'],
        ['0.0.0.0/0', 'tun0'],
      ],
    });
    const index = indexOf(snapshot);
    const before = contents(index);
    const defaults = index.tables.IPv4.get(254)?.defaultRoutes ?? [];
    const were = [...defaults];
    follow(snapshot, { routes: [{ start: 0, removed: snapshot.routes.length, rows: [] }] });
    expect(indexOf(snapshot)).toBe(index);
    expect(contents(index)).toEqual(before);
    expect(were).toHaveLength(2);
    expect(defaults).toEqual(were);
  });
});

describe('followSnapshot', () => {
  const { snapshot } = networkOf({
    stack: 'linux',
    adapters: { eth0: {}, tun0: {} },
    routes: [
      ['0.0.0.0/0', 'eth0', { metric: 1 }],
      // Far from the first one: further than it is sought nearby.
      ...Array.from({ length: 200 }, (_, byte) => [`8.${byte}.0.0/16`, 'tun0'] as const),
      ['0.0.0.0/0', 'tun0', { metric: 1 }],
    ],
  });

  it('keeps the order of routes to one prefix that stand apart', () => {
    const { routes } = indexOf(snapshot);
    const [defaultRoute] = snapshot.routes;
    if (!defaultRoute) throw new Error('The network has no routes');
    const between: Route = { ...defaultRoute, nextHop: '192.0.2.1' };
    const after = follow(snapshot, { routes: [{ start: 100, removed: 0, rows: [between] }] });
    expect(indexOf(after).routes).toBe(routes);
    const defaults = routes.tables.IPv4.get(254)?.defaultRoutes;
    expect(defaults).toEqual([after.routes[0], between, after.routes.at(-1)]);
  });

  it('leaves an index alone that is not there', () => {
    const before = { ...snapshot };
    const after = follow(before, { routes: [{ start: 0, removed: 1, rows: [] }] });
    expect(contents(indexOf(after))).toEqual(contents(new SnapshotIndex(after)));
  });

  it('tells which prefixes changed since they were asked for', () => {
    const before = { ...snapshot };
    const { routes } = indexOf(before);
    expect(routes.takeChanged('IPv4')).toBeNull();
    follow(before, { routes: [{ start: 3, removed: 2, rows: [] }] });
    const changed = routes.takeChanged('IPv4') ?? [];
    expect(changed.map(({ first }) => first)).toEqual([0x08020000, 0x08030000]);
    expect(routes.takeChanged('IPv4')).toEqual([]);
  });
});
