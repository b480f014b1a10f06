// SPDX-License-Identifier: MIT
// Networks with tunnels, as people reported them: what the first page says of each, held against the kernel.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Preset, PresetId } from '../../electron/contract/preview';
import { CaseNetwork } from './case-network';
import type { Look } from './case-network';

let network: CaseNetwork;
beforeEach(() => {
  network = new CaseNetwork();
});
afterEach(() => {
  network.remove();
});

function preset({ preview }: Look, wanted: PresetId): Preset {
  const found = preview.presets.find(({ id }) => id === wanted);
  if (!found) throw new Error(`There is no preset ${wanted}.`);
  return found;
}

const vpnsOf = ({ preview, nameOf }: Look) => preview.vpns.map(nameOf);

describe('wide routes of a tunnel', () => {
  const wide =
    '1.0.0.0/8 2.0.0.0/7 4.0.0.0/6 8.0.0.0/7 11.0.0.0/8 12.0.0.0/6 16.0.0.0/4 32.0.0.0/3 64.0.0.0/3 96.0.0.0/6 ' +
    '100.0.0.0/10 100.128.0.0/9 101.0.0.0/8 102.0.0.0/7 104.0.0.0/5 112.0.0.0/5 120.0.0.0/6 124.0.0.0/7 126.0.0.0/8 ' +
    '128.0.0.0/3 160.0.0.0/5 168.0.0.0/8 170.0.0.0/7 172.0.0.0/12 172.32.0.0/11 172.64.0.0/10 172.128.0.0/9 ' +
    '173.0.0.0/8 174.0.0.0/7 176.0.0.0/4 192.128.0.0/11 192.160.0.0/13 193.0.0.0/8 194.0.0.0/7 196.0.0.0/6 ' +
    '200.0.0.0/5 208.0.0.0/4';
  const wideInIpv6 =
    '100::/8 200::/7 400::/6 800::/5 1000::/4 2000::/3 4000::/4 6000::/3 8000::/2 c000::/3';

  beforeEach(async () => {
    network.link('eth0');
    await network.tunnel('tun0');
    network.ip(`
      addr add 192.0.2.2/24 dev eth0
      route add default via 192.0.2.1 dev eth0 metric 100
      addr add 2001:db8:1::2/64 dev eth0 nodad
      -6 route add default via 2001:db8:1::1 dev eth0 metric 100
      addr add 198.51.100.2/32 dev tun0
      addr add 2001:db8:99::2/128 dev tun0 nodad
      route add 203.0.113.10 via 192.0.2.1 dev eth0`);
  });

  it('that leave out 0.0.0.0/8 and private networks take the internet, and what they miss is named', () => {
    for (const prefix of wide.split(' ')) network.ip(`route add ${prefix} dev tun0`);
    for (const prefix of wideInIpv6.split(' ')) network.ip(`-6 route add ${prefix} dev tun0`);
    const shown = network.agreed();
    expect(shown.said.IPv4).toMatch(
      /^Most IPv4 internet traffic \(\d\d %\) leaves through tun0\. 37 routes \(32\.0\.0\.0\/3, 64\.0\.0\.0\/3, 128\.0\.0\.0\/3 and 34 more\) on tun0 take most IPv4 internet traffic\./,
    );
    expect(shown.said.IPv4).toMatch(
      /\d+ networks \(0\.8 %\) through eth0: 169\.0\.0\.0\/8, .+ more\.$/,
    );
    expect(shown.said.IPv6).toMatch(
      /^IPv6 internet traffic leaves through tun0\. A wide route \(2000::\/3\)/,
    );
    expect(shown.preview.warnings).toEqual([]);
    expect(preset(shown, 'company-only').obstacle).toBe('wide-routes');
    expect(vpnsOf(shown)).toEqual(['tun0']);
  });

  it('of which the program that made them has ended lead nowhere', () => {
    network.ip(`
      tuntap add tun1 mode tun
      link set tun1 up
      route add 0.0.0.0/1 dev tun1
      route add 128.0.0.0/1 dev tun1`);
    const shown = network.agreed();
    expect(shown.said.IPv4).toBe(
      'IPv4 internet traffic is lost in tun1, which isn’t connected. The route 0.0.0.0/1 still leads there. Connect tun1 again, or end the program that made it.',
    );
    expect(vpnsOf(shown)).not.toContain('tun1');
  });

  it('in two halves are OpenVPN’s, and its setting is named', () => {
    network.ip(`
      route add 0.0.0.0/1 dev tun0
      route add 128.0.0.0/1 dev tun0`);
    const { preview, said } = network.agreed();
    expect(said.IPv4).toContain('Two half routes (0.0.0.0/1, 128.0.0.0/1) on tun0 take all IPv4');
    expect(preview.advice).toMatchObject([
      { id: 'other-means', means: 'wide-routes', program: 'OpenVPN', families: ['IPv4'] },
    ]);
  });
});

