// SPDX-License-Identifier: MIT
// Each rule of the kernel by itself; test/prediction holds all of them together to the kernel.
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../electron/contract/operation';
import { plainFlow } from '../../../electron/routes/flow';
import type { Flow } from '../../../electron/routes/flow';
import { addressOf } from '../../../electron/routes/ip-address';
import { lookUpAsProgram, pathOf } from '../../../electron/routes/lookup';
import { Network } from '../../../electron/routes/network';
import { networkOf, set, usualRules } from './routes-network';
import type { NetworkSketch } from './routes-network';

const adapters = {
  eth0: { addresses: ['192.0.2.5/24', '2001:db8::5/64'] },
  wlan0: { kind: 'wi-fi' },
  tun0: { kind: 'vpn' },
  lo: { kind: 'loopback' },
} as const;

type Sketch = Omit<NetworkSketch, 'adapters' | 'stack'>;

/** Where an address goes in a network of these adapters: the adapter's name, several, or why nowhere. */
function goes(
  sketch: Sketch,
  destination: string,
  operations: (luid: (name: string) => string) => readonly Operation[] = () => [],
  flow: Partial<Flow> = {},
): string {
  const { snapshot, luid } = networkOf({ ...sketch, adapters, stack: 'linux' });
  const network = new Network(snapshot, operations(luid));
  const path = pathOf(
    network,
    lookUpAsProgram(network, { ...plainFlow(addressOf(destination), 1000), ...flow }),
  );
  const name = (wanted: string) =>
    snapshot.adapters.find((adapter) => adapter.luid === wanted)?.alias ?? '?';
  switch (path.kind) {
    case 'through':
      return name(path.luid);
    case 'tie':
      return path.luids.map(name).join(' or ');
    case 'this-computer':
      return 'here';
    case 'nowhere':
      return path.reason;
  }
}

const viaEth0 = ['0.0.0.0/0', 'eth0', { nextHop: '192.0.2.1', metric: 100 }] as const;
const viaTun0 = ['0.0.0.0/0', 'tun0', { metric: 50, table: 51820 }] as const;

/** A rule before the usual ones. */
const withRule = (
  rule: Partial<(typeof usualRules)[number]>,
  routes: Sketch['routes'] = [viaEth0, viaTun0],
): Sketch => ({
  routes,
  rules: [{ family: 'IPv4', priority: 100, table: 51820, ...rule }, ...usualRules],
});

describe('the rules of Linux', () => {
  it('ask local, main and default in turn', () => {
    const routes: Sketch['routes'] = [
      viaEth0,
      ['192.0.2.5/32', 'eth0', { table: 255, type: 2 }],
      ['0.0.0.0/0', 'wlan0', { table: 253 }],
    ];
    expect(goes({ routes }, '192.0.2.5')).toBe('here');
    expect(goes({ routes }, '1.1.1.1')).toBe('eth0');
    expect(goes({ routes: routes.slice(1) }, '1.1.1.1')).toBe('wlan0');
    expect(goes({ routes: [] }, '1.1.1.1')).toBe('no-route');
  });

  it.each<[string, Parameters<typeof withRule>[0], string]>([
    ['everything', {}, 'tun0'],
    ['a destination that fits', { destination: '1.1.0.0', destinationPrefixLength: 16 }, 'tun0'],
    ['another destination', { destination: '1.2.0.0', destinationPrefixLength: 16 }, 'eth0'],
    ['a source, while none is chosen', { source: '192.0.2.0', sourcePrefixLength: 24 }, 'eth0'],
    ['sources that 0.0.0.0 lies in', { source: '0.0.0.0', sourcePrefixLength: 8 }, 'tun0'],
    ['packets of this computer', { inputInterface: 'lo' }, 'tun0'],
    ['packets that come in', { inputInterface: 'eth0' }, 'eth0'],
    ['packets bound to an interface', { outputInterface: 'tun0' }, 'eth0'],
    ['a mark', { mark: 0x51, markMask: 0xffffffff }, 'eth0'],
    ['the lack of a mark', { mark: 0, markMask: 0x10 }, 'tun0'],
    ['anything but a mark', { mark: 0xca6c, markMask: 0xffffffff, invert: true }, 'tun0'],
    ['nothing at all', { invert: true }, 'eth0'],
    ['a type of service', { tos: 16 }, 'eth0'],
    ['UDP, which a lookup is for', { ipProtocol: 17 }, 'tun0'],
    ['TCP', { ipProtocol: 6 }, 'eth0'],
    ['a port', { destinationPorts: [53, 53] }, 'eth0'],
    ['a port of the sender', { sourcePorts: [53, 53] }, 'eth0'],
    ['this user', { uidRange: [1000, 1000] }, 'tun0'],
    ['another user', { uidRange: [0, 999] }, 'eth0'],
    ['devices of a VRF', { l3mdev: true }, 'eth0'],
    ['nothing to do', { action: 3 }, 'eth0'],
    ['a refusal', { action: 7 }, 'unreachable'],
    ['a prohibition', { action: 8 }, 'prohibit'],
    ['a black hole', { action: 6 }, 'blackhole'],
    ['a jump over the others', { action: 2, gotoPriority: 32767 }, 'no-route'],
    ['a jump to nowhere', { action: 2, gotoPriority: 5000 }, 'eth0'],
    ['a route that is not too general', { suppressPrefixLength: 0 }, 'eth0'],
    ['a table that is empty', { table: 77 }, 'eth0'],
  ])('that look for %s', (_what, rule, expected) => {
    expect(goes(withRule(rule), '1.1.1.1')).toBe(expected);
  });

  it('that look for a source count once a source is chosen', () => {
    const sketch = withRule({ source: '192.0.2.0', sourcePrefixLength: 24 });
    expect(goes(sketch, '1.1.1.1', undefined, { source: addressOf('192.0.2.5') })).toBe('tun0');
  });

  it('that look for UDP do not fit a lookup in IPv6', () => {
    const routes: Sketch['routes'] = [
      ['::/0', 'eth0'],
      ['::/0', 'tun0', { table: 51820 }],
    ];
    expect(goes(withRule({ family: 'IPv6', ipProtocol: 17 }, routes), '2600::1')).toBe('eth0');
    expect(goes(withRule({ family: 'IPv6' }, routes), '2600::1')).toBe('tun0');
  });

  it('suppress ways, but not refusals', () => {
    const refusing: Sketch['routes'] = [['0.0.0.0/0', null, { type: 7 }]];
    const rules = [
      { family: 'IPv4', priority: 10, table: 254, suppressPrefixLength: 0 },
      { family: 'IPv4', priority: 20, table: 51820 },
    ] as const;
    expect(goes({ routes: [...refusing, viaTun0], rules }, '1.1.1.1')).toBe('unreachable');
    expect(goes({ routes: [viaEth0, viaTun0], rules }, '1.1.1.1')).toBe('tun0');
  });
});

