// SPDX-License-Identifier: MIT
import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { until } from '../fault/victims';
import type { Disturbance, ManagerUnderTest } from './manager-under-test';
import { endDaemon, shell, startDaemon, succeeds } from './shell';

const network = `[Match]
Name=eth0
[Network]
DHCP=ipv4
LinkLocalAddressing=no
IPv6AcceptRA=no
`;

/** systemd-networkd as its service starts it. */
export class Networkd implements ManagerUnderTest {
  readonly name = 'systemd-networkd';
  #daemon: ChildProcess | null = null;

  async start(): Promise<void> {
    writeFileSync('/run/systemd/network/50-lan.network', network);
    await this.#launch();
  }

  async stop(): Promise<void> {
    if (this.#daemon) await endDaemon(this.#daemon);
  }

  async disturb(disturbance: Disturbance): Promise<void> {
    switch (disturbance) {
      case 'its lease is renewed':
        shell('networkctl renew eth0');
        return;
      case 'it is configured again':
        shell('networkctl reconfigure eth0');
        return;
      case 'its manager is restarted':
        await this.stop();
        await this.#launch();
        return;
    }
  }

  async #launch(): Promise<void> {
    this.#daemon = startDaemon(['/lib/systemd/systemd-networkd'], '/run/networkd.log');
    await until('networkd answers', () => succeeds('networkctl status eth0'));
  }
}
