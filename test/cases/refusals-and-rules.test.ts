// SPDX-License-Identifier: MIT
// Networks in which routes refuse, sources decide or rules lead elsewhere, as people reported them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CaseNetwork } from './case-network';
import type { Look } from './case-network';

let network: CaseNetwork;
beforeEach(() => {
  network = new CaseNetwork();
});
afterEach(() => {
  network.remove();
});

const standingsOf = ({ standings }: Look) => standings.map(({ standing }) => standing.state).sort();

describe('routes that refuse', () => {
  it('before a default route drop the internet, and are named', () => {
    network.link('eth0');
    network.ip(`
      addr add 192.0.2.2/24 dev eth0
      route add default via 192.0.2.1 dev eth0 metric 100
      addr add 2001:db8:1::2/64 dev eth0 nodad
      -6 route add default via 2001:db8:1::1 dev eth0 metric 1024
      route add blackhole default metric 50
      -6 route add unreachable default metric 512`);
    const shown = network.agreed();
    expect(shown.said.IPv4).toMatch(
      /^IPv4 internet traffic is dropped\. The route 0\.0\.0\.0\/0, a blackhole route with metric 50, drops it\./,
    );
    expect(shown.said.IPv6).toMatch(
      /The route ::\/0, an unreachable route with metric 512, drops it/,
    );
    expect(standingsOf(shown)).toEqual(['refuses', 'refuses', 'standby', 'standby']);
    expect(shown.preview.probes[0]?.now).toMatchObject({ kind: 'nowhere', prefix: '0.0.0.0/0' });
  });

  it.each([
    ['blackhole', 'dropped by a route or rule'],
    ['prohibit', 'dropped by a route or rule'],
    ['unreachable', 'dropped by a route or rule'],
    ['throw', 'with nowhere to go'],
  ])('for a part of the internet (%s) leave the rest its way', (type, way) => {
    network.link('eth0');
    network.ip(`
      addr add 192.0.2.2/24 dev eth0
      route add default via 192.0.2.1 dev eth0
      route add ${type} 8.0.0.0/6`);
    expect(network.agreed().said.IPv4).toBe(
      `Most IPv4 internet traffic (99 %) leaves through eth0. It has the only usable default route. 1 network (1 %) ${way}: 8.0.0.0/6.`,
    );
  });
});

describe('routes for sources', () => {
  it('lead programs out although a plain lookup finds nothing, and the source is named', () => {
    network.link('eth0');
    network.ip(`
      addr add 2001:db8:1::2/64 dev eth0 nodad
      -6 route add default from 2001:db8:1::/64 via 2001:db8:1::1 dev eth0 metric 512
      -6 route add unreachable 2001:db8:2::/48 metric 2147483647`);
    expect(network.routeGet('IPv6', '2606:4700:4700::1111')).toMatch(/unreachable/i);
    const { said, preview } = network.agreed();
    expect(said.IPv6).toBe(
      'IPv6 internet traffic leaves through eth0. It has the only usable default route. Its routes are limited to sources; programs send from 2001:db8:1::2.',
    );
    const probe = preview.probes.find(({ address }) => address === '2606:4700:4700::1111');
    expect(probe).toMatchObject({
      isReliable: true,
      now: { kind: 'through', source: '2001:db8:1::2' },
    });
  });

  it('say which own address goes another way', () => {
    network.link('eth0', 'eth1');
    network.ip(`
      addr add 2001:db8:1::2/64 dev eth0 nodad
      addr add 2001:db8:2::2/64 dev eth1 nodad
      -6 route add default via 2001:db8:1::1 dev eth0 metric 512
      -6 route add default from 2001:db8:2::/64 via 2001:db8:2::1 dev eth1 metric 512`);
    expect(network.agreed().said.IPv6).toContain('Packets from 2001:db8:2::2: through eth1.');
  });
});

describe('nexthop objects', () => {
  beforeEach(() => {
    network.link('eth0', 'eth1');
    network.ip(`
      addr add 192.0.2.2/24 dev eth0
      addr add 198.51.100.2/24 dev eth1
      nexthop add id 1 via 192.0.2.1 dev eth0
      nexthop add id 2 via 198.51.100.1 dev eth1
      nexthop add id 9 blackhole
      nexthop add id 10 group 1/2`);
  });

  it.each([1, 0])('are followed, whatever else the kernel tells (compat mode %i)', (mode) => {
    network.sysctl(`net.ipv4.nexthop_compat_mode=${mode}`);
    network.ip('route add default nhid 10 metric 20');
    expect(network.agreed().said.IPv4).toContain('leaves through eth0 or eth1.');
    network.ip('route del default');
    network.ip('route add default nhid 1 metric 20');
    expect(network.agreed().said.IPv4).toContain(
      'leaves through eth0. It has the only usable default route.',
    );
    network.ip('route add default via 198.51.100.1 dev eth1 metric 100');
    expect(network.agreed().said.IPv4).toContain(
      'lowest effective metric: 20. Next is eth1 with 100.',
    );
  });

  it('that drop are said to', () => {
    network.ip('route add default nhid 9 metric 20');
    expect(network.agreed().said.IPv4).toContain(
      'IPv4 internet traffic is dropped. The route 0.0.0.0/0, a blackhole',
    );
  });
});

