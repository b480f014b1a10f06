// SPDX-License-Identifier: MIT
// Random networks: what people, VPN programs and administrators do to routes, and what nobody would.

import type { Family } from '../../electron/contract/family';
import { families } from '../../electron/contract/family';
import { link, linkCount, otherTables } from './lab';
import type { Configuration, Router } from './lab';
import type { Random } from './random';

const prefixes: Readonly<Record<Family, readonly string[]>> = {
  IPv4: ['10.50.0.0/16', '10.50.7.0/24', '198.51.100.0/24', '203.0.112.0/20', '8.8.8.0/24'],
  IPv6: ['2001:db8:500::/48', '2001:db8:500:7::/64', '2001:4860::/32', '2600::/12', 'fd50::/16'],
};

const hosts: Readonly<Record<Family, readonly string[]>> = {
  IPv4: ['8.8.8.8/32', '198.51.100.9/32', '203.0.113.77/32', '10.50.7.7/32'],
  IPv6: ['2001:4860:4860::8888/128', '2001:db8:500:7::7/128', '2600::9/128'],
};

const halves: Readonly<Record<Family, readonly [string, string]>> = {
  IPv4: ['0.0.0.0/1', '128.0.0.0/1'],
  IPv6: ['::/1', '8000::/1'],
};

const wide: Readonly<Record<Family, readonly string[]>> = {
  IPv4: [
    '1.0.0.0/8',
    '2.0.0.0/7',
    '4.0.0.0/6',
    '8.0.0.0/7',
    '16.0.0.0/4',
    '32.0.0.0/3',
    '128.0.0.0/3',
    '192.0.0.0/2',
  ],
  IPv6: ['2000::/4', '2400::/6', '2600::/8', '2a00::/11', '2c00::/6', '3000::/4'],
};

const sources: Readonly<Record<Family, readonly string[]>> = {
  IPv4: ['10.0.0.0/16', '192.0.2.0/24', '10.0.1.1'],
  IPv6: ['2001:db8:1::/64', '2001:db8:9::/48', '2001:db8:2::1'],
};

const internet: Readonly<Record<Family, readonly string[]>> = {
  IPv4: ['1.1.1.1', '208.67.222.222', '8.8.8.8'],
  IPv6: ['2606:4700:4700::1111', '2001:4860:4860::8888', '9000::1'],
};

const metrics: readonly number[] = [10, 50, 100, 200, 300, 600, 1024, 2000];

const base: Readonly<Record<Family, (number: number) => string>> = {
  IPv4: (number) => `10.0.${number}.`,
  IPv6: (number) => `2001:db8:${number}::`,
};
const subnet: Readonly<Record<Family, number>> = { IPv4: 24, IPv6: 64 };

/** Writes the commands of one family of one configuration. */
class FamilyWriter {
  readonly commands: string[] = [];

  constructor(
    readonly random: Random,
    readonly family: Family,
    readonly links: readonly number[],
  ) {}

