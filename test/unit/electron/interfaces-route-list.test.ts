// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { unpackRoutes } from '../../../electron/contract/route-course';
import type { Route } from '../../../electron/contract/snapshot';
import { splicedList } from '../../../electron/contract/snapshot-patch';
import { RouteList } from '../../../electron/interfaces/route-list';
import { defaultRoute } from '../renderer/sample-snapshot';

const routesPerChunk = 400;

function routes(count: number, metric = 0): Route[] {
  return Array.from({ length: count }, (_, index) =>
    defaultRoute({ metric, destination: `10.${index >> 8}.${index & 255}.0`, prefixLength: 24 }),
  );
}

/** Fetches a whole list as a window does. */
function fetched(list: RouteList, meanwhile: () => void = () => undefined) {
  const first = list.chunk(null, 0);
  const all = [...unpackRoutes(first.routes)];
  while (all.length < first.total) {
    meanwhile();
    const next = list.chunk(first.revision, all.length);
    expect(next.revision).toBe(first.revision);
    all.push(...unpackRoutes(next.routes));
  }
  return { revision: first.revision, all };
}

describe('the list of routes', () => {
  it('comes in chunks of one revision, whatever changes meanwhile', () => {
    const list = new RouteList(routesPerChunk);
    const before = routes(2 * routesPerChunk + 5);
    list.take(1, before, null);
    let revision = 1;
    const { all } = fetched(list, () => {
      revision += 1;
      list.take(revision, routes(3), [{ start: 0, removed: before.length, rows: routes(3) }]);
    });
    expect(all).toEqual(before);
  });

  it('tells what changed since, revision by revision', () => {
    const list = new RouteList(routesPerChunk);
    let now: readonly Route[] = routes(10);
    list.take(1, now, null);
    const { all } = fetched(list);
    for (let revision = 2; revision < 6; revision += 1) {
      const splices = [{ start: revision, removed: 1, rows: routes(2, revision) }];
      now = splicedList(now, splices);
      list.take(revision, now, splices);
    }
    const changes = list.since(1);
    expect(changes?.revision).toBe(5);
    expect(changes?.patches.reduce<readonly Route[]>(splicedList, all)).toEqual(now);
    expect(list.since(5)).toEqual({ revision: 5, patches: [] });
  });

  it('says so when it does not know any more', () => {
    const list = new RouteList(routesPerChunk);
    list.take(1, routes(1), null);
    for (let revision = 2; revision < 400; revision += 1) list.take(revision, routes(1), []);
    expect(list.since(1)).toBeNull();
    expect(list.since(390)?.patches).toHaveLength(9);
    expect(list.since(500)).toBeNull();
    const many = routes(30_000);
    list.take(400, many, [{ start: 0, removed: 1, rows: many }]);
    expect(list.since(399)).toBeNull();
    list.take(401, many, null);
    expect(list.since(400)).toBeNull();
  });
});
