// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import type { InternetPart } from '../../../electron/contract/preview';
import { otherWays, trafficReason, trafficSentence } from '../../../electron/texts/traffic-text';
import { staying, throughHalves, throughVpn, whole } from './sample-preview';
import { ethernetLuid, vpnLuid } from './sample-snapshot';

const names = {
  nameOf: (luid: string) => (luid === vpnLuid ? 'VPN' : 'Ethernet'),
  system: 'Windows',
};

/** What is said of a part of the internet that goes another way: the sentence, and the line about it. */
function saidOf(part: Partial<InternetPart>) {
  const way = { kind: 'through', luid: ethernetLuid } as const;
  const rest = [{ way, share: 0.004, networks: 1, examples: ['8.0.0.0/8'], source: null, ...part }];
  const traffic = { ...throughVpn, ...whole, share: 0.996, rest };
  return [trafficSentence('IPv4', traffic, names), ...otherWays(staying(traffic), names)];
}

describe('a part of the internet that goes another way', () => {
  it.each([
    [['8.0.0.0/8'], '1 network (0.4 %) through Ethernet: 8.0.0.0/8.'],
    // A network of IPv6, and no host.
    [['2001:4860::/32'], '1 network (0.4 %) through Ethernet: 2001:4860::/32.'],
    [['8.0.0.0/8', '9.9.9.9/32'], '2 networks (0.4 %) through Ethernet: 8.0.0.0/8, 9.9.9.9/32.'],
  ])('is named: %j', (examples, line) => {
    expect(saidOf({ examples, networks: examples.length })).toEqual([
      'Most IPv4 internet traffic (99 %) leaves through VPN.',
      line,
    ]);
  });

  it.each([[['203.0.114.9/32']], [['2606:4700::9/128', '2606:4700::8/128']]])(
    'is not worth a word where it is single hosts, as the way to a VPN’s server is: %j',
    (examples) => {
      expect(saidOf({ examples, networks: examples.length })).toEqual([
        'IPv4 internet traffic leaves through VPN.',
      ]);
    },
  );

  it('is told as more than a thousand where nobody counted on', () => {
    const examples = ['8.0.0.0/24', '8.0.2.0/24', '8.0.4.0/24', '8.0.6.0/24'];
    expect(saidOf({ examples, networks: 1001 })[1]).toBe(
      'more than 1,000 networks (0.4 %) through Ethernet: 8.0.0.0/24, 8.0.2.0/24, 8.0.4.0/24 and many more.',
    );
  });

  it.each([
    ['most', ['10.0.0.0/8']],
    ['all', ['203.0.113.9/32']],
  ])('leaves %s to half routes: %j', (takes, examples) => {
    const way = { kind: 'through', luid: ethernetLuid } as const;
    const rest = [{ way, share: 0.004, networks: 1, examples, source: null }];
    expect(trafficReason('IPv4', { ...throughHalves, share: 0.996, rest }, names)).toBe(
      `Two half routes (0.0.0.0/1, 128.0.0.0/1) on VPN take ${takes} IPv4 internet traffic. The switches below don’t affect them.`,
    );
  });

  it('says from which source alone it is found', () => {
    expect(saidOf({ source: '2001:db8::1' })[1]).toContain(
      'through Ethernet if sent from 2001:db8::1',
    );
  });
});
