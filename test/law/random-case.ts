// SPDX-License-Identifier: MIT
// Random networks, plans, events and ends.

import type { Random } from '../prediction/random';
import { ends, eventKinds, steps } from './law-case';
import type {
  EventKind,
  LawCase,
  LawCommand,
  LawEvent,
  LawLasting,
  LawLink,
  LawOperation,
  LawSetting,
  LinkKind,
} from './law-case';

const metrics = [100, 1024, 1024, 1024];

const changes: readonly Omit<LawOperation, 'link'>[] = [
  { family: 'IPv4', field: 'DisableDefaultRoutes' },
  { family: 'IPv4', field: 'DisableDefaultRoutes' },
  { family: 'IPv4', field: 'DisableDefaultRoutes' },
  { family: 'IPv6', field: 'DisableDefaultRoutes' },
  { family: 'IPv6', field: 'DisableDefaultRoutes' },
  { family: 'IPv6', field: 'DisableDefaultRoutes' },
  { family: 'IPv4', field: 'NlMtu' },
  { family: 'IPv6', field: 'NlMtu' },
  { family: 'IPv4', field: 'ForwardingEnabled' },
  { family: 'IPv6', field: 'RouterDiscoveryBehavior' },
  { family: 'IPv6', field: 'RouterDiscoveryBehavior' },
  { family: 'IPv6', field: 'DadTransmits' },
  { family: 'IPv4', field: 'BaseReachableTime' },
  { family: 'IPv6', field: 'RetransmitTime' },
  { family: 'IPv6', field: 'LinkLocalAddressBehavior' },
];

const gateways = {
  IPv4: ({ index }: LawLink) => `10.0.${index}.1`,
  IPv6: ({ index }: LawLink) => `2001:db8:${index}::1`,
} as const;

/** Bits 1 of the second number keep the ends of a cable apart. */
const hardwareOf = ({ index }: LawLink, end: 'near' | 'far' | 'new'): string =>
  `02:0${{ near: 0, far: 1, new: 2 }[end]}:00:00:00:${index.toString(16).padStart(2, '0')}`;

/** The commands that make a link; `group 7` is how they all are removed at once. */
export function creation(link: LawLink, neighbours: string): readonly string[] {
  const { name, index, kind, parent } = link;
  if (kind === 'tun') return [`tuntap add ${name} mode tun`, `link set ${name} group 7 up`];
  const place = parent === null ? '' : `link ${parent} `;
  const add = `link add ${place}name ${name} index ${index} address ${hardwareOf(link, 'near')} group 7`;
  const peer = `peer name p${index} address ${hardwareOf(link, 'far')} netns ${neighbours}`;
  const type = kind === 'veth' ? `veth ${peer}` : kind;
  return [`${add} type ${type}`, `link set ${name} up`];
}

function anyLinks(random: Random): readonly LawLink[] {
  const links: LawLink[] = [];
  for (let count = 2 + random.below(4); count > 0; count -= 1) {
    const index = 20 + links.length;
    const kinds: LinkKind[] = ['veth', 'veth', 'veth', 'veth', 'bridge', 'ifb', 'tun', 'macvlan'];
    const kind = links.length === 0 ? 'veth' : random.pick(kinds);
    const parent = kind === 'macvlan' ? 'e0' : null;
    links.push({ name: `e${links.length}`, index, kind, parent });
  }
  return links;
}

function addresses({ name, index }: LawLink): readonly LawCommand[] {
  return [`10.0.${index}.2/24`, `2001:db8:${index}::2/64`].map((address) => ({
    links: [name],
    text: `address add ${address} dev ${name}${address.includes('::') ? ' nodad' : ''}`,
  }));
}

/** A default route of a link, "append" so that equal metrics may be. */
function defaultRoute(random: Random, link: LawLink, family: 'IPv4' | 'IPv6'): string {
  const via = random.chance(0.8) ? `via ${gateways[family](link)} ` : '';
  const target = family === 'IPv4' ? '0.0.0.0/0' : '::/0';
  const from = family === 'IPv6' && random.chance(0.06) ? ` from 2001:db8:${link.index}::/64` : '';
  const protocol = random.chance(0.4) ? ' proto dhcp' : '';
  return `route append ${target}${from} ${via}dev ${link.name} metric ${random.pick(metrics)}${protocol}`;
}

function defaultRoutes(random: Random, links: readonly LawLink[]): readonly LawCommand[] {
  return links.flatMap((link) =>
    (['IPv4', 'IPv6'] as const)
      .filter(() => random.chance(0.85))
      .map((family) => ({ links: [link.name], text: defaultRoute(random, link, family) })),
  );
}