describe('an IPv4 table of Linux', () => {
  it('takes the first usable route of the longest prefix', () => {
    const routes: Sketch['routes'] = [
      viaEth0,
      ['10.0.0.0/8', 'wlan0', { flags: 1 }],
      ['10.0.0.0/8', 'tun0', { metric: 7 }],
      ['10.1.0.0/16', 'wlan0', { flags: 1 }],
    ];
    expect(goes({ routes }, '10.1.1.1')).toBe('tun0');
  });

  it('still uses a link without carrier, unless the kernel calls its routes dead', () => {
    const down = (flags: number): Sketch => ({ routes: [['10.0.0.0/8', 'wlan0', { flags }]] });
    expect(goes(down(16), '10.1.1.1')).toBe('wlan0');
    expect(goes(down(17), '10.1.1.1')).toBe('no-route');
  });

  it.each([
    [6, 'blackhole'],
    [7, 'unreachable'],
    [8, 'prohibit'],
    [9, 'eth0'],
  ])('heeds routes of type %d', (type, expected) => {
    const inOther = ['10.0.0.0/8', null, { type, table: 51820 }] as const;
    expect(goes(withRule({}, [viaEth0, inOther]), '10.1.1.1')).toBe(expected);
  });

  it('leaves out routes for a type of service', () => {
    expect(goes({ routes: [['0.0.0.0/0', 'wlan0', { tos: 16 }], viaEth0] }, '1.1.1.1')).toBe(
      'eth0',
    );
  });

  it('says tie among the live hops of a multipath route', () => {
    const hops = [{ dev: 'eth0' }, { dev: 'wlan0' }, { dev: 'tun0', flags: 1 }];
    expect(goes({ routes: [['10.0.0.0/8', null, { hops }]] }, '10.1.1.1')).toBe('eth0 or wlan0');
    expect(goes({ routes: [['10.0.0.0/8', null, { hops: hops.slice(1) }]] }, '10.1.1.1')).toBe(
      'wlan0',
    );
  });

  it('says tie among default routes of equal metric with gateways, and of no others', () => {
    const equal = ['0.0.0.0/0', 'wlan0', { nextHop: '192.0.2.9', metric: 100 }] as const;
    expect(goes({ routes: [viaEth0, equal] }, '1.1.1.1')).toBe('eth0 or wlan0');
    const onLink = ['0.0.0.0/0', 'tun0', { metric: 100 }] as const;
    expect(goes({ routes: [onLink, viaEth0, equal] }, '1.1.1.1')).toBe('tun0');
    const half = (dev: string) => ['10.0.0.0/8', dev, { nextHop: '192.0.2.9' }] as const;
    expect(goes({ routes: [half('wlan0'), half('eth0')] }, '10.1.1.1')).toBe('wlan0');
  });
});

