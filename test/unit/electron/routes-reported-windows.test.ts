// SPDX-License-Identifier: MIT
// Windows computers as people reported them.
import { describe, expect, it } from 'vitest';
import type { Advice, Preset, PresetId, Preview } from '../../../electron/contract/preview';
import { Network } from '../../../electron/routes/network';
import { preview } from '../../../electron/routes/preview';
import { trafficOf } from '../../../electron/routes/internet-traffic';
import { trafficSentence } from '../../../electron/texts/traffic-text';
import { networkOf } from './routes-network';
import type { NetworkSketch } from './routes-network';

async function shown(sketch: NetworkSketch) {
  const { snapshot, luid } = networkOf(sketch);
  const answer: Preview = await preview(
    snapshot,
    { operations: [], addresses: [], kinds: {}, vpn: null, blocksOthers: false },
    { remoteSession: null, metricsSetHere: new Set(), userId: 0, managerOf: () => null },
    () => Promise.resolve({ kind: 'failed' }),
  );
  const names = new Map(snapshot.adapters.map((one) => [one.luid, one.alias]));
  const words = { nameOf: (one: string) => names.get(one) ?? one, system: 'Windows' };
  const said = (['IPv4', 'IPv6'] as const).map((family) =>
    trafficSentence(family, answer.traffic[family].now, words),
  );
  return { answer, said, snapshot, luid };
}

function preset({ presets }: Preview, wanted: PresetId): Preset {
  const found = presets.find(({ id }) => id === wanted);
  if (!found) throw new Error(`There is no preset ${wanted}.`);
  return found;
}

describe('a VPN with a fixed IPv4 metric and an automatic IPv6 metric', () => {
  const sketch: NetworkSketch = {
    adapters: {
      Ethernet: { addresses: ['192.0.2.10/24', '2001:db8:1::10/64'] },
      'VPN - VPN Client': {
        addresses: ['198.51.100.20/24', '2001:db8:99::20/64'],
        adapter: { description: 'VPN Client Adapter - VPN' },
        IPv4: { UseAutomaticMetric: 0, Metric: 1 },
        IPv6: { Metric: 35 },
      },
    },
    routes: [
      ['0.0.0.0/0', 'Ethernet', { nextHop: '192.0.2.1', origin: 2 }],
      ['::/0', 'Ethernet', { nextHop: 'fe80::1', metric: 256, origin: 3 }],
      ['0.0.0.0/0', 'VPN - VPN Client', { nextHop: '198.51.100.1', metric: 1 }],
      ['::/0', 'VPN - VPN Client', { nextHop: 'fe80::2', metric: 256 }],
    ],
  };

  it('lets IPv6 leave outside the VPN, which is said and can be changed', async () => {
    const { answer, said, luid } = await shown(sketch);
    expect(said).toEqual([
      'IPv4 internet traffic leaves through VPN - VPN Client.',
      'IPv6 internet traffic leaves through Ethernet.',
    ]);
    expect(answer.presetNow).not.toBe('through-vpn');
    const { operations, exceptions } = preset(answer, 'through-vpn');
    expect(exceptions).toEqual([]);
    expect(operations.map((one) => [one.luid, one.family, one.field, one.value])).toEqual([
      [luid('VPN - VPN Client'), 'IPv6', 'UseAutomaticMetric', 0],
      [luid('VPN - VPN Client'), 'IPv6', 'Metric', 24],
    ]);
  });
});