function extras(random: Random, links: readonly LawLink[]): readonly LawCommand[] {
  const [one, other] = random.some(2, links) as [LawLink, LawLink];
  const hops = [one, other].map((link) => `nexthop via ${gateways.IPv4(link)} dev ${link.name}`);
  const both = [one.name, other.name];
  const nexthop = `nexthop add id 9 via ${gateways.IPv4(one)} dev ${one.name}`;
  const all: readonly LawCommand[] = [
    { links: both, text: `route add 0.0.0.0/0 metric 77 ${hops.join(' ')}` },
    { links: both, text: `route add 10.77.0.0/16 ${hops.join(' ')}` },
    { links: [one.name], text: `${nexthop}\nroute add 10.78.0.0/16 nhid 9` },
    { links: [one.name], text: `${nexthop}\nroute add 0.0.0.0/0 metric 78 nhid 9` },
    { links: [one.name], text: `rule add from 10.0.${one.index}.0/24 lookup 100 pref 500` },
    { links: [], text: 'rule add from 2001:db8:77::/48 lookup 101 pref 501' },
    { links: [one.name], text: `route add 10.79.0.0/16 dev ${one.name} table 100` },
    { links: [one.name], text: `address add 10.0.${one.index}.3/24 dev ${one.name}` },
    { links: [one.name], text: `address add 2001:db8:${one.index}::3/64 dev ${one.name} nodad` },
    // Its gateway no longer resolves.
    { links: [one.name], text: `route del 10.0.${one.index}.0/24 dev ${one.name}` },
  ];
  return random.some(random.below(4), all);
}

const sysctls = [
  'ipv4/conf/%/forwarding 1',
  'ipv4/conf/%/rp_filter 2',
  'ipv6/conf/%/dad_transmits 7',
  'ipv6/conf/%/hop_limit 99',
  'ipv4/neigh/%/base_reachable_time_ms 25000',
  'ipv6/neigh/%/retrans_time_ms 3000',
];

/** "file value", the link's name in place of %, for a shell. */
function settingScript(setting: string, name: string): string {
  const [file = '', value = ''] = setting.replace('%', name).split(' ');
  return `echo ${value} > /proc/sys/net/${file}`;
}

/** Some links heed no router, or forward: what a plan turns on there is off at first. */
const firstSettings = ['ipv6/conf/%/accept_ra 0', 'ipv4/conf/%/forwarding 1'];

function settings(random: Random, links: readonly LawLink[]): readonly LawSetting[] {
  return links.flatMap(({ name }) =>
    firstSettings
      .filter(() => random.chance(0.3))
      .map((setting) => ({ link: name, script: settingScript(setting, name) })),
  );
}

const switching = (name: string, value: 0 | 1) =>
  `echo ${value} > /proc/sys/net/ipv6/conf/${name}/disable_ipv6`;

function madeAgain(random: Random, link: LawLink): string {
  const again = `ip link add name ${link.name} index ${link.index} address ${hardwareOf(link, 'new')} group 7`;
  return [
    `ip link delete ${link.name}`,
    // As if it were ours: of an MTU that a plan has set.
    `${again}${random.chance(0.5) ? ' mtu 1400' : ''} type bridge`,
    `ip address add 10.0.${link.index}.2/24 dev ${link.name}`,
    `ip link set ${link.name} up`,
  ].join('\n');
}

function scriptOf(
  random: Random,
  kind: EventKind,
  link: LawLink,
  commands: readonly LawCommand[],
): string | null {
  const { name, index } = link;
  const family = random.chance(0.5) ? 'IPv4' : 'IPv6';
  const own = commands.filter(({ links }) => links.length === 1 && links[0] === name);
  switch (kind) {
    case 'link down':
      return `ip link set ${name} down`;
    case 'link down and up':
      return `ip link set ${name} down\nip link set ${name} up`;
    case 'address added': {
      // With lifetimes as a DHCPv6 client gives them.
      const lifetimes = random.chance(0.8) ? ' valid_lft 5000 preferred_lft 4000' : '';
      const address = family === 'IPv4' ? `10.9.${index}.9/24` : `2001:db8:9${index}::9/64`;
      return `ip address add ${address} dev ${name}${lifetimes}`;
    }
    case 'address removed': {
      const added = own.filter(({ text }) => text.startsWith('address add'));
      if (added.length === 0) return null;
      return `ip ${random.pick(added).text.replace(' add ', ' del ').replace(' nodad', '')}`;
    }
    case 'route added':
      return `ip ${defaultRoute(random, link, family)}`;
    case 'route removed': {
      const added = own.filter(({ text }) => text.startsWith('route append'));
      if (added.length === 0) return null;
      return `ip ${random.pick(added).text.replace('append', 'del')}`;
    }
    case 'renamed':
      return `ip link set ${name} name x${index}`;
    case 'hardware address':
      return link.kind === 'tun' ? null : `ip link set ${name} address ${hardwareOf(link, 'new')}`;
    case 'IPv6 off and on':
      return `${switching(name, 1)}\n${switching(name, 0)}`;
    case 'IPv6 off for a while':
      return switching(name, 1);
    case 'advertisement':
      return link.kind === 'veth' ? `$ANNOUNCE p${index} 1800 2001:db8:a${index}::` : null;
    case 'advertisement withdrawn':
      return link.kind === 'veth' ? `$ANNOUNCE p${index} 0 2001:db8:a${index}::` : null;
    case 'sysctl':
      return settingScript(random.pick(sysctls), name);
    case 'made again':
      return link.kind === 'tun' ? null : madeAgain(random, link);
  }
}

