// SPDX-License-Identifier: MIT
// A network manager of Debian's, really at work on one link with a lease of a DHCP server of the test.

/** What may happen to a link that a manager looks after. */
export type Disturbance =
  'its lease is renewed' | 'it is configured again' | 'its manager is restarted';

export interface ManagerUnderTest {
  readonly name: 'NetworkManager' | 'systemd-networkd';
  /** Starts it and lets it take care of eth0. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Runs commands that have it configure eth0 again, and waits until it has. */
  configure(commands: string): Promise<void>;
  disturb(disturbance: Disturbance): Promise<void>;
}
