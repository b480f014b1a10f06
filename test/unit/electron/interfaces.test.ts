// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppError } from '../../../electron/contract/errors';
import type { BestRoute } from '../../../electron/contract/snapshot';
import type { WindowPatch } from '../../../electron/contract/window-snapshot';
import { Interfaces } from '../../../electron/interfaces/interfaces';
import { AppFailure } from '../../../electron/base/app-failure';
import { defaultRoute } from '../renderer/sample-snapshot';
import { emptySnapshot, FakeStack, numbered } from './interfaces-fake-stack';

const platform = { domain: 'errno', name: 'ENOBUFS', number: 105, call: 'RTM_GETLINK' } as const;
const appError: AppError = { code: 'platform', message: 'RTM_GETLINK failed', platform };

let stack: FakeStack;
let interfaces: Interfaces;
let patches: WindowPatch[];
let failures: (AppError | null)[];
let reads: number;

/** Lets so many milliseconds of the fake clock pass. */
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

function start(): void {
  interfaces.start({
    changed: (patch) => patches.push(patch),
    read: () => (reads += 1),
    readFailed: (error) => failures.push(error),
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  stack = new FakeStack();
  interfaces = new Interfaces(stack);
  patches = [];
  failures = [];
  reads = 0;
});

afterEach(() => {
  interfaces.stop();
  vi.useRealTimers();
});

describe('Interfaces.snapshot', () => {
  it('reads when there is nothing yet, and answers with what it has afterwards', async () => {
    const first = interfaces.snapshot();
    await pass(1);
    expect(await first).toEqual(numbered(1));
    expect(await interfaces.snapshot()).toEqual(numbered(1));
    expect(stack.reads).toBe(1);
  });

  it('joins a first read that is under way', async () => {
    start();
    await pass(0);
    const answer = interfaces.snapshot();
    await pass(1);
    expect(await answer).toEqual(numbered(1));
    expect(stack.reads).toBe(1);
  });

  it('rejects while there is nothing to answer with', async () => {
    stack.answers = [new AppFailure(appError)];
    const answer = expect(interfaces.snapshot()).rejects.toMatchObject({ appError });
    await pass(1);
    await answer;
  });
});

describe('Interfaces.refresh', () => {
  it('never answers with a read that began before the question', async () => {
    start();
    await pass(0);
    const answers = [interfaces.refresh(), interfaces.refresh()];
    await pass(2);
    expect(await Promise.all(answers)).toEqual([numbered(2), numbered(2)]);
    expect(stack.reads).toBe(2);
    expect(stack.mostReadsAtOnce).toBe(1);
  });

  it('reads again after one that failed', async () => {
    stack.answers = [new AppFailure(appError)];
    start();
    await pass(0);
    const answer = interfaces.refresh();
    await pass(2);
    expect(await answer).toEqual(numbered(2));
  });
});

describe('what a window reads', () => {
  it('is the newest snapshot under its number, and the routes of that', async () => {
    stack.answers = [numbered(1), { ...numbered(1), routes: [defaultRoute()] }];
    const first = interfaces.windowSnapshot();
    await pass(1);
    expect(await first).toMatchObject({ revision: 1, defaultRoutes: [] });
    const second = interfaces.refresh();
    await pass(1);
    await second;
    expect(await interfaces.windowSnapshot()).toMatchObject({
      revision: 2,
      defaultRoutes: [defaultRoute()],
    });
    expect(interfaces.routeList.since(1)).toMatchObject({ revision: 2, patches: [[{ start: 0 }]] });
    expect(interfaces.routeList.chunk(null, 0)).toMatchObject({ revision: 2, total: 1 });
  });

  it('is told of each read that succeeds, for what has news of its own', async () => {
    stack.answers = [numbered(1), numbered(1), new AppFailure(appError)];
    start();
    await pass(1);
    for (let read = 0; read < 2; read += 1) {
      interfaces.refresh().catch(() => undefined);
      await pass(1);
    }
    expect(stack.reads).toBe(3);
    expect(reads).toBe(2);
  });

  it('keeps its number while nothing changes', async () => {
    stack.answers = [numbered(1), numbered(1)];
    const reads = [interfaces.snapshot(), interfaces.refresh()];
    await pass(3);
    const [before, after] = await Promise.all(reads);
    expect(after).toBe(before);
    expect(await interfaces.windowSnapshot()).toMatchObject({ revision: 1 });
  });
});

describe('Interfaces between start and stop', () => {
  it('tells what a notified change brought, at once', async () => {
    start();
    await pass(500);
    stack.notify();
    await pass(1);
    expect(patches).toEqual([
      { revision: 2, dnsServers: [{ start: 0, removed: 1, rows: numbered(2).dnsServers }] },
    ]);
  });

  it('gathers the news of a burst into a few reads, and misses none', async () => {
    start();
    await pass(500);
    for (let i = 0; i < 200; i += 1) {
      stack.notify();
      await pass(1);
    }
    expect(stack.reads).toBeLessThanOrEqual(1 + Math.ceil(200 / 25) + 1);
    const readsAtEnd = stack.reads;
    stack.notify();
    await pass(30);
    expect(stack.reads).toBe(readsAtEnd + 1);
  });

  it('reads again for news that come while it reads', async () => {
    start();
    await pass(500);
    stack.readTakes = 10;
    stack.notify();
    await pass(5);
    stack.notify();
    await pass(5 + 25 + 10);
    expect(stack.reads).toBe(3);
    expect(stack.mostReadsAtOnce).toBe(1);
  });

  it('polls once a second without news', async () => {
    start();
    await pass(1);
    expect(stack.reads).toBe(1);
    await pass(999);
    expect(stack.reads).toBe(1);
    await pass(1);
    expect(stack.reads).toBe(2);
  });

  it('polls less often when a read is slow, so that reading takes at most a tenth of the time', async () => {
    stack.readTakes = 500;
    start();
    await pass(500 + 1000 + 500);
    expect(stack.reads).toBe(2);
    await pass(4499);
    expect(stack.reads).toBe(2);
    await pass(1);
    expect(stack.reads).toBe(3);
  });

  it('does not judge by the first read, which tells everything, how often to read', async () => {
    stack.readTakes = 4000;
    start();
    await pass(4000);
    stack.readTakes = 10;
    stack.notify();
    await pass(30);
    expect(stack.reads).toBe(2);
  });

  it('leaves time between reads when news never end and a read is slow', async () => {
    stack.readTakes = 300;
    start();
    await pass(300);
    for (let i = 0; i < 90; i += 1) {
      stack.notify();
      await pass(100);
    }
    expect(stack.reads).toBeLessThanOrEqual(1 + 15);
  });

  it('tells nothing when a read finds what was there before', async () => {
    stack.answers = [numbered(7), numbered(7), numbered(7)];
    start();
    await pass(2500);
    expect(stack.reads).toBe(3);
    expect(patches).toEqual([]);
  });

  it('keeps the last data when reading fails, tells it once, and recovers by itself', async () => {
    stack.answers = [numbered(1), new AppFailure(appError), new AppFailure(appError), numbered(4)];
    start();
    await pass(2500);
    expect(failures).toEqual([appError]);
    expect(await interfaces.snapshot()).toEqual(numbered(1));
    await pass(1000);
    expect(failures).toEqual([appError, null]);
    expect(patches).toEqual([
      { revision: 2, dnsServers: [{ start: 0, removed: 1, rows: numbered(4).dnsServers }] },
    ]);
  });

  it('tells of a failure that is not of the platform as an internal one', async () => {
    stack.answers = [new Error('broken text')];
    start();
    await pass(1);
    expect(failures).toEqual([{ code: 'internal', message: 'broken text' }]);
  });

  it('polls without a watch, and watches as soon as it can', async () => {
    stack.watchFailures = 1;
    start();
    await pass(1500);
    expect(stack.reads).toBe(2);
    stack.notify();
    await pass(30);
    expect(stack.reads).toBe(3);
  });

  it('neither reads, watches nor tells after stop', async () => {
    start();
    await pass(1000);
    interfaces.stop();
    const { reads } = stack;
    expect(stack.watchers.size).toBe(0);
    await pass(5000);
    expect(stack.reads).toBe(reads);
    expect(patches).toEqual([]);
  });

  it('ends a watch that comes after stop', async () => {
    let deliver: () => void = () => undefined;
    const stop = vi.fn();
    stack.watch = () =>
      new Promise((resolve) => {
        deliver = () => {
          resolve({ stop });
        };
      });
    start();
    await pass(1);
    interfaces.stop();
    deliver();
    await pass(0);
    expect(stop).toHaveBeenCalledOnce();
  });
});

describe('Interfaces.bestRoute', () => {
  const answer: BestRoute = {
    luid: '1',
    destination: 'fe80::',
    prefixLength: 64,
    nextHop: '::',
    source: 'fe80::2',
    metric: 256,
    table: 254,
    type: 1,
  };

  it('takes a zone by the name of its adapter', async () => {
    stack.answers = [{ ...emptySnapshot, adapters: [{ index: 4, alias: 'eth0' } as never] }];
    stack.routeAnswer = answer;
    const first = interfaces.snapshot();
    await pass(1);
    await first;
    expect(await interfaces.bestRoute('fe80::1%eth0')).toEqual(answer);
    await interfaces.bestRoute('fe80::1%9');
    await interfaces.bestRoute('192.0.2.1');
    expect(stack.lookedUp).toEqual(['fe80::1%4', 'fe80::1%9', '192.0.2.1']);
  });

  it('refuses what is no address as an invalid request', async () => {
    stack.routeAnswer = new TypeError('destination must be an IPv4 or IPv6 address');
    await expect(interfaces.bestRoute('fe80::1%nowhere')).rejects.toMatchObject({
      appError: { code: 'invalid-request' },
    });
  });

  it('passes the platform’s refusal on', async () => {
    stack.routeAnswer = new AppFailure(appError);
    await expect(interfaces.bestRoute('192.0.2.1')).rejects.toMatchObject({ appError });
  });
});
