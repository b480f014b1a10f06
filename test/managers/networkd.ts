// SPDX-License-Identifier: MIT
import type { ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
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

const words = '/run/networkd.log';

const said = () => readFileSync(words, 'utf8');

/** How often it has begun to configure eth0. */
const begun = () => said().split('onfiguring with ').length - 1;

/** Whether it has taken a lease since it last began. */
const hasLease = () =>
  said().lastIndexOf(' acquired from ') > said().lastIndexOf('onfiguring with ');

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

  /**
   * It answers before it begins; asked to renew a lease while it asks for one, its client never asks again.
   */
  async configure(commands: string): Promise<void> {
    const before = begun();
    shell(commands);
    await until('networkd has a lease again', () => begun() > before && hasLease());
  }

  async disturb(disturbance: Disturbance): Promise<void> {
    switch (disturbance) {
      case 'its lease is renewed':
        shell('networkctl renew eth0');
        return;
      case 'it is configured again':
        await this.configure('networkctl reconfigure eth0');
        return;
      case 'its manager is restarted':
        await this.stop();
        await this.#launch();
        return;
    }
  }

  async #launch(): Promise<void> {
    this.#daemon = startDaemon(['/lib/systemd/systemd-networkd'], words);
    await until('networkd answers', () => succeeds('networkctl status eth0'));
  }
}
