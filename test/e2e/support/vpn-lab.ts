// SPDX-License-Identifier: MIT
// A real VPN: OpenVPN between this namespace and the company's, with the internet's router in between. The
// same address of the internet is in two places and says through which it was reached.
//
//   here ── lan0 ── router ("direct") ── company ("through the VPN", and the company's own host)
//   here ══ tun0 ═══════════════════════ company

import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { ownNamespace, until } from './network-lab';
import { run, start, stop, tryRun } from './shell';
import { ipJson } from './witness';

export const lan = 'lan0';
export const tunnel = 'tun0';

/** An address of the internet and one of the company's network, in each family. */
export const internetHosts = ['1.1.1.1', '2606:4700:4700::1111'] as const;
export const companyHosts = ['10.20.0.1', '2001:db8:20::1'] as const;

/** What the VPN's program adds to the route table. */
export type VpnRoutes = 'default routes' | 'half routes' | 'company routes';

/** How an address is reached: over which link the kernel would send, and who answers there. */
export interface Truth {
  readonly link: string;
  readonly answer: 'direct' | 'through the VPN' | 'company' | 'nobody';
}

const router = { lan: '192.0.2.1', wan: '203.0.113.1', lan6: '2001:db8:1::1' };
const vpnServer = '203.0.113.10';
const port = 7777;

/** Both ends of the tunnel in the company's and in the computer's own view. */
const tunnelEnds = {
  company: ['--ifconfig', '10.8.0.1', '10.8.0.2', '--ifconfig-ipv6', 'fd00:8::1/64', 'fd00:8::2'],
  own: ['--ifconfig', '10.8.0.2', '10.8.0.1', '--ifconfig-ipv6', 'fd00:8::2/64', 'fd00:8::1'],
};

const companyRoute = [
  '--route',
  '10.20.0.0',
  '255.255.0.0',
  '--route-ipv6',
  '2001:db8:20::/48',
  'fd00:8::1',
];
const hostRoute = ['--route', vpnServer, '255.255.255.255', router.lan];

const routeOptions: Readonly<Record<VpnRoutes, readonly string[]>> = {
  // Better than the metric 100 of the link's own default route.
  'default routes': [
    ...companyRoute,
    ...hostRoute,
    '--route',
    '0.0.0.0',
    '0.0.0.0',
    'default',
    '50',
    '--route-ipv6',
    '::/0',
    'fd00:8::1',
    '50',
  ],
  'half routes': [
    ...companyRoute,
    '--redirect-gateway',
    'def1',
    ...['::/1', '8000::/1'].flatMap((half) => ['--route-ipv6', half, 'fd00:8::1']),
  ],
  'company routes': companyRoute,
};

/** A host that answers every connection to one of its addresses with one word. */
const answering = `
  const answers = JSON.parse(process.argv[1]);
  for (const any of ['0.0.0.0', '::']) {
    require('node:net').createServer((socket) => {
      socket.on('error', () => undefined).end(answers[socket.localAddress]);
    }).listen({ port: ${String(port)}, host: any, ipv6Only: true });
  }
`;

/** What both ends of the tunnel are told. */
const common = (key: string): readonly string[] => [
  ...['--dev', tunnel, '--dev-type', 'tun', '--secret', key],
  ...['--cipher', 'AES-256-CBC', '--ping', '1'],
];