describe('rules', () => {
  it('to the table that is asked after main are no other means', () => {
    network.link('eth0', 'eth1');
    network.ip(`
      addr add 192.0.2.2/24 dev eth0
      addr add 198.51.100.2/24 dev eth1
      route add default via 192.0.2.1 dev eth0 table default metric 201`);
    expect(network.agreed().said.IPv4).toBe(
      'IPv4 internet traffic leaves through eth0. Its default route is in table 253, which is asked after the main table. A default route in the main table would be preferred.',
    );
    network.ip('route add default via 198.51.100.1 dev eth1 metric 10');
    expect(network.agreed().said.IPv4).toContain(
      'leaves through eth1. It has the only usable default route.',
    );
  });

  it('of an exit node lead everything, and its program is known', async () => {
    network.link('ens18');
    await network.tunnel('tailscale0');
    network.ip(`
      addr add 192.0.2.206/24 dev ens18
      route add default via 192.0.2.1 dev ens18 metric 100
      addr add 203.0.113.7/32 dev tailscale0
      rule add pref 5210 fwmark 0x80000/0xff0000 lookup main
      rule add pref 5230 fwmark 0x80000/0xff0000 lookup default
      rule add pref 5250 fwmark 0x80000/0xff0000 type unreachable
      rule add pref 5270 lookup 52
      route add default dev tailscale0 table 52
      route add throw 192.0.2.0/24 table 52
      route add 203.0.113.9 dev tailscale0 table 52`);
    const { said, preview } = network.agreed();
    expect(said.IPv4).toContain('Routing rules lead IPv4 internet traffic to tailscale0');
    expect(said.IPv4).toContain('Packets marked 0x80000/0xff0000: through ens18.');
    expect(preview.advice).toMatchObject([
      { id: 'other-means', program: 'Tailscale', evidence: ['52'] },
    ]);
  });

  it('of wg-quick and NetworkManager are told apart', async () => {
    network.link('eth0');
    await network.tunnel('wg0');
    network.ip(`
      addr add 192.0.2.2/24 dev eth0
      route add default via 192.0.2.1 dev eth0
      addr add 198.51.100.2/32 dev wg0
      route add default dev wg0 table 51820
      rule add pref 32765 not fwmark 0xca6c lookup 51820
      rule add pref 32764 lookup main suppress_prefixlength 0`);
    expect(network.agreed().preview.advice).toMatchObject([{ program: 'wg-quick' }]);
    network.ip(`
      rule del pref 32765
      rule del pref 32764
      rule add pref 31401 not fwmark 0xca6c lookup 51820
      rule add pref 31400 lookup main suppress_prefixlength 0`);
    expect(network.agreed().preview.advice).toMatchObject([{ program: 'NetworkManager' }]);
  });

  it('for marks and for another user go elsewhere, which is said', async () => {
    network.link('eth0', 'eth2');
    await network.tunnel('wg0');
    network.ip(`
      addr add 192.0.2.10/24 dev eth0
      addr add 198.51.100.10/24 dev eth2
      addr add 203.0.113.2/32 dev wg0
      route add default via 192.0.2.1 dev eth0 metric 1
      route add default via 198.51.100.1 dev eth2 metric 20
      route add default via 198.51.100.1 dev eth2 table 2
      route add default dev wg0 table 200
      rule add pref 100 uidrange 1000-1000 lookup 200
      rule add pref 2002 fwmark 0x20/0xf0 lookup 2
      rule add pref 2013 fwmark 0xd0/0xf0 type blackhole`);
    expect(network.routeGet('IPv4', '8.8.8.8', 'uid', '1000')).toContain('dev wg0');
    const { said } = network.agreed();
    expect(said.IPv4).toContain('leaves through eth0.');
    expect(said.IPv4).toContain('Programs of user 1000: through wg0.');
    expect(said.IPv4).toContain('Packets marked 0x20/0xf0: through eth2.');
    expect(said.IPv4).toContain('Packets marked 0xd0/0xf0: dropped by a route or rule.');
  });

  it('of strongSwan are known although they lead to no adapter of its own', () => {
    network.link('wlp0');
    network.ip(`
      addr add 192.0.2.186/24 dev wlp0
      addr add 198.51.100.2/32 dev wlp0
      route add default via 192.0.2.1 dev wlp0 metric 600
      rule add pref 220 lookup 220`);
    expect(network.agreed().said.IPv4).toContain('It has the only usable default route.');
    network.ip(`
      route add default via 192.0.2.1 dev wlp0 proto static src 198.51.100.2 table 220
      route add throw 192.0.2.0/24 table 220`);
    expect(network.agreed().preview.advice).toMatchObject([
      { program: 'strongSwan', evidence: ['220'] },
    ]);
  });

  it('say nothing of IPsec, whose policies decide after them and are named', () => {
    network.link('wlp0');
    network.ip(`
      addr add 192.0.2.186/24 dev wlp0
      addr add 198.51.100.2/32 dev wlp0
      route add default via 192.0.2.1 dev wlp0
      xfrm policy add src 198.51.100.2/32 dst 0.0.0.0/0 dir out tmpl src 192.0.2.186 dst 203.0.113.4 proto esp mode tunnel
      xfrm policy add src 198.51.100.2/32 dst 192.0.2.0/24 dir out`);
    expect(network.agreed().said.IPv4).toContain(
      'IPsec encrypts packets to 0.0.0.0/0, whatever way they are routed.',
    );
  });
});
