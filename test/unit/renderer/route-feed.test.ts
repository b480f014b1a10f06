// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import type { Route } from '../../../electron/contract/snapshot';
import { splicedList } from '../../../electron/contract/snapshot-patch';
import type { Splice } from '../../../electron/contract/snapshot-patch';
import { windowSnapshotOf } from '../../../electron/contract/window-snapshot';
import { RouteList } from '../../../electron/interfaces/route-list';
import {
  arrangeRows,
  rearrangeRows,
  usualFilters,
} from '../../../renderer/pages/routes/arrange-rows';
import type { Arrangement } from '../../../renderer/pages/routes/arrange-rows';
import { madeRows, noMadeRows } from '../../../renderer/pages/routes/made-rows';
import { RouteFeed } from '../../../renderer/pages/routes/route-feed';
import type { RouteListing } from '../../../renderer/pages/routes/route-feed';
import { rowContext } from '../../../electron/texts/route-rows';
import { Random } from '../../prediction/random';
import { defaultRoute, ethernetLuid, sampleSnapshot, vpnLuid } from './sample-snapshot';

const routesPerChunk = 4000;

const random = new Random(7);

function anyRoute(): Route {
  return defaultRoute({
    destination: `10.${random.below(256)}.${random.below(256)}.0`,
    prefixLength: random.pick([0, 8, 16, 24]),
    luid: random.pick([ethernetLuid, vpnLuid]),
    nextHop: random.pick(['0.0.0.0', '192.168.1.1', '10.8.0.1']),
    metric: random.below(4),
  });
}

const routes = (count: number) => Array.from({ length: count }, anyRoute);

/** Main's list, and the calls that a window makes. */
class Main {
  readonly list = new RouteList(routesPerChunk);
  revision = 1;
  now: readonly Route[];
  calls: string[] = [];
  failure: Error | null = null;

  constructor(count: number) {
    this.now = routes(count);
    this.list.take(1, this.now, null);
  }

  change(): void {
    const starts = [random.below(this.now.length), random.below(this.now.length)];
    const splices = [...new Set(starts)]
      .sort((a, b) => a - b)
      .map((start): Splice<Route> => ({ start, removed: 1, rows: routes(random.below(3)) }));
    this.revision += 1;
    this.now = splicedList(this.now, splices);
    this.list.take(this.revision, this.now, splices);
  }

  /** A third of the routes are others at once. */
  upheaval(): void {
    const removed = Math.floor(this.now.length / 3);
    const splices = [{ start: 5, removed, rows: routes(removed + 7) }];
    this.revision += 1;
    this.now = splicedList(this.now, splices);
    this.list.take(this.revision, this.now, splices);
  }

  readonly bridge = {
    chunk: (revision: number | null, start: number) =>
      this.#answer('chunk', () => this.list.chunk(revision, start)),
    since: (revision: number) => this.#answer('since', () => this.list.since(revision)),
  };

  async #answer<T>(name: string, make: () => T) {
    this.calls.push(name);
    await Promise.resolve();
    if (this.failure) throw this.failure;
    return { ok: true, value: make() } as const;
  }
}

/** A feed, what it told, and a way to wait until it has nothing left to do. */
function feedOf(main: Main) {
  const told: RouteListing[] = [];
  const feed = new RouteFeed(main.bridge, (listing) => told.push(listing));
  const settled = async () => {
    for (let before = -1; before !== main.calls.length;) {
      before = main.calls.length;
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  return { told, feed, settled, routes: () => told.at(-1)?.routes };
}

describe('the routes that a page lists', () => {
  it('come in chunks, and the first is shown before the last is there', async () => {
    const main = new Main(2 * routesPerChunk + 7);
    const { feed, told, settled, routes: all } = feedOf(main);
    feed.follow(1);
    await settled();
    expect(told[0]).toMatchObject({ total: 2 * routesPerChunk + 7 });
    expect(told.map((listing) => listing.routes.length)).toEqual([
      routesPerChunk,
      2 * routesPerChunk,
      2 * routesPerChunk + 7,
    ]);
    expect(all()).toEqual(main.now);
  });

  it('follow what changes, several changes as one answer, while and after they are fetched', async () => {
    const main = new Main(routesPerChunk + 7);
    const { feed, settled, routes: all } = feedOf(main);
    feed.follow(1);
    for (let change = 0; change < 50; change += 1) {
      main.change();
      feed.follow(main.revision);
      if (random.chance(0.3)) await settled();
    }
    await settled();
    expect(all()).toEqual(main.now);
    const asked = main.calls.length;
    for (let change = 0; change < 50; change += 1) main.change();
    feed.follow(main.revision);
    await settled();
    expect(main.calls.slice(asked)).toEqual(['since']);
    expect(all()).toEqual(main.now);
  });

  it('are fetched anew where main does not know the way any more', async () => {
    const main = new Main(20);
    const { feed, settled, routes: all } = feedOf(main);
    feed.follow(1);
    await settled();
    for (let change = 0; change < 300; change += 1) main.change();
    feed.follow(main.revision);
    await settled();
    expect(all()).toEqual(main.now);
  });

  it('stay while they cannot be read, and go on when they can', async () => {
    const main = new Main(20);
    const { feed, told, settled, routes: all } = feedOf(main);
    feed.follow(1);
    await settled();
    main.change();
    main.failure = new Error('no answer');
    feed.follow(main.revision);
    await settled();
    expect(told.at(-1)).toMatchObject({ error: main.failure });
    expect(all()).toHaveLength(20);
    main.failure = null;
    feed.follow(0);
    await settled();
    expect(told.at(-1)?.error).toBeNull();
    expect(all()).toEqual(main.now);
  });

  it('are told of no more when the page has gone', async () => {
    const main = new Main(3 * routesPerChunk);
    const { feed, told, settled } = feedOf(main);
    feed.follow(1);
    feed.stop();
    await settled();
    expect(told).toEqual([]);
    expect(main.calls).toHaveLength(1);
  });
});

describe('rows that are made and arranged step by step', () => {
  it.each(['destination', 'gateway', 'interface', 'metric', 'origin'] as const)(
    'are those made and arranged at once, by %s',
    async (column) => {
      const main = new Main(400);
      const { feed, told, settled } = feedOf(main);
      const context = rowContext(windowSnapshotOf(sampleSnapshot(), 1));
      const by: Arrangement = {
        filters: { ...usualFilters, families: ['IPv4'] },
        sort: { column, descending: random.chance(0.5) },
        lookedUpId: null,
      };
      let made = noMadeRows;
      let arranged = arrangeRows(made.rows, by);
      const catchUp = async () => {
        feed.follow(main.revision);
        await settled();
        const listing = told.at(-1);
        if (!listing) throw new Error('Nothing was told.');
        made = madeRows(made, listing, context, made.standings);
        arranged = made.delta
          ? rearrangeRows(arranged, made.delta, by)
          : arrangeRows(made.rows, by);
        return listing;
      };
      for (let step = 0; step < 40; step += 1) {
        const listing = await catchUp();
        const anew = madeRows(noMadeRows, listing, context, made.standings);
        expect(made.rows).toEqual(anew.rows);
        const keys = (rows: typeof arranged) =>
          rows.map((row) => [row.order, row[column as 'gateway'], row.metric]);
        expect(keys(arranged)).toEqual(keys(arrangeRows(anew.rows, by)));
        expect(new Set(arranged)).toEqual(new Set(made.rows));
        if (step % 7 === 3) main.upheaval();
        else main.change();
      }
    },
  );
});