export class VpnLab {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'interface-panel-vpn-'));
  private readonly router = `${ownNamespace()}-router`;
  private readonly company = `${ownNamespace()}-company`;
  private readonly processes: ChildProcess[] = [];
  /** The VPN's program here. */
  private client: ChildProcess | null = null;

  static async create(routes: VpnRoutes): Promise<VpnLab> {
    const lab = new VpnLab();
    lab.clear();
    lab.makeLinks();
    lab.startHosts();
    for (const host of internetHosts) await lab.until(host, 'direct');
    lab.startServer();
    await lab.connect(routes);
    return lab;
  }

  /** The VPN's program ends, and its adapter with it. */
  async disconnect(): Promise<void> {
    if (this.client) await stop(this.client);
    await until(() => !ipJson('link').some(({ ifname }) => ifname === tunnel));
  }

  private makeLinks(): void {
    for (const namespace of [this.router, this.company]) {
      run('ip', 'netns', 'add', namespace);
      run('ip', '-n', namespace, 'link', 'set', 'lo', 'up');
      for (const host of internetHosts) this.address(namespace, host, 'lo');
    }
    for (const host of companyHosts) this.address(this.company, host, 'lo');
    run('ip', 'link', 'add', lan, 'type', 'veth', 'peer', 'name', 'lan', 'netns', this.router);
    // prettier-ignore
    run('ip', '-n', this.router, 'link', 'add', 'wan', 'type', 'veth', 'peer', 'name', 'wan', 'netns', this.company);
    this.address(this.router, `${router.lan}/24`, 'lan');
    this.address(this.router, `${router.lan6}/64`, 'lan');
    this.address(this.router, `${router.wan}/24`, 'wan');
    this.address(this.company, `${vpnServer}/24`, 'wan');
    run('ip', 'netns', 'exec', this.router, 'sysctl', '-qw', 'net.ipv4.ip_forward=1');
    run('ip', '-n', this.company, 'route', 'add', '192.0.2.0/24', 'via', router.wan);
    run('ip', 'address', 'add', '192.0.2.2/24', 'dev', lan);
    run('ip', 'address', 'add', '2001:db8:1::2/64', 'dev', lan, 'nodad');
    run('ip', 'link', 'set', lan, 'up');
    for (const gateway of [router.lan, router.lan6]) {
      // prettier-ignore
      run('ip', 'route', 'add', 'default', 'via', gateway, 'dev', lan, 'metric', '100', 'proto', 'static');
    }
  }

  private address(namespace: string, address: string, link: string): void {
    const options = address.includes(':') ? ['nodad'] : [];
    run('ip', '-n', namespace, 'address', 'add', address, 'dev', link, ...options);
    run('ip', '-n', namespace, 'link', 'set', link, 'up');
  }

  private startHosts(): void {
    const answerAs = (hosts: readonly string[], answer: Truth['answer']) =>
      Object.fromEntries(hosts.map((host) => [host, answer]));
    const direct = answerAs(internetHosts, 'direct');
    this.startIn(this.router, 'node', '-e', answering, JSON.stringify(direct));
    const behind = {
      ...answerAs(internetHosts, 'through the VPN'),
      ...answerAs(companyHosts, 'company'),
    };
    this.startIn(this.company, 'node', '-e', answering, JSON.stringify(behind));
  }

  private startIn(namespace: string, ...command: readonly string[]): void {
    this.processes.push(start('ip', 'netns', 'exec', namespace, ...command));
  }

  private get key(): string {
    return path.join(this.folder, 'key');
  }

  private startServer(): void {
    run('openvpn', '--genkey', 'secret', this.key);
    // prettier-ignore
    this.startIn(this.company, 'openvpn', ...common(this.key), ...tunnelEnds.company, '--local', vpnServer);
  }

  /** The VPN's program makes its adapter and adds its routes. */
  async connect(routes: VpnRoutes): Promise<void> {
    // prettier-ignore
    this.client = start('openvpn', ...common(this.key), ...tunnelEnds.own, '--remote', vpnServer, ...routeOptions[routes]);
    await until(() => ipJson('route').some(({ dst }) => dst === '10.20.0.0/16'));
    for (const host of companyHosts) await this.until(host, 'company');
  }

  /** Waits until a host answers: programs need a moment to listen. */
  private async until(address: string, answer: Truth['answer']): Promise<void> {
    const giveUp = Date.now() + 30_000;
    while ((await answerOf(address)) !== answer) {
      if (Date.now() > giveUp) throw new Error(`${address} does not answer as ${answer}.`);
    }
  }

  async remove(): Promise<void> {
    if (this.client) await stop(this.client);
    for (const process of this.processes) await stop(process);
    this.clear();
    rmSync(this.folder, { recursive: true });
  }

  private clear(): void {
    tryRun('ip', 'link', 'delete', lan);
    tryRun('ip', 'link', 'delete', tunnel);
    for (const namespace of [this.router, this.company]) tryRun('ip', 'netns', 'delete', namespace);
  }
}

/** Who answers at an address within a second. */
function answerOf(address: string): Promise<Truth['answer']> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect({ host: address, port, timeout: 1_000 });
    const end = () => {
      socket.destroy();
      resolve((text || 'nobody') as Truth['answer']);
    };
    socket.on('data', (data) => (text += String(data)));
    socket.on('end', end).on('error', end).on('timeout', end);
  });
}

/** How an address is really reached, as the kernel says and as packets that arrive show. */
export async function truthAbout(address: string): Promise<Truth> {
  let link = 'nowhere';
  try {
    link = String(ipJson('route', 'get', address)[0]?.['dev']);
  } catch {
    // The kernel has no route.
  }
  return { link, answer: await answerOf(address) };
}
