// SPDX-License-Identifier: MIT
import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { until } from '../fault/victims';
import type { Disturbance, ManagerUnderTest } from './manager-under-test';
import { endDaemon, shell, startDaemon, succeeds } from './shell';

const configuration = `[main]
plugins=keyfile
dhcp=internal
[keyfile]
path=/run/connections
`;

/** NetworkManager without udev, which a read-only /sys makes it do. */
export class NetworkManager implements ManagerUnderTest {
  readonly name = 'NetworkManager';
  #daemon: ChildProcess | null = null;

  async start(): Promise<void> {
    writeFileSync('/run/nm.conf', configuration);
    this.#launch();
    await this.#ready();
    shell('nmcli connection add type ethernet con-name lan ifname eth0 ipv6.method disabled');
    shell('nmcli connection up lan');
  }

  async stop(): Promise<void> {
    if (this.#daemon) await endDaemon(this.#daemon);
  }

  /** nmcli answers when it is done. */
  configure(commands: string): Promise<void> {
    shell(commands);
    return Promise.resolve();
  }

  async disturb(disturbance: Disturbance): Promise<void> {
    switch (disturbance) {
      case 'its lease is renewed':
        // The internal client asks again as soon as the link has a carrier again.
        shell('ip -n "$PEER" link set d0 down');
        shell('ip -n "$PEER" link set d0 up');
        return;
      case 'it is configured again':
        await this.configure('nmcli device reapply eth0');
        return;
      case 'its manager is restarted':
        await this.stop();
        this.#launch();
        await this.#ready();
        return;
    }
  }

  #launch(): void {
    const folders = ['--config-dir=/run/none', '--system-config-dir=/run/none'];
    this.#daemon = startDaemon(
      ['NetworkManager', '--no-daemon', '--config=/run/nm.conf', ...folders],
      '/run/nm.log',
    );
  }

  async #ready(): Promise<void> {
    await until('NetworkManager answers', () => succeeds('nmcli general status'));
  }
}
