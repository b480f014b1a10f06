// SPDX-License-Identifier: MIT
import type { ChildProcess } from 'node:child_process';
import { until } from '../fault/victims';
import { endDaemon, shell, startDaemon, succeeds } from '../managers/shell';

const common = ['--dev-type', 'tun', '--cipher', 'AES-256-CBC', '--ping', '1', '--secret'];
const key = '/var/lib/openvpn-key';
const address = '10.20.0.1';

/** The company's OpenVPN server, in the namespace that COMPANY names. */
export class Company {
  readonly #server: ChildProcess;

  constructor() {
    shell(`openvpn --genkey secret ${key}`);
    this.#server = startDaemon(
      [
        'ip',
        'netns',
        'exec',
        process.env['COMPANY'] ?? '',
        'openvpn',
        '--dev',
        'vpn0',
        ...common,
        key,
      ].concat(['--ifconfig', '10.8.0.1', '10.8.0.2', '--local', '192.0.2.1']),
      '/var/lib/server.log',
    );
    shell(`ip -n "$COMPANY" address replace ${address}/32 dev lo`);
  }

  /** Connects a client that takes all traffic, and waits until it has given the tunnel its routes. */
  async connect(): Promise<ChildProcess> {
    const client = startDaemon(
      ['openvpn', '--dev', 'tun0', ...common, key]
        .concat(['--ifconfig', '10.8.0.2', '10.8.0.1', '--remote', '192.0.2.1'])
        .concat([
          '--route',
          '10.20.0.0',
          '255.255.0.0',
          '--route',
          '0.0.0.0',
          '0.0.0.0',
          '10.8.0.1',
          '50',
        ]),
      '/var/lib/client.log',
    );
    await until(
      'the client has given the tunnel its default route',
      () => succeeds('ip -4 route show table all default dev tun0 | grep -q .'),
      30_000,
    );
    return client;
  }

  async disconnect(client: ChildProcess): Promise<void> {
    await endDaemon(client);
    await until('the tunnel is gone', () => !succeeds('ip link show tun0'));
  }

  async end(): Promise<void> {
    await endDaemon(this.#server);
  }
}
