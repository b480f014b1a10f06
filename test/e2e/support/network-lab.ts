// SPDX-License-Identifier: MIT
// A small network in namespaces of the test's own. The tests run inside one namespace; two links lead to two
// neighbours with namespaces of their own, "lan" and "wan", both of which offer a way to the internet.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { run, start, stop, tryRun } from './shell';

export const lan = 'lan0';
export const wan = 'wan0';

export interface LabOptions {
  /** Both IPv4 default routes get the same metric. */
  readonly equalMetrics?: boolean;
  /** radvd on the lan side announces an IPv6 default route. */
  readonly routerAdvertisements?: boolean;
}

interface Link {
  readonly name: string;
  /** The neighbour's namespace is called after ours and this. */
  readonly neighbour: 'lan' | 'wan';
  readonly ipv4: string;
  readonly ipv6: string;
  readonly metric: number;
}

const links: readonly Link[] = [
  { name: lan, neighbour: 'lan', ipv4: '192.0.2', ipv6: '2001:db8:1', metric: 100 },
  { name: wan, neighbour: 'wan', ipv4: '198.51.100', ipv6: '2001:db8:2', metric: 200 },
];

/** The lab renames and removes links: on the machine's own network that would be fatal. */
export function ownNamespace(): string {
  const name = run('ip', 'netns', 'identify', String(process.pid)).trim();
  if (name === '') {
    throw new Error(
      'The network lab runs only inside a network namespace of its own: npm run test:e2e',
    );
  }
  return name;
}

export class NetworkLab {
  private radvd: ChildProcess | null = null;
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'interface-panel-lab-'));

  private readonly namespace = ownNamespace();

  private constructor(private readonly options: LabOptions) {}

  static async create(options: LabOptions = {}): Promise<NetworkLab> {
    const lab = new NetworkLab(options);
    lab.clear();
    for (const link of links) lab.makeLink(link);
    if (options.routerAdvertisements) await lab.startRadvd();
    await lab.quiet();
    return lab;
  }

  /** Namespaces have names for the whole machine; several labs may run at once. */
  private peerOf(neighbour: Link['neighbour']): string {
    return `${this.namespace}-${neighbour}`;
  }

  private makeLink({ name, neighbour, ipv4, ipv6, metric }: Link): void {
    const peer = this.peerOf(neighbour);
    run('ip', 'netns', 'add', peer);
    run('ip', 'link', 'add', name, 'type', 'veth', 'peer', 'name', 'up0', 'netns', peer);
    run('ip', '-n', peer, 'link', 'set', 'lo', 'up');
    run('ip', 'netns', 'exec', peer, 'sysctl', '-qw', 'net.ipv6.conf.all.forwarding=1');
    run('ip', 'netns', 'exec', peer, 'sysctl', '-qw', 'net.ipv6.conf.up0.accept_dad=0');
    run('ip', '-n', peer, 'address', 'add', `${ipv4}.1/24`, 'dev', 'up0');
    run('ip', '-n', peer, 'address', 'add', `${ipv6}::1/64`, 'dev', 'up0', 'nodad');
    run('ip', '-n', peer, 'link', 'set', 'up0', 'up');
    run('ip', 'address', 'add', `${ipv4}.2/24`, 'dev', name);
    run('ip', 'address', 'add', `${ipv6}::2/64`, 'dev', name, 'nodad');
    run('ip', 'link', 'set', name, 'up');
    const own = this.options.equalMetrics ? 100 : metric;
    // prettier-ignore
    run('ip', 'route', 'append', 'default', 'via', `${ipv4}.1`, 'dev', name, 'metric', String(own), 'proto', 'static', 'mtu', '1400');
    if (name === wan || !this.options.routerAdvertisements) {
      // prettier-ignore
      run('ip', '-6', 'route', 'add', 'default', 'via', `${ipv6}::1`, 'dev', name, 'metric', String(metric), 'proto', 'static');
    }
  }

  /** Starts the router on the lan side again, or for the first time, and waits for its default route. */
  async startRadvd(): Promise<void> {
    const configuration = path.join(this.folder, 'radvd.conf');
    writeFileSync(
      configuration,
      `interface up0 {
        AdvSendAdvert on;
        MinRtrAdvInterval 3;
        MaxRtrAdvInterval 4;
        MinDelayBetweenRAs 3;
        AdvDefaultLifetime 1800;
        prefix 2001:db8:1::/64 { AdvOnLink on; AdvAutonomous on; };
      };\n`,
      { mode: 0o644 },
    );
    const pid = path.join(this.folder, 'radvd.pid');
    // prettier-ignore
    this.radvd = start('ip', 'netns', 'exec', this.peerOf('lan'), 'radvd', '--nodaemon', '--config', configuration, '--pidfile', pid, '--username', 'root', '--logmethod', 'none');
    await until(() => run('ip', '-6', 'route', 'show', 'default', 'dev', lan).includes('proto ra'));
  }

  /** Stops the router; it says goodbye with a lifetime of zero, which withdraws its default route. */
  async stopRadvd(): Promise<void> {
    if (this.radvd) await stop(this.radvd);
    this.radvd = null;
  }

  /** Waits until no address is tentative, so that what is compared later does not move by itself. */
  private async quiet(): Promise<void> {
    await until(() => !run('ip', '-6', 'address').includes('tentative'));
    await until(() =>
      [lan, wan].every((name) => run('ip', '-6', 'address', 'show', name).includes('fe80')),
    );
  }

  private clear(): void {
    for (const { name, neighbour } of links) {
      tryRun('ip', 'link', 'delete', name);
      tryRun('ip', 'netns', 'delete', this.peerOf(neighbour));
    }
  }

  async remove(): Promise<void> {
    await this.stopRadvd();
    this.clear();
    rmSync(this.folder, { recursive: true });
  }
}

/** Waits for something outside the window that nothing announces; gives up after half a minute. */
export async function until(condition: () => boolean): Promise<void> {
  const giveUp = Date.now() + 30_000;
  while (!condition()) {
    if (Date.now() > giveUp) throw new Error(`Not within 30 seconds: ${String(condition)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** NET_LUID of a link, as the app shows it: Ethernet is type 6. */
export function luidOf(name: string): string {
  const index = Number(run('cat', `/sys/class/net/${name}/ifindex`));
  return String((6n << 48n) | (BigInt(index) << 24n));
}
