// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { routeId } from '../../../electron/contract/snapshot';
import { standings } from '../../../electron/routes/default-route-standings';
import { Network } from '../../../electron/routes/network';
import { networkOf, set, usualRules } from './routes-network';
import type { NetworkSketch } from './routes-network';

type Routes = NonNullable<NetworkSketch['routes']>;

/** State and reason of each route, in the order of the routes; null where a route is no default route. */
function standingsOf(sketch: NetworkSketch) {
  const { snapshot } = networkOf(sketch);
  const found = new Map(
    standings(new Network(snapshot), 1000).map(({ route, standing }) => [route, standing]),
  );
  return snapshot.routes.map((route) => {
    const standing = found.get(routeId(route));
    return standing ? `${standing.state}: ${standing.reason}` : null;
  });
}

const adapters = { lan: {}, vpn: {} } as const;
const onWindows = (routes: Routes, more: Partial<NetworkSketch> = {}) =>
  standingsOf({ adapters, routes, ...more });
const onLinux = (routes: Routes, more: Partial<NetworkSketch> = {}) =>
  standingsOf({ stack: 'linux', adapters, routes, ...more });

const lan = ['0.0.0.0/0', 'lan', { nextHop: '192.0.2.1', metric: 10 }] as const;
const vpn = ['0.0.0.0/0', 'vpn', { nextHop: '10.8.0.1', metric: 5 }] as const;
const halves: Routes = [
  ['0.0.0.0/1', 'vpn'],
  ['128.0.0.0/1', 'vpn'],
];

describe('a default route', () => {
  it('wins by the lowest effective metric, others stand by', () => {
    expect(onWindows([lan, vpn])).toEqual(['standby: higher', 'wins: lowest']);
  });

  it('is in a tie with those of the same effective metric on Windows', () => {
    const equal = ['0.0.0.0/0', 'vpn', { nextHop: '10.8.0.1', metric: 10 }] as const;
    expect(onWindows([lan, equal])).toEqual(['tie: tie', 'tie: tie']);
  });

  it('comes first by its place where the kernel keeps an order', () => {
    const first = ['::/0', 'lan', { metric: 9 }] as const;
    const second = ['::/0', 'vpn', { metric: 9 }] as const;
    expect(onLinux([first, second])).toEqual(['wins: first', 'standby: later']);
  });

  it('of several ways wins whole', () => {
    const hops = [
      { dev: 'lan', via: '192.0.2.1' },
      { dev: 'vpn', via: '10.8.0.1' },
    ];
    expect(onLinux([['0.0.0.0/0', null, { hops }], vpn])[0]).toBe('wins: lowest');
  });

  it.each([
    ['off', { DisableDefaultRoutes: 1 }],
    ['disconnected', { Connected: 0 }],
  ])('is ignored with the reason on Windows: %s', (reason, values) => {
    const sketch = { adapters: { lan: {}, vpn: { values } } };
    expect(onWindows([lan, vpn], sketch)).toEqual(['wins: lowest', `ignored: ${reason}`]);
  });

  it.each([
    ['link-down', { flags: 1 }],
    ['expired', { validLifetime: 0 }],
    ['off', { table: 0x49000002 }],
    ['off', { table: 0x4a000002 }],
    ['no-rule', { table: 100 }],
  ])('is ignored with the reason on Linux: %s', (reason, more) => {
    const one = ['::/0', 'vpn', { metric: 1, ...more }] as const;
    const other = ['::/0', 'lan', { metric: 2 }] as const;
    expect(onLinux([one, other])).toEqual([`ignored: ${reason}`, 'wins: lowest']);
  });

  it('stands by where half routes take everything, but not beside one half', () => {
    expect(onWindows([lan, ...halves])[0]).toBe('standby: wide-routes');
    expect(onWindows([lan, ...halves.slice(1)])[0]).toBe('wins: lowest');
  });

  it('of another table wins where a rule leads there, and is for some packets otherwise', () => {
    const other = ['0.0.0.0/0', 'vpn', { table: 100 }] as const;
    const all = { family: 'IPv4', priority: 5, table: 100 } as const;
    const marked = { ...all, mark: 81, markMask: 255 };
    expect(onLinux([lan, other], { rules: [all, ...usualRules] })).toEqual([
      'standby: elsewhere',
      'wins: lowest',
    ]);
    expect(onLinux([lan, other], { rules: [marked, ...usualRules] })).toEqual([
      'wins: lowest',
      'partly: by-rules',
    ]);
  });

  it('for a source or a type of service is for some packets', () => {
    const bySource = ['::/0', 'vpn', { source: '2001:db8::', sourcePrefixLength: 32 }] as const;
    const byService = ['0.0.0.0/0', 'vpn', { tos: 16 }] as const;
    expect(onLinux([bySource, ['::/0', 'lan']])[0]).toBe('partly: by-source');
    expect(onLinux([byService, lan])[0]).toBe('partly: by-service');
  });

  it('may lead nowhere, and then others do not come about', () => {
    const refusing = ['0.0.0.0/0', null, { type: 7, metric: 1 }] as const;
    const behind = ['0.0.0.0/0', 'lan', { metric: 9 }] as const;
    expect(onLinux([refusing, behind])).toEqual(['refuses: refuses', 'standby: higher']);
  });
});

describe('default routes that return', () => {
  it('line up in the order in which the plan is applied, however it is written', () => {
    const parked = (dev: string, table: number) => ['::/0', dev, { metric: 9, table }] as const;
    const { snapshot, luid } = networkOf({
      stack: 'linux',
      adapters,
      routes: [parked('lan', 0x49000001), parked('vpn', 0x49000002)],
    });
    const on = (name: string) => set(luid(name), 'IPv6', 'DisableDefaultRoutes', 0);
    for (const operations of [
      [on('lan'), on('vpn')],
      [on('vpn'), on('lan')],
    ]) {
      const routes = new Network(snapshot, operations).defaultRoutes('IPv6');
      expect(routes.map((route) => route.luid)).toEqual([luid('lan'), luid('vpn')]);
    }
  });
});
