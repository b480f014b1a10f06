// SPDX-License-Identifier: MIT
// Random networks for tests of electron/routes: prefixes at the edges of blocks and in each other, all that can be said
// of routes, and rules.

import type { Operation } from '../../../electron/contract/operation';
import { families } from '../../../electron/contract/family';
import type { Family, StackName } from '../../../electron/contract/family';
import { addressText } from '../../../electron/routes/ip-address';
import type { Random } from '../../prediction/random';
import { set, usualRules } from './routes-network';
import type { NetworkSketch } from './routes-network';

/** Adapters of every random network. */
const names = ['eth0', 'wlan0', 'tun0', 'off0'];
const tables = [254, 254, 254, 100, 253];

/** Few first bytes and groups, so that prefixes lie in each other, at the edges of blocks too. */
function anyPrefix(random: Random, family: Family): string {
  if (family === 'IPv4') {
    const length = random.pick([0, 1, 2, 4, 7, 8, 9, 12, 16, 20, 24, 30, 32]);
    const bytes = [random.pick([0, 1, 8, 10, 11, 100, 127, 128, 172, 192, 203, 223, 224, 255])];
    while (bytes.length < 4) bytes.push(random.pick([0, 0, 2, 16, 64, 113, 168, 255]));
    const bits = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
    const rest = BigInt(32 - length);
    return `${addressText('IPv4', (bits >> rest) << rest)}/${length}`;
  }
  const length = random.pick([0, 1, 3, 4, 7, 8, 12, 16, 32, 48, 64, 127, 128]);
  const groups = [random.pick([0, 0x64, 0x2000, 0x2001, 0x2606, 0x3fff, 0xfc00, 0xfe80, 0xfec0])];
  while (groups.length < 8) groups.push(random.pick([0, 0, 0, 1, 0xdb8, 0xffff]));
  const bits = groups.reduce((sum, group) => sum * 65536n + BigInt(group), 0n);
  const rest = BigInt(128 - length);
  return `${addressText('IPv6', (bits >> rest) << rest)}/${length}`;
}

export type SketchRoute = NonNullable<NetworkSketch['routes']>[number];

function anyRoute(random: Random, stack: StackName): SketchRoute {
  const family = random.pick(families);
  const prefix = anyPrefix(random, family);
  const metric = random.pick([1, 50, 100]);
  const validLifetime = random.chance(0.1) ? 0 : 4294967295;
  if (stack !== 'linux') return [prefix, random.pick(names), { metric, validLifetime }];
  const table = random.pick(tables);
  const flags = random.chance(0.15) ? 1 : 0;
  const tos = family === 'IPv4' && random.chance(0.1) ? 16 : 0;
  const isLimited = family === 'IPv6' && random.chance(0.2);
  const source = isLimited ? { source: '2001:db8:1::', sourcePrefixLength: 48 } : {};
  const more = { metric, table, flags, tos, validLifetime, ...source };
  if (random.chance(0.2)) return [prefix, null, { ...more, type: random.pick([6, 7, 8, 9]) }];
  if (random.chance(0.1)) return [prefix, random.pick(names), { ...more, type: 2 }];
  if (random.chance(0.1)) {
    const hops = [{ dev: 'eth0', flags: random.pick([0, 1]) }, { dev: 'tun0' }];
    return [prefix, null, { ...more, hops }];
  }
  return [prefix, random.pick(names), more];
}

function anyRules(random: Random): NonNullable<NetworkSketch['rules']> {
  const some = Array.from({ length: random.below(3) }, () => {
    const family = random.pick(families);
    const [destination = '', length] = anyPrefix(random, family).split('/');
    const target = random.chance(0.5)
      ? { destination, destinationPrefixLength: Number(length) }
      : {};
    const suppressPrefixLength = random.pick([-1, -1, 0, 8, 16]);
    const table = random.pick([100, 254]);
    return { family, priority: 100 + random.below(9), table, suppressPrefixLength, ...target };
  });
  const byPriority = some.sort((one, other) => one.priority - other.priority);
  return [...usualRules.slice(0, 1), ...byPriority, ...usualRules.slice(1)];
}

/** A network of a stack that nobody would build, of four adapters. */
export function anySketch(random: Random, stack: StackName): NetworkSketch {
  const routes = Array.from({ length: 5 + random.below(40) }, () => anyRoute(random, stack));
  // The stacks have one route of each key, and lists of one metric in its place.
  const byKey = new Map(
    routes.map((route) => [JSON.stringify([route[0], route[2]?.table, route[2]?.metric]), route]),
  );
  return {
    stack,
    adapters: {
      eth0: { addresses: ['192.168.2.16/24', '2001:db8:1::16/64', '8.0.2.16/20'] },
      wlan0: { addresses: ['10.64.0.2/12'] },
      tun0: { kind: 'vpn', addresses: ['100.64.0.2/32', 'fc00::2/128', '128.0.0.2/1'] },
      off0: { values: { Connected: 0 } },
    },
    routes: [...byKey.values()].sort(
      (one, other) => Number(one[2]?.metric) - Number(other[2]?.metric),
    ),
    ...(stack === 'linux' && { rules: anyRules(random) }),
  };
}

/** Edits of what decides about traffic. */
export function anyOperations(
  random: Random,
  stack: StackName,
  luid: (name: string) => string,
): Operation[] {
  return names.flatMap((name) =>
    families.flatMap((family) => [
      ...(random.chance(0.3) ? [set(luid(name), family, 'DisableDefaultRoutes', 1)] : []),
      ...(stack === 'windows' && random.chance(0.3)
        ? [set(luid(name), family, 'Metric', random.pick([1, 60]))]
        : []),
    ]),
  );
}
