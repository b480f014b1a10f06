// SPDX-License-Identifier: MIT
// The words of the Routes page.

import type { Standing } from '../../../electron/contract/preview';
import { amount, count } from './count';

/** How many of all routes are shown. */
function shown(some: number, all: number): string {
  const routes = count(all, 'route', 'routes');
  return some === all ? routes : `${amount(some)} of ${routes}`;
}

export const routesMessages = {
  title: 'Routes',
  grid: 'Routes',
  shown,
  filterGroups: { family: 'Family', kind: 'Kind' },
  filterChoices: {
    defaultRoutes: 'Default routes only',
    local: 'Local and broadcast routes',
  },
  noMatch: 'No route matches.',
  none: 'This computer has no routes.',
  gone: (destination: string, adapter: string) => `The route ${destination} on ${adapter} is gone`,
  /** The pane of one route. */
  details: (destination: string, adapter: string) =>
    `Details of the route ${destination}, ${adapter}`,
  through: (adapters: string) => `Through ${adapters}`,
  facts: {
    family: 'Family',
    preferredSource: 'Preferred source',
    lifetime: 'Lifetime',
    table: 'Table',
    scope: 'Scope',
    source: 'For packets from',
    preference: 'Router preference',
    service: 'Type of service',
    nexthop: 'Nexthop object',
    mtu: 'MTU',
    state: 'State',
  },
  forEver: 'Without end',
  seconds: (n: number) => (n === 1 ? '1 second' : `${n} seconds`),
  /** RT_SCOPE_*. */
  scopes: {
    0: 'Everywhere',
    200: 'Site',
    253: 'Link',
    254: 'This computer',
    255: 'Nowhere',
  } as Readonly<Record<number, string>>,
  /** RFC 4191. */
  preferences: { 0: 'Medium', 1: 'High', 3: 'Low' } as Readonly<Record<number, string>>,
  /** RTNH_F_*. */
  flags: [
    [1, 'Dead'],
    [4, 'On-link by decree'],
    [16, 'Link down'],
  ] as const,

  columns: {
    destination: 'Destination',
    gateway: 'Gateway',
    interface: 'Interface',
    metric: 'Effective metric',
    origin: 'Origin',
    table: 'Table',
    defaultRoute: 'Default route',
  },
  onLink: 'On-link',
  /** One of several ways with its share. */
  hop: (gateway: string, weight: number) => `${gateway} (weight ${weight})`,
  /** 30 = 5 + 25: the route's own metric and the interface's. */
  metricParts: (route: number, ofInterface: number) => `${route} + ${ofInterface}`,
  metricTitle: (route: number, ofInterface: number) =>
    `Route metric ${route}, interface metric ${ofInterface}`,
  routeMetricTitle: (route: number) => `Route metric ${route}; there is no interface metric here`,

  /** NL_ROUTE_ORIGIN. */
  origins: ['Manual', 'System', 'DHCP', 'Router advertisement', '6to4'],
  /** RTPROT_* (rtnetlink.h and /etc/iproute2/rt_protos). */
  protocols: {
    1: 'Redirect',
    2: 'Kernel',
    3: 'Boot',
    4: 'Static',
    8: 'GateD',
    9: 'Router advertisement',
    11: 'Zebra',
    12: 'BIRD',
    16: 'DHCP',
    18: 'Keepalived',
    42: 'Babel',
    84: 'Open/R',
    186: 'BGP',
    187: 'IS-IS',
    188: 'OSPF',
    189: 'RIP',
    192: 'EIGRP',
  } as Readonly<Record<number, string>>,
  otherProtocol: (number: number) => `Protocol ${number}`,
  /** RTN_* of routes that lead nowhere. */
  types: {
    6: 'Blackhole',
    7: 'Unreachable',
    8: 'Prohibit',
    9: 'Throw',
  } as Readonly<Record<number, string>>,
  tables: { 253: 'default', 254: 'main', 255: 'local' } as Readonly<Record<number, string>>,
  parkedTable: (number: number) =>
    `Set aside by Interface Panel in table ${number}, which no rule looks up`,

  /** Standing. */
  states: {
    wins: 'Wins',
    tie: 'Tie',
    standby: 'Standby',
    ignored: 'Ignored',
    partly: 'For some packets',
    refuses: 'Leads nowhere',
  } satisfies Record<Standing['state'], string>,
  reasons: {
    lowest: 'It has the lowest effective metric.',
    first: 'It comes first among those of the same effective metric.',
    tie: 'Others have the same effective metric; the system decides which one is taken.',
    higher: 'Another default route has a lower effective metric.',
    later: 'Another one of the same effective metric comes first.',
    'wide-routes': 'Wide routes, such as two halves, come before it.',
    elsewhere: 'A rule, or a route that leads nowhere, decides before it.',
    disconnected: 'The adapter is disconnected.',
    off: 'Use for internet traffic is off.',
    'link-down': 'Its link is down.',
    expired: 'Its lifetime is over.',
    'no-rule': 'No rule looks up its table.',
    'by-rules': 'Only where a rule leads to its table.',
    'by-source': 'Only for packets from some of this computer’s addresses.',
    'by-service': 'Only for packets with its type of service.',
    refuses: 'Packets that no better route takes are not sent.',
  } satisfies Record<Standing['reason'], string>,

  lookup: {
    label: 'Look up an address',
    hint: '192.0.2.1 or 2001:db8::1',
    button: 'Look up',
    clear: 'Clear the address',
    invalid: (text: string) =>
      `“${text}” isn’t an IP address. Enter one such as 192.0.2.1 or 2001:db8::1; fe80 addresses need a zone, such as fe80::1%12.`,
    through: (address: string, adapter: string, gateway: string, route: string) =>
      `Packets to ${address} leave through ${adapter} by the gateway ${gateway}. Route: ${route}.`,
    direct: (address: string, adapter: string, route: string) =>
      `Packets to ${address} leave through ${adapter} directly, without a gateway. Route: ${route}.`,
    own: (address: string) => `${address} is an address of this computer.`,
    nowhere: (address: string) => `No route leads to ${address}.`,
    refused: (address: string, type: string) =>
      `Packets to ${address} are not sent: the best route says ${type}.`,
    failed: (address: string) => `The route to ${address} can’t be looked up.`,
    table: (route: string, table: string) => `${route} in table ${table}`,
  },
} as const;