  #gateway(number: number): string {
    return `via ${base[this.family](number)}${2 + this.random.below(3)} dev ${link(number)}`;
  }

  /** "via 10.0.1.2 dev l1", or without a gateway. */
  hop(withoutGateway = 0.2): string {
    const number = this.random.pick(this.links);
    return this.random.chance(withoutGateway) ? `dev ${link(number)}` : this.#gateway(number);
  }

  metric(): string {
    return `metric ${this.random.pick(metrics)}`;
  }

  prefix(): string {
    return this.random.pick(prefixes[this.family]);
  }

  table(): string {
    return this.random.chance(0.3) ? ` table ${this.random.pick(otherTables)}` : '';
  }

  add(...commands: readonly string[]): void {
    this.commands.push(...commands);
  }

  addresses(): void {
    for (const number of this.links) {
      const nodad = this.family === 'IPv6' ? ' nodad' : '';
      const address = `${base[this.family](number)}1/${subnet[this.family]}`;
      this.add(`addr add ${address} dev ${link(number)}${nodad}`);
    }
  }

  /** Default routes, each link one or none, seldom with equal metrics. */
  defaultRoutes(): void {
    const free = this.random.some(this.links.length, metrics);
    this.links.forEach((number, index) => {
      if (this.random.chance(0.2)) return;
      const hop = this.random.chance(0.2) ? `dev ${link(number)}` : this.#gateway(number);
      this.add(`route add default ${hop} metric ${free[index] ?? 5}${this.#attributes()}`);
    });
  }

  #attributes(): string {
    if (this.family === 'IPv4') return this.random.chance(0.03) ? ' tos 0x10' : '';
    return this.#preference() + (this.random.chance(0.1) ? ' expires 3600' : '');
  }

  /** What routers say of themselves (RFC 4191). */
  #preference(): string {
    const isSaid = this.family === 'IPv6' && this.random.chance(0.4);
    return isSaid ? ` pref ${this.random.pick(['low', 'high'])}` : '';
  }

  /** Several routes to one prefix with one metric, which only their order tells apart. */
  equalMetrics(): void {
    // IPv6 joins those with gateways into one multipath route; IPv4 default routes take turns.
    const withoutGateway = this.family === 'IPv6' ? 1 : 0.3;
    const isDefault = this.family === 'IPv6' ? this.random.chance(0.4) : this.random.chance(0.03);
    const target = isDefault ? 'default' : this.prefix();
    const metric = this.metric();
    for (let count = 2 + this.random.below(2); count > 0; count -= 1) {
      this.add(`route append ${target} ${this.hop(withoutGateway)} ${metric}${this.#preference()}`);
    }
  }

  multipath(): void {
    const target = this.random.chance(0.1) ? 'default' : this.prefix();
    const hops = this.random.some(2 + this.random.below(2), this.links).map((number) => {
      const hop = this.#gateway(number);
      return `nexthop ${hop} weight ${1 + this.random.below(2)}`;
    });
    this.add(`route add ${target} ${this.metric()}${this.table()} ${hops.join(' ')}`);
  }

  refusals(): void {
    const type = this.random.pick(['unreachable', 'blackhole', 'prohibit', 'throw']);
    const target = this.random.chance(0.5) ? 'default' : this.prefix();
    this.add(`route add ${type} ${target} ${this.metric()}${this.table()}`);
  }

  sourceRoutes(): void {
    const source = this.random.pick(sources[this.family]);
    if (this.family === 'IPv6' && this.random.chance(0.6)) {
      const target = this.random.chance(0.4) ? 'default' : this.prefix();
      this.add(
        `route add ${target} ${this.hop()} ${this.metric()}`,
        `route add ${target} from ${source} ${this.hop()} ${this.metric()}`,
      );
      return;
    }
    const table = this.random.pick(otherTables);
    this.add(
      `rule add from ${source} lookup ${table} pref ${1000 + this.random.below(50)}`,
      `route add default ${this.hop()} table ${table}`,
    );
  }

  /** Homes with several uplinks: packets leave by the uplink that gave their source (RFC 8028). */
  sourceDefaultRoutes(): void {
    for (const number of this.random.some(1 + this.random.below(2), this.links)) {
      const source = `${base[this.family](number)}/${subnet[this.family]}`;
      this.add(`route add default from ${source} ${this.#gateway(number)} ${this.metric()}`);
    }
  }

  nexthopObjects(): void {
    const first = this.family === 'IPv4' ? 100 : 200;
    const ids = this.random.some(1 + this.random.below(2), this.links).map((number) => {
      this.add(`nexthop add id ${first + number} ${this.#gateway(number)}`);
      return first + number;
    });
    const isBlackhole = this.random.chance(0.15);
    if (isBlackhole) this.add(`nexthop add id ${first + 90} blackhole`);
    const isGroup = ids.length > 1 && this.random.chance(0.4);
    if (isGroup) this.add(`nexthop add id ${first + 91} group ${ids.join('/')}`);
    const id = isBlackhole ? first + 90 : isGroup ? first + 91 : (ids[0] ?? first);
    const target = this.random.chance(0.6) ? 'default' : this.prefix();
    this.add(`route add ${target} nhid ${id} ${this.metric()}`);
  }

  /** A default route in the table that is asked when main says nothing. */
  laterTable(): void {
    if (this.family === 'IPv6') this.add('rule add pref 32767 lookup default');
    this.add(`route add default ${this.hop()} ${this.metric()} table default`);
  }

  /** Some of the routes by which VPNs take the internet and leave out the rest. */
  wideRoutes(): void {
    const hop = this.hop(0.6);
    const some = this.random.some(1 + this.random.below(5), wide[this.family]);
    this.add(...some.map((prefix) => `route add ${prefix} ${hop} ${this.metric()}`));
  }

  halfRoutes(): void {
    const hop = this.hop(0.5);
    this.add(...halves[this.family].map((half) => `route add ${half} ${hop} ${this.metric()}`));
  }

  hostRoutes(): void {
    for (const host of this.random.some(1 + this.random.below(2), hosts[this.family])) {
      this.add(`route add ${host} ${this.hop()} ${this.metric()}`);
    }
  }

  plainRoutes(): void {
    for (let count = this.random.below(3); count > 0; count -= 1) {
      this.add(`route add ${this.prefix()} ${this.hop()} ${this.metric()}${this.table()}`);
    }
  }

  /** What a rule looks for in packets. */
  #selector(): string {
    const random = this.random;
    const any = this.family === 'IPv4' ? '0.0.0.0/0' : '::/0';
    return random.pick([
      `from ${any}`,
      `to ${this.prefix()}`,
      `to ${random.pick(internet[this.family])}`,
      `from ${random.pick(sources[this.family])}`,
      `from ${any} fwmark 0x51`,
      `from ${any} fwmark 0x0/0x10`,
      `from ${any} iif lo`,
      `from ${any} iif ${link(0)}`,
      `from ${any} oif ${link(1)}`,
      `from ${any} oif absent0`,
      `from ${any} uidrange 0-0`,
      `from ${any} uidrange 1000-2000`,
      `from ${any} ipproto 17`,
      `from ${any} ipproto 6`,
      `from ${any} dport 53`,
      `from ${any} tos 0x10`,
    ]);
  }

  #action(): string {
    const random = this.random;
    const lookup = () => `lookup ${random.pick(otherTables)}`;
    const others = [
      'unreachable',
      'prohibit',
      'blackhole',
      'goto 32766',
      'nop',
      'lookup main suppress_prefixlength 0',
      'lookup main suppress_prefixlength 16',
    ];
    return random.chance(0.6) ? lookup() : random.pick(others);
  }

  rules(): void {
    for (let count = 1 + this.random.below(3); count > 0; count -= 1) {
      const not = this.random.chance(0.2) ? 'not ' : '';
      const priority = 100 + this.random.below(900);
      this.add(`rule add ${not}${this.#selector()} ${this.#action()} pref ${priority}`);
    }
    for (const table of this.random.some(2, otherTables)) {
      const target = this.random.chance(0.6) ? 'default' : this.prefix();
      this.add(`route add ${target} ${this.hop()} ${this.metric()} table ${table}`);
    }
  }

  /** wg-quick's way to lead everything into a tunnel. */
  wireGuardRules(): void {
    const table = this.random.pick(otherTables);
    this.add(
      `route add default dev ${link(this.random.pick(this.links))} table ${table}`,
      `rule add not fwmark 0xca6c lookup ${table} pref 5209`,
      'rule add lookup main suppress_prefixlength 0 pref 5208',
    );
  }
}

