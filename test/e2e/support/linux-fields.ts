// SPDX-License-Identifier: MIT
// Every settable Linux field: how a person changes it in the window, how another program does, and where the
// kernel shows it.

import type { Family } from '../../../electron/contract/family';
import type { FieldName } from '../../../electron/contract/fields';
import { lan, wan } from './network-lab';
import { run } from './shell';
import { ipJson, setSysctl, sysctl } from './witness';

export interface LinuxFieldCase {
  readonly field: FieldName;
  readonly family: Family;
  readonly adapter: string;
  /** What is chosen or typed in the window. */
  readonly draft: number | string;
  /** What the kernel shows afterwards. */
  readonly applied: string;
  /** Asks the kernel. */
  readonly read: () => string;
  /** Changes it as another program would, to `outside`. */
  readonly changeOutside: () => void;
  /** What the window shows after the change from outside: text, or the state of a switch. */
  readonly outside: string | boolean;
}

function sysctlCase(
  field: FieldName,
  family: Family,
  name: string,
  values: {
    draft: number | string;
    applied: string;
    setOutside: string;
    outside: string | boolean;
  },
): LinuxFieldCase {
  return {
    field,
    family,
    adapter: lan,
    draft: values.draft,
    applied: values.applied,
    read: () => sysctl(name),
    changeOutside: () => {
      setSysctl(name, values.setOutside);
    },
    outside: values.outside,
  };
}

function defaultRoutes(family: Family, adapter: string): string {
  return ipJson(
    family === 'IPv4' ? '-4' : '-6',
    ...['route', 'show', 'default', 'dev', adapter],
  ).length.toString();
}

function defaultRouteCase(family: Family, adapter: string, via: string): LinuxFieldCase {
  const version = family === 'IPv4' ? '-4' : '-6';
  return {
    field: 'DisableDefaultRoutes',
    family,
    adapter,
    draft: 1,
    applied: '0',
    read: () => defaultRoutes(family, adapter),
    changeOutside: () => {
      // Another program cannot park a route; it can take the only one away, and then nothing can be switched.
      run('ip', version, 'route', 'delete', 'default', 'dev', adapter, 'via', via);
    },
    outside: false,
  };
}

export const linuxFieldCases: readonly LinuxFieldCase[] = [
  sysctlCase('ForwardingEnabled', 'IPv4', `net.ipv4.conf.${lan}.forwarding`, {
    draft: 1,
    applied: '1',
    setOutside: '1',
    outside: true,
  }),
  sysctlCase('ForwardingEnabled', 'IPv6', `net.ipv6.conf.${lan}.force_forwarding`, {
    draft: 1,
    applied: '1',
    setOutside: '1',
    outside: true,
  }),
  sysctlCase('RouterDiscoveryBehavior', 'IPv6', `net.ipv6.conf.${lan}.accept_ra`, {
    draft: 'Disabled',
    applied: '0',
    setOutside: '0',
    outside: 'Disabled',
  }),
  sysctlCase('DadTransmits', 'IPv6', `net.ipv6.conf.${lan}.dad_transmits`, {
    draft: 5,
    applied: '5',
    setOutside: '4',
    outside: '4',
  }),
  sysctlCase('BaseReachableTime', 'IPv4', `net.ipv4.neigh.${lan}.base_reachable_time_ms`, {
    draft: 40000,
    applied: '40000',
    setOutside: '20000',
    outside: '20000',
  }),
  sysctlCase('BaseReachableTime', 'IPv6', `net.ipv6.neigh.${lan}.base_reachable_time_ms`, {
    draft: 44000,
    applied: '44000',
    setOutside: '22000',
    outside: '22000',
  }),
  sysctlCase('RetransmitTime', 'IPv4', `net.ipv4.neigh.${lan}.retrans_time_ms`, {
    draft: 2000,
    applied: '2000',
    setOutside: '3000',
    outside: '3000',
  }),
  sysctlCase('RetransmitTime', 'IPv6', `net.ipv6.neigh.${lan}.retrans_time_ms`, {
    draft: 2400,
    applied: '2400',
    setOutside: '3200',
    outside: '3200',
  }),
  sysctlCase('LinkLocalAddressBehavior', 'IPv6', `net.ipv6.conf.${lan}.addr_gen_mode`, {
    draft: 'Never',
    applied: '1',
    setOutside: '1',
    outside: 'Never',
  }),
  {
    field: 'NlMtu',
    family: 'IPv4',
    adapter: lan,
    draft: 1420,
    applied: '1420',
    read: () => String(ipJson('link', 'show', lan)[0]?.['mtu']),
    changeOutside: () => run('ip', 'link', 'set', lan, 'mtu', '1410'),
    outside: '1410',
  },
  sysctlCase('NlMtu', 'IPv6', `net.ipv6.conf.${lan}.mtu`, {
    draft: 1300,
    applied: '1300',
    setOutside: '1290',
    outside: '1290',
  }),
  defaultRouteCase('IPv4', lan, '192.0.2.1'),
  defaultRouteCase('IPv6', lan, 'fe80::1'),
  defaultRouteCase('IPv6', wan, '2001:db8:2::1'),
];
