// SPDX-License-Identifier: MIT
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../electron/contract/operation';
import type { Path } from '../../../electron/contract/preview';
import type { Snapshot } from '../../../electron/contract/snapshot';
import { plainFlow } from '../../../electron/routes/flow';
import type { Flow } from '../../../electron/routes/flow';
import { addressOf, addressText } from '../../../electron/routes/ip-address';
import { firstAround, firstBits } from '../../../electron/routes/prefix';
import { lookUpAsProgram, pathOf } from '../../../electron/routes/lookup';
import { Network } from '../../../electron/routes/network';
import { networkOf, set } from './routes-network';

function pathTo(
  snapshot: Snapshot,
  destination: string,
  operations: readonly Operation[] = [],
  flow: Partial<Flow> = {},
): Path {
  const network = new Network(snapshot, operations);
  return pathOf(
    network,
    lookUpAsProgram(network, { ...plainFlow(addressOf(destination), 0), ...flow }),
  );
}

const { snapshot, luid } = networkOf({
  adapters: {
    Ethernet: { addresses: ['192.168.1.34/24'] },
    VPN: { kind: 'vpn', addresses: ['10.8.0.2/24'], IPv4: { Metric: 5, UseAutomaticMetric: 0 } },
    Off: { values: { Connected: 0, Metric: 1 } },
  },
  routes: [
    ['0.0.0.0/0', 'Ethernet', { nextHop: '192.168.1.1' }],
    ['0.0.0.0/0', 'VPN', { metric: 1 }],
    ['0.0.0.0/0', 'Off'],
    ['10.0.0.0/8', 'VPN'],
    ['10.1.0.0/16', 'Ethernet', { nextHop: '192.168.1.9', metric: 500 }],
    ['10.2.0.0/16', 'Ethernet', { validLifetime: 0 }],
  ],
});

const ethernet = luid('Ethernet');
const vpn = luid('VPN');

describe('a lookup by the rules of Windows', () => {
  it('adds route and interface metric, and passes over disconnected interfaces', () => {
    expect(pathTo(snapshot, '1.1.1.1')).toEqual({
      kind: 'through',
      luid: vpn,
      nextHop: null,
      destination: '0.0.0.0',
      prefixLength: 0,
      table: 254,
      metric: 6,
      source: null,
      isConnected: true,
    });
  });

  it('takes the longest prefix, whatever the metrics', () => {
    expect(pathTo(snapshot, '10.1.2.3')).toMatchObject({ luid: ethernet, nextHop: '192.168.1.9' });
  });

  it('passes over expired routes', () => {
    expect(pathTo(snapshot, '10.2.0.1')).toMatchObject({ luid: vpn, prefixLength: 8 });
  });

  it('drops default routes, and no others, of an interface that is switched off', () => {
    const off = [set(vpn, 'IPv4', 'DisableDefaultRoutes', 1)];
    expect(pathTo(snapshot, '1.1.1.1', off)).toMatchObject({ luid: ethernet });
    expect(pathTo(snapshot, '10.9.9.9', off)).toMatchObject({ luid: vpn });
    expect(
      pathTo(snapshot, '1.1.1.1', [...off, set(ethernet, 'IPv4', 'DisableDefaultRoutes', 1)]),
    ).toEqual({ kind: 'nowhere', reason: 'no-route', prefix: null });
  });

  it('keeps the families apart', () => {
    const off = [set(vpn, 'IPv6', 'DisableDefaultRoutes', 1)];
    expect(pathTo(snapshot, '1.1.1.1', off)).toMatchObject({ luid: vpn });
  });

  it('says tie where sums are equal, since the choice is not documented', () => {
    const equal = [set(vpn, 'IPv4', 'Metric', 24)];
    expect(pathTo(snapshot, '1.1.1.1', equal)).toEqual({
      kind: 'tie',
      luids: [ethernet, vpn],
      metric: 25,
    });
  });

  it('estimates the metric of an interface that is made automatic, by speed and medium', () => {
    // 1 Gb/s: 25, and 1 of the route.
    const automatic = [set(vpn, 'IPv4', 'UseAutomaticMetric', 1)];
    expect(pathTo(snapshot, '1.1.1.1', automatic)).toMatchObject({ luid: ethernet, metric: 25 });
  });

  it('sends from an address through the interface that has it, unless that is a weak host', () => {
    const from = { source: addressOf('192.168.1.34') };
    expect(pathTo(snapshot, '1.1.1.1', [], from)).toMatchObject({ luid: ethernet });
    const weak = [set(ethernet, 'IPv4', 'WeakHostSend', 1)];
    expect(pathTo(snapshot, '1.1.1.1', weak, from)).toMatchObject({ luid: vpn });
    const forwarding = [set(ethernet, 'IPv4', 'ForwardingEnabled', 1)];
    expect(pathTo(snapshot, '1.1.1.1', forwarding, from)).toMatchObject({ luid: vpn });
  });

  it('knows the addresses of this computer', () => {
    expect(pathTo(snapshot, '10.8.0.2')).toEqual({ kind: 'this-computer', luid: vpn });
  });
});

describe('a lookup among any routes', () => {
  const prefix = fc
    .tuple(fc.nat(0xffffffff), fc.integer({ min: 0, max: 32 }), fc.nat(2), fc.nat(3))
    .map(([bits, length, dev, metric]) => {
      const text = addressText('IPv4', BigInt(firstAround('IPv4', bits, length)));
      return [`${text}/${length}`, ['a', 'b', 'c'][dev] ?? 'a', { metric }] as const;
    });

  it('finds a longest matching prefix of lowest sum, and only then nothing', () => {
    fc.assert(
      fc.property(fc.array(prefix, { maxLength: 40 }), fc.nat(0xffffffff), (routes, target) => {
        const network = networkOf({
          adapters: { a: { values: { Metric: 1 } }, b: { values: { Metric: 2 } }, c: {} },
          routes,
        }).snapshot;
        const matching = network.routes.filter(
          ({ destination, prefixLength }) =>
            firstAround('IPv4', target, prefixLength) === firstBits('IPv4', destination),
        );
        const longest = Math.max(...matching.map(({ prefixLength }) => prefixLength));
        const path = pathTo(network, addressText('IPv4', BigInt(target)));
        expect(path.kind === 'nowhere').toBe(matching.length === 0);
        if (path.kind === 'through') expect(path.prefixLength).toBe(longest);
      }),
    );
  });
});