function commandsOf(random: Random, family: Family, links: readonly number[]): readonly string[] {
  const writer = new FamilyWriter(random, family, links);
  writer.addresses();
  writer.defaultRoutes();
  writer.plainRoutes();
  if (random.chance(0.3)) writer.equalMetrics();
  if (random.chance(0.25)) writer.multipath();
  if (random.chance(0.25)) writer.rules();
  if (random.chance(0.05)) writer.wireGuardRules();
  if (random.chance(0.25)) writer.refusals();
  if (random.chance(0.2)) writer.sourceRoutes();
  if (random.chance(0.15)) writer.halfRoutes();
  if (random.chance(0.12)) writer.wideRoutes();
  if (random.chance(0.12)) writer.nexthopObjects();
  if (random.chance(0.12)) writer.laterTable();
  if (family === 'IPv6' && random.chance(0.2)) writer.sourceDefaultRoutes();
  if (random.chance(0.4)) writer.hostRoutes();
  return writer.commands;
}

function anyRouters(random: Random, links: readonly number[]): readonly Router[] {
  if (!random.chance(0.2)) return [];
  return random.some(1 + random.below(2), links).map((link) => ({
    link,
    preference: random.pick(['low', 'medium', 'high']),
    lifetime: random.pick([600, 1800, 9000]),
  }));
}

/** A network of three or more links and both families. */
export function anyConfiguration(random: Random): Configuration {
  const all = Array.from({ length: linkCount }, (_, number) => number);
  const links = random.some(3 + random.below(linkCount - 2), all).sort();
  return {
    withoutCarrier: random.chance(0.25) ? random.some(1, links) : [],
    ignoresLinkDown: random.chance(0.5),
    tellsNexthops: random.chance(0.5),
    commands: {
      IPv4: commandsOf(random, 'IPv4', links),
      IPv6: commandsOf(random, 'IPv6', links),
    },
    routers: anyRouters(random, links),
  };
}

/** Addresses inside and outside of what routes name. */
export const destinations: Readonly<Record<Family, readonly string[]>> = {
  IPv4: [
    ...internet.IPv4,
    ...['10.50.7.7', '10.50.7.9', '10.50.1.1', '198.51.100.9', '198.51.100.1', '203.0.113.77'],
    ...['203.0.120.1', '10.0.0.1', '10.0.1.9', '10.0.2.255', '10.0.3.3', '172.16.0.1', '127.0.0.1'],
  ],
  IPv6: [
    ...internet.IPv6,
    ...['2001:db8:500:7::7', '2001:db8:500:7::9', '2001:db8:500:1::1', '2600::9', '2600:1::1'],
    ...['fd50::1', '2001:db8::1', '2001:db8:1::9', '2001:db8:2::', 'fd99::1', 'ff0e::1', '::1'],
  ],
};

/** Every destination with its family. */
export const allDestinations: readonly (readonly [Family, string])[] = families.flatMap((family) =>
  destinations[family].map((address) => [family, address] as const),
);