describe('a VPN that routes the computer’s own networks into the tunnel', () => {
  const sketch: NetworkSketch = {
    adapters: {
      Ethernet: { addresses: ['192.0.2.105/24'] },
      'VirtualBox Host-Only Network': {
        addresses: ['198.51.100.1/24'],
        adapter: { description: 'VirtualBox Host-Only Ethernet Adapter' },
      },
      AmneziaVPN: {
        kind: 'vpn',
        addresses: ['203.0.113.66/32'],
        IPv4: { UseAutomaticMetric: 0, Metric: 5 },
      },
    },
    routes: [
      ['0.0.0.0/0', 'Ethernet', { nextHop: '192.0.2.1' }],
      ['192.0.2.0/24', 'Ethernet', { metric: 256 }],
      ['198.51.100.0/24', 'VirtualBox Host-Only Network', { metric: 256 }],
      ['203.0.113.99/32', 'Ethernet', { nextHop: '192.0.2.1' }],
      ['192.0.2.0/24', 'AmneziaVPN'],
      ['192.0.2.105/32', 'AmneziaVPN'],
      ['198.51.100.0/24', 'AmneziaVPN'],
      ['198.51.100.1/32', 'AmneziaVPN'],
    ],
  };

  it('has no company network, and the networks that are lost are told adapter by adapter', async () => {
    const { answer, luid } = await shown(sketch);
    expect(answer.vpns).toEqual([luid('AmneziaVPN')]);
    expect(preset(answer, 'company-only').companyNetworks).toBe(0);
    expect(answer.advice.map((one) => 'networks' in one && [one.luid, one.networks])).toEqual([
      [luid('Ethernet'), ['192.0.2.0/24']],
      [luid('VirtualBox Host-Only Network'), ['198.51.100.0/24']],
    ]);
  });

  it('gives them back by a metric that is worse than their own', async () => {
    const { answer, snapshot, luid } = await shown(sketch);
    const [first] = answer.advice as readonly Extract<Advice, { id: 'lan-into-vpn' }>[];
    const operations = first?.operations ?? [];
    expect(operations.map(({ field, value }) => [field, value])).toEqual([['Metric', 282]]);
    const after = new Network(snapshot, operations);
    expect(trafficOf(after, 0).IPv4).toMatchObject({ luid: luid('Ethernet') });
  });
});

describe('GlobalProtect, whose adapter says nothing of VPN', () => {
  it('is the VPN, with its company network', async () => {
    const { answer, said, luid } = await shown({
      adapters: {
        Ethernet: { addresses: ['192.0.2.10/24'] },
        'Ethernet 5': {
          addresses: ['198.51.100.7/32'],
          adapter: { description: 'PANGP Virtual Ethernet Adapter Secure' },
          IPv4: { UseAutomaticMetric: 0, Metric: 1 },
        },
        'vEthernet (WSL)': {
          addresses: ['198.51.100.129/28'],
          adapter: { description: 'Hyper-V Virtual Ethernet Adapter' },
        },
      },
      routes: [
        ['0.0.0.0/0', 'Ethernet', { nextHop: '192.0.2.1' }],
        ['203.0.113.40/32', 'Ethernet', { nextHop: '192.0.2.1' }],
        ['0.0.0.0/0', 'Ethernet 5', { metric: 1 }],
        ['203.0.113.128/25', 'Ethernet 5'],
      ],
    });
    expect(said[0]).toBe('IPv4 internet traffic leaves through Ethernet 5.');
    expect(answer.vpns).toEqual([luid('Ethernet 5')]);
    expect(answer.presetNow).toBe('through-vpn');
    expect(preset(answer, 'company-only')).toMatchObject({
      obstacle: null,
      companyNetworks: 1,
      internetLuid: luid('Ethernet'),
    });
  });
});

describe('adapters with odd names', () => {
  it('are told apart, and the VPN is found by its driver', async () => {
    const { answer, said, luid } = await shown({
      adapters: {
        'Připojení k místní síti 9': {
          addresses: ['198.51.100.9/24'],
          adapter: { description: 'TAP-Windows Adapter V9', driver: 'tap0901' },
        },
        Ethernet: { addresses: ['203.0.113.10/25'] },
        'Ethernet\u00a0': { addresses: ['203.0.113.210/25'], adapter: { alias: 'Ethernet' } },
        ' ': { values: { Connected: 0 }, adapter: { description: '' } },
      },
      routes: [
        ['0.0.0.0/0', 'Připojení k místní síti 9', { nextHop: '198.51.100.1', metric: 1 }],
        ['0.0.0.0/0', 'Ethernet\u00a0', { nextHop: '203.0.113.129' }],
      ],
    });
    expect(answer.vpns).toEqual([luid('Připojení k místní síti 9')]);
    expect(said[0]).toBe('IPv4 internet traffic leaves through Ethernet.');
    expect(answer.traffic.IPv4.now).toMatchObject({ luid: luid('Ethernet\u00a0') });
  });
});