describe('default routes of tunnels', () => {
  it('of one metric are said to be so, and the peer of a tunnel is no company network', async () => {
    network.link('wlan0');
    await network.tunnel('tun0');
    await network.tunnel('ppp0');
    network.ip(`
      addr add 192.0.2.20/24 dev wlan0
      addr add 198.51.100.6 peer 198.51.100.5 dev tun0
      addr add 203.0.113.66/32 dev ppp0
      route add default via 192.0.2.1 dev wlan0 metric 600
      route append default via 198.51.100.5 dev tun0 metric 50
      route append default dev ppp0 metric 50
      route add 203.0.113.10 via 192.0.2.1 dev wlan0 metric 600`);
    const shown = network.agreed();
    expect(shown.said.IPv4).toBe(
      'IPv4 internet traffic leaves through tun0. Its default route and that of ppp0 have the same metric, 50; Linux takes the first.',
    );
    expect(vpnsOf(shown)).toEqual(['tun0', 'ppp0']);
    expect(preset(shown, 'company-only').companyNetworks).toBe(0);
  });

  it('come with a company network beside them, which alone is left when they go', async () => {
    network.link('enp6s0');
    await network.tunnel('tun0');
    network.ip(`
      addr add 192.0.2.20/24 dev enp6s0
      route add default via 192.0.2.1 dev enp6s0 metric 100
      addr add 198.51.100.130/27 dev tun0
      route add default via 198.51.100.129 dev tun0 metric 50
      route add 203.0.113.0/25 via 198.51.100.129 dev tun0 metric 50
      route add 203.0.113.200 via 192.0.2.1 dev enp6s0 metric 50`);
    const shown = network.agreed();
    expect(shown.said.IPv4).toContain('leaves through tun0');
    const split = preset(shown, 'company-only');
    expect([split.obstacle, split.operations.length, split.companyNetworks]).toEqual([null, 1, 1]);
    expect(shown.nameOf(split.internetLuid ?? '')).toBe('enp6s0');
  });

  it('of a cloud server’s VPN stand beside a gateway that is on-link by decree', async () => {
    network.link('eth0');
    await network.tunnel('awg0');
    network.ip(`
      addr add 203.0.113.5/32 dev eth0
      route add default via 192.0.2.1 dev eth0 onlink proto static metric 100
      addr add 198.51.100.2/32 dev awg0
      route add default dev awg0 metric 50
      route add 203.0.113.200 via 192.0.2.1 dev eth0 onlink`);
    const shown = network.agreed();
    expect(shown.said.IPv4).toBe(
      'IPv4 internet traffic leaves through awg0. Its default route has the lowest effective metric: 50. Next is eth0 with 100.',
    );
    expect(preset(shown, 'company-only').companyNetworks).toBe(0);
  });

  it('with IPv6 gateways for IPv4 are read, alone and of several hops', () => {
    network.link('eth0', 'eth1');
    network.ip(`
      addr add 203.0.113.5/32 dev eth0
      addr add 203.0.113.6/32 dev eth1
      -4 route add default via inet6 fe80::1 dev eth0 metric 100
      -4 route add default via inet6 fe80::2 dev eth1 metric 200`);
    expect(network.agreed().said.IPv4).toContain(
      'leaves through eth0. Its default route has the lowest',
    );
    network.ip(`
      -4 route flush default
      -4 route add default metric 100 nexthop via inet6 fe80::1 dev eth0 nexthop via inet6 fe80::2 dev eth1 weight 3`);
    expect(network.agreed().said.IPv4).toContain('leaves through eth0 or eth1.');
  });
});

describe('tunnels that are no VPN', () => {
  it('are a virtual machine’s taps in a bridge', async () => {
    network.link('enp3s0');
    network.ip(`
      link add br0 type bridge
      link set br0 up
      link set enp3s0 master br0
      addr add 192.0.2.2/24 dev br0
      route add default via 192.0.2.1 dev br0
      addr add 2001:db8:1::2/64 dev br0 nodad
      -6 route add default via 2001:db8:1::1 dev br0`);
    for (const tap of ['vnet0', 'vnet1']) {
      await network.tunnel(tap, 'tap');
      network.ip(`link set ${tap} master br0`);
    }
    const shown = network.agreed();
    expect(vpnsOf(shown)).toEqual([]);
    expect(preset(shown, 'company-only').obstacle).toBe('no-vpn');
    const kinds = shown.snapshot.adapters.map(({ alias, kind }) => [alias, kind]);
    expect(kinds).toContainEqual(['vnet0', 'other']);
    expect(kinds).toContainEqual(['br0', 'virtual-switch']);
  });

  it('translate IPv4 for a network that has IPv6 alone', async () => {
    network.link('wlan0');
    await network.tunnel('clat');
    network.ip(`
      addr add 2001:db8:1::2/64 dev wlan0 nodad
      -6 route add default via 2001:db8:1::1 dev wlan0 metric 600
      addr add 192.0.0.1/32 dev clat
      route add default dev clat scope link metric 2048
      -6 route add 2001:db8:1::c1a7 dev clat`);
    const shown = network.agreed();
    expect(shown.said.IPv4).toBe(
      'IPv4 internet traffic leaves through clat. It has the only usable default route.',
    );
    expect(vpnsOf(shown)).toEqual([]);
    expect(shown.snapshot.adapters).toContainEqual(
      expect.objectContaining({ alias: 'clat', kind: 'translator' }),
    );
  });
});

describe('own networks in a tunnel', () => {
  it('are no company networks, and the loss of the LAN is told', async () => {
    network.link('eth0');
    await network.tunnel('tun0');
    network.ip(`
      addr add 192.0.2.105/24 dev eth0
      route add default via 192.0.2.1 dev eth0
      addr add 203.0.113.66/32 dev tun0
      route add 192.0.2.0/25 dev tun0
      route add 192.0.2.128/25 dev tun0
      route add 198.51.100.0/24 dev tun0`);
    const shown = network.agreed();
    expect(preset(shown, 'company-only').companyNetworks).toBe(1);
    expect(shown.preview.advice).toMatchObject([
      { id: 'lan-into-vpn', networks: ['192.0.2.0/24'] },
    ]);
  });
});
