// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import type { InternetTraffic, Path, Preview, Probe } from '../../../electron/contract/preview';
import { answerSentences } from '../../../renderer/pages/internet-traffic/address-answer';
import type { NameLookup } from '../../../renderer/traffic/name-lookup';
import {
  pathThrough,
  probe,
  samplePreview,
  staying,
  throughHalves,
  throughVpn,
  whole,
} from './sample-preview';
import { ethernetLuid, vpnLuid } from './sample-snapshot';

const names = {
  nameOf: (luid: string) => (luid === vpnLuid ? 'Contoso VPN' : 'Ethernet'),
  system: 'Windows',
};
const address = '203.0.113.7';

const typed = (some: Partial<Probe> = {}): Probe =>
  probe({ kind: 'typed', address, split: pathThrough(ethernetLuid), ...some });

const said = (
  probes: readonly Probe[],
  some: Partial<Preview> = {},
  lookup: NameLookup | null = null,
) => {
  const addresses = probes.map((one) => one.address);
  return answerSentences(samplePreview({ probes, ...some }), { addresses, lookup }, names);
};

const toCompany: Path = {
  ...pathThrough(vpnLuid),
  destination: '10.1.0.0',
  prefixLength: 16,
  nextHop: '10.1.0.1',
};

const toHalf: Path = { ...pathThrough(vpnLuid), destination: '128.0.0.0', prefixLength: 1 };
const inTable = (table: number): Path => ({ ...pathThrough(vpnLuid), table });
const { traffic } = samplePreview();
const firstOfTwo: InternetTraffic = {
  ...throughVpn,
  metric: 5,
  next: { luid: ethernetLuid, metric: 5 },
};
const byRules: InternetTraffic = { kind: 'rules', luid: vpnLuid, table: 51820, ...whole };

describe('what is said of a typed address', () => {
  it.each<[string, Partial<Probe>, Partial<Preview>, string]>([
    [
      'split tunnelling would change it',
      {},
      {},
      'goes through Contoso VPN because its default route has the lowest effective metric, 5 (Ethernet: 25); with split tunnelling it would go through Ethernet.',
    ],
    [
      'a route of its own leads there',
      { now: toCompany, after: toCompany, split: toCompany },
      {},
      'goes through Contoso VPN because the route 10.1.0.0/16 leads there; split tunnelling would not change that.',
    ],
    [
      'split tunnelling is on',
      { now: toCompany, after: toCompany, split: toCompany },
      { presetNow: 'company-only' },
      'goes through Contoso VPN because the route 10.1.0.0/16 leads there; split tunnelling is on already.',
    ],
    [
      'split tunnelling can’t be turned on',
      { split: null },
      {},
      'goes through Contoso VPN because its default route has the lowest effective metric, 5 (Ethernet: 25); split tunnelling can’t be turned on here.',
    ],
    [
      'edits change it',
      { after: pathThrough(ethernetLuid) },
      {},
      'goes through Contoso VPN because its default route has the lowest effective metric, 5 (Ethernet: 25); after applying it will go through Ethernet.',
    ],
    [
      'there is no VPN',
      { now: pathThrough(ethernetLuid), after: pathThrough(ethernetLuid), split: null },
      { vpn: null },
      'goes through Ethernet because its default route leads there.',
    ],
    [
      'it is near',
      {
        now: { ...toCompany, luid: ethernetLuid, nextHop: null },
        after: { ...toCompany, luid: ethernetLuid, nextHop: null },
        isReliable: false,
      },
      {},
      'goes through Ethernet because it is in that adapter’s own network, 10.1.0.0/16.',
    ],
    [
      'it has no way',
      {
        now: { kind: 'nowhere', reason: 'blackhole', prefix: '203.0.113.0/24' },
        after: { kind: 'nowhere', reason: 'blackhole', prefix: '203.0.113.0/24' },
        isReliable: false,
      },
      {},
      'goes nowhere: dropped (203.0.113.0/24).',
    ],
    [
      'it has the only default route',
      {},
      { traffic: { ...traffic, IPv4: staying({ ...throughVpn, next: null }) }, vpn: null },
      'goes through Contoso VPN because it has the only usable default route.',
    ],
    [
      'the next default route has the same metric',
      {},
      { traffic: { ...traffic, IPv4: staying(firstOfTwo) }, vpn: null },
      'goes through Contoso VPN because its default route comes first of those with the same metric, 5 (Ethernet: 5).',
    ],
    [
      'its default route is in a table that is asked after main',
      { now: inTable(200), after: inTable(200) },
      { traffic: { ...traffic, IPv4: staying({ ...throughVpn, table: 200 }) }, vpn: null },
      'goes through Contoso VPN because its default route is in table 200, which is asked after the main table.',
    ],
    [
      'the default route is another than that of internet traffic',
      { now: inTable(100), after: inTable(100) },
      { vpn: null },
      'goes through Contoso VPN because its default route leads there.',
    ],
    [
      'rules lead there',
      { now: inTable(51820), after: inTable(51820) },
      { traffic: { ...traffic, IPv4: staying(byRules) }, vpn: null },
      'goes through Contoso VPN because routing rules lead there, to table 51820.',
    ],
    [
      'a half route takes it',
      { now: toHalf, after: toHalf },
      { traffic: { ...traffic, IPv4: staying(throughHalves) }, vpn: null },
      'goes through Contoso VPN because the route 128.0.0.0/1 goes before any default route.',
    ],
  ])('when %s', (_when, some, preview, text) => {
    expect(said([typed(some)], preview)).toEqual([`${address} ${text}`]);
  });

  it('is one sentence of a name whose addresses go alike, and else one for each way', () => {
    const other = typed({ address: '203.0.113.8' });
    const answer = { name: 'example.com', addresses: [], more: 0 };
    const lookup: NameLookup = { kind: 'answered', name: 'example.com', answer };
    const way =
      'goes through Contoso VPN because its default route has the lowest effective metric, 5 (Ethernet: 25); with split tunnelling it would go through Ethernet.';
    expect(said([typed(), other], {}, lookup)).toEqual([`example.com ${way}`]);
    const apart = typed({
      address: '10.1.0.7',
      now: toCompany,
      after: toCompany,
      split: toCompany,
    });
    expect(said([typed(), other, apart], {}, lookup)).toEqual([
      `example.com (203.0.113.7, 203.0.113.8) ${way}`,
      'example.com (10.1.0.7) goes through Contoso VPN because the route 10.1.0.0/16 leads there; split tunnelling would not change that.',
    ]);
  });
});