describe('an IPv6 table of Linux', () => {
  it('prefers the lowest metric, then the router preference', () => {
    const routes: Sketch['routes'] = [
      ['::/0', 'eth0', { metric: 100, preference: 3 }],
      ['::/0', 'wlan0', { metric: 100, preference: 1 }],
      ['::/0', 'tun0', { metric: 200, preference: 1 }],
    ];
    expect(goes({ routes }, '2600::1')).toBe('wlan0');
  });

  it('weighs all other metrics together when nothing of the lowest is usable', () => {
    const routes: Sketch['routes'] = [
      ['::/0', 'eth0', { metric: 100, flags: 1 }],
      ['::/0', 'wlan0', { metric: 200 }],
      ['::/0', 'tun0', { metric: 300, preference: 1 }],
    ];
    expect(goes({ routes }, '2600::1')).toBe('tun0');
  });

  it('leaves out expired routes', () => {
    const routes: Sketch['routes'] = [
      ['::/0', 'eth0', { metric: 1, validLifetime: 0 }],
      ['::/0', 'wlan0', { metric: 2 }],
    ];
    expect(goes({ routes }, '2600::1')).toBe('wlan0');
  });

  it('goes back to a shorter prefix, and refuses where that refuses', () => {
    const routes: Sketch['routes'] = [
      ['2600::/12', 'eth0', { flags: 1 }],
      ['::/0', 'lo', { type: 7, metric: 1024 }],
    ];
    expect(goes({ routes }, '2600::1')).toBe('unreachable');
  });

  it('takes routes for a source only for that source', () => {
    const routes: Sketch['routes'] = [
      ['::/0', 'eth0', { metric: 500 }],
      ['::/0', 'tun0', { metric: 1, source: '2001:db8:9::', sourcePrefixLength: 48 }],
    ];
    const from = (source: string) => ({ source: addressOf(source) });
    expect(goes({ routes }, '2600::1')).toBe('eth0');
    expect(goes({ routes }, '2600::1', undefined, from('2001:db8:9::1'))).toBe('tun0');
    expect(goes({ routes }, '2600::1', undefined, from('2001:db8:8::1'))).toBe('eth0');
  });

  it('passes over a destination that has routes for other sources, as the kernel does', () => {
    const routes: Sketch['routes'] = [
      ['2600::/12', 'eth0'],
      ['2600::/12', 'tun0', { source: '2001:db8:9::', sourcePrefixLength: 48 }],
      ['::/0', 'wlan0'],
    ];
    expect(goes({ routes }, '2600::1')).toBe('wlan0');
  });

  it('stays on the link that a zone names', () => {
    const routes: Sketch['routes'] = [
      ['fe80::/64', 'eth0', { metric: 256 }],
      ['fe80::/64', 'wlan0', { metric: 256 }],
    ];
    const boundTo = networkOf({ adapters }).luid('wlan0');
    expect(goes({ routes }, 'fe80::1', undefined, { boundTo })).toBe('wlan0');
  });
});

describe('DisableDefaultRoutes on Linux', () => {
  const off =
    (name: string, family: 'IPv4' | 'IPv6' = 'IPv4') =>
    (luid: (name: string) => string) => [set(luid(name), family, 'DisableDefaultRoutes', 1)];
  const on =
    (name: string, family: 'IPv4' | 'IPv6' = 'IPv4') =>
    (luid: (name: string) => string) => [set(luid(name), family, 'DisableDefaultRoutes', 0)];
  const wlan = ['0.0.0.0/0', 'wlan0', { nextHop: '192.0.2.9', metric: 600 }] as const;
  // wlan0 is link number 2.
  const parked = ['0.0.0.0/0', 'wlan0', { metric: 10, table: 0x49000002 }] as const;

  it('takes the default routes of the main table out, and nothing else', () => {
    const routes = [viaEth0, wlan, ['10.0.0.0/8', 'eth0'] as const];
    expect(goes({ routes }, '1.1.1.1', off('eth0'))).toBe('wlan0');
    expect(goes({ routes }, '10.1.1.1', off('eth0'))).toBe('eth0');
    expect(goes(withRule({}), '1.1.1.1', off('tun0'))).toBe('tun0');
  });

  it('brings parked ones back at their place among metrics', () => {
    expect(goes({ routes: [viaEth0, parked] }, '1.1.1.1')).toBe('eth0');
    expect(goes({ routes: [viaEth0, parked] }, '1.1.1.1', on('wlan0'))).toBe('wlan0');
  });

  it('brings a learnt one back with the metric of the kernel', () => {
    const learnt = ['::/0', 'wlan0', { metric: 1, table: 0x4a000002 }] as const;
    const worse = ['::/0', 'eth0', { metric: 1025 }] as const;
    const better = ['::/0', 'eth0', { metric: 1023 }] as const;
    expect(goes({ routes: [worse, learnt] }, '2600::1', on('wlan0', 'IPv6'))).toBe('wlan0');
    expect(goes({ routes: [better, learnt] }, '2600::1', on('wlan0', 'IPv6'))).toBe('eth0');
  });

  it('leaves what is set and unset again as it was', () => {
    const both = (luid: (name: string) => string) => [...off('eth0')(luid), ...on('eth0')(luid)];
    expect(goes({ routes: [viaEth0, wlan] }, '1.1.1.1', both)).toBe('eth0');
  });
});