function anyEvents(
  random: Random,
  links: readonly LawLink[],
  commands: readonly LawCommand[],
  operations: readonly LawOperation[],
): readonly LawEvent[] {
  // What is changed is met more often than the rest.
  const changed = links.filter(({ name }) => operations.some(({ link }) => link === name));
  // A helper can halt at one point alone.
  const halting = random.pick(['applying', 'taking back'] as const);
  const events: LawEvent[] = [];
  for (let count = random.below(8); count > 0; count -= 1) {
    const kind = random.pick(eventKinds);
    const link = random.pick(random.chance(0.7) ? changed : links);
    const script = scriptOf(random, kind, link, commands);
    if (script === null) continue;
    const lasts = kind === 'IPv6 off for a while';
    const step = lasts
      ? 'waiting'
      : random.pick(['prepared', 'waiting', 'waiting', halting] as const);
    const place = kind.startsWith('advertisement') ? 'neighbours' : 'here';
    const later = lasts ? switching(link.name, 0) : null;
    events.push({ kind, step, link: link.name, script, later, place });
  }
  return events.toSorted((a, b) => steps.indexOf(a.step) - steps.indexOf(b.step));
}

function anyOperations(random: Random, links: readonly LawLink[]): readonly LawOperation[] {
  const chosen = Array.from({ length: 1 + random.below(6) }, () => ({
    link: random.pick(links).name,
    ...random.pick(changes),
  }));
  // The link's MTU leads that of IPv6 along.
  if (random.chance(0.3)) {
    const { name: link } = random.pick(links);
    for (const family of ['IPv4', 'IPv6'] as const) chosen.push({ link, family, field: 'NlMtu' });
  }
  const keys = chosen.map(({ link, family, field }) => `${link} ${family} ${field}`);
  return chosen.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

const lastingKinds = [
  { family: 'IPv6', field: 'DadTransmits', file: 'ipv6/conf/%/dad_transmits', value: 5 },
  {
    family: 'IPv4',
    field: 'BaseReachableTime',
    file: 'ipv4/neigh/%/base_reachable_time_ms',
    value: 44_000,
  },
  { family: 'IPv6', field: 'RetransmitTime', file: 'ipv6/neigh/%/retrans_time_ms', value: 2000 },
] as const;

/** None that the plan or another program sets as well: whose value it is then is for other tests. */
function anyLasting(
  random: Random,
  links: readonly LawLink[],
  operations: readonly LawOperation[],
  events: readonly LawEvent[],
): readonly LawLasting[] {
  if (random.chance(0.5)) return [];
  const candidates = links
    .filter(({ kind }) => kind !== 'tun')
    .flatMap(({ name }) =>
      lastingKinds.map(({ family, field, file, value }): LawLasting => {
        const script = settingScript(`${file} ${value}`, name);
        return { link: name, family, field, value, script };
      }),
    )
    .filter(({ link, field, script }) => {
      const file = script.split(' > ')[1] ?? '';
      const isPlanned = operations.some((one) => one.link === link && one.field === field);
      return !isPlanned && !events.some((event) => event.script.includes(file));
    });
  return random.some(Math.min(candidates.length, 1 + random.below(3)), candidates);
}

export function anyCase(seed: number, random: Random): LawCase {
  const links = anyLinks(random);
  const commands = [
    ...links.flatMap(addresses),
    ...defaultRoutes(random, links),
    ...extras(random, links),
  ];
  const cables = links.filter(({ kind }) => kind === 'veth').map(({ name }) => name);
  const operations = anyOperations(random, links);
  const announced = random.chance(0.3) ? random.some(1, cables) : [];
  const events = anyEvents(random, links, commands, operations);
  const end = random.pick(ends);
  return {
    seed,
    links,
    commands,
    settings: settings(random, links),
    announced,
    operations,
    // Last of all, so that a seed makes the same case with and without them.
    lasting: anyLasting(random, links, operations, events),
    events,
    end,
  };
}
