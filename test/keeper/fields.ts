// SPDX-License-Identifier: MIT
// Each field that can be set on Linux, with a value that no link has by itself and what ip or sysctl says of it.

import { shell } from '../managers/shell';
import type { Lasting } from './store';

export interface FieldCase {
  readonly setting: Lasting;
  /** What the witness says once it is set. */
  readonly says: string;
  /** A command that prints it. */
  readonly witness: string;
}

const link = 'kept0';

function lasting(family: Lasting['family'], field: Lasting['field'], value: number): Lasting {
  return { alias: link, type: 'Ethernet', family, field, value };
}

const sysctl = (name: string): string => `sysctl -n net.${name.replace('X', link)}`;
const hasDefault = (family: string): string =>
  `ip -${family} route show default dev ${link} | grep -c . || true`;

export const fieldCases: readonly FieldCase[] = [
  {
    setting: lasting('IPv4', 'ForwardingEnabled', 1),
    says: '1',
    witness: sysctl('ipv4.conf.X.forwarding'),
  },
  {
    setting: lasting('IPv4', 'BaseReachableTime', 20_000),
    says: '20000',
    witness: sysctl('ipv4.neigh.X.base_reachable_time_ms'),
  },
  {
    setting: lasting('IPv4', 'RetransmitTime', 2000),
    says: '2000',
    witness: sysctl('ipv4.neigh.X.retrans_time_ms'),
  },
  {
    setting: lasting('IPv4', 'NlMtu', 1400),
    says: '1400',
    witness: `ip -j link show ${link} | grep -o '"mtu":[0-9]*' | cut -d: -f2`,
  },
  { setting: lasting('IPv4', 'DisableDefaultRoutes', 1), says: '0', witness: hasDefault('4') },
  {
    setting: lasting('IPv6', 'ForwardingEnabled', 1),
    says: '1',
    witness: sysctl('ipv6.conf.X.force_forwarding'),
  },
  {
    setting: lasting('IPv6', 'RouterDiscoveryBehavior', 0),
    says: '0',
    witness: sysctl('ipv6.conf.X.accept_ra'),
  },
  {
    setting: lasting('IPv6', 'DadTransmits', 3),
    says: '3',
    witness: sysctl('ipv6.conf.X.dad_transmits'),
  },
  {
    setting: lasting('IPv6', 'BaseReachableTime', 20_000),
    says: '20000',
    witness: sysctl('ipv6.neigh.X.base_reachable_time_ms'),
  },
  {
    setting: lasting('IPv6', 'RetransmitTime', 2000),
    says: '2000',
    witness: sysctl('ipv6.neigh.X.retrans_time_ms'),
  },
  {
    setting: lasting('IPv6', 'LinkLocalAddressBehavior', 0),
    says: '1',
    witness: sysctl('ipv6.conf.X.addr_gen_mode'),
  },
  { setting: lasting('IPv6', 'NlMtu', 1300), says: '1300', witness: sysctl('ipv6.conf.X.mtu') },
  { setting: lasting('IPv6', 'DisableDefaultRoutes', 1), says: '0', witness: hasDefault('6') },
];

/** A link that none of these values is on. */
export function addLink(): void {
  shell(`ip link add ${link} type veth peer name other0
ip address add 198.51.100.2/24 dev ${link}
ip link set ${link} up && ip link set other0 up
ip -6 address add 2001:db8:5::2/64 dev ${link} nodad
ip route add default via 198.51.100.1 dev ${link} metric 900
ip -6 route add default via 2001:db8:5::1 dev ${link} metric 900`);
}

export const removeLink = (): string => shell(`ip link delete ${link}`);

export const saysOf = ({ witness }: FieldCase): string => shell(witness).trim();
