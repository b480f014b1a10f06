// SPDX-License-Identifier: MIT
// What the sentence about internet traffic says of single addresses, against what the kernel does with them.

import type { Family } from '../../electron/contract/family';
import type { InternetTraffic, InternetWay } from '../../electron/contract/preview';
import type { AddressText, Route, Snapshot } from '../../electron/contract/snapshot';
import { spaceOf } from '../../electron/routes/address-space';
import { addressBits, addressOf, addressText } from '../../electron/routes/ip-address';
import { ownNetworks } from '../../electron/routes/own-networks';
import { liesIn, prefixAround, prefixAt, prefixOf } from '../../electron/routes/prefix';
import { indexOf } from '../../electron/routes/snapshot-index';
import type { Random } from './random';
import { routesGot } from './witness';
import type { Seen } from './witness';

function isIn(address: AddressText, prefix: string): boolean {
  const { family } = addressOf(address);
  return liesIn(prefixAround(addressOf(address), addressBits[family]), prefixOf(prefix));
}

/** The way that a sentence says most of the internet goes. */
function mainWay(traffic: InternetTraffic): InternetWay {
  switch (traffic.kind) {
    case 'through':
    case 'wide-routes':
    case 'rules':
      return { kind: 'through', luid: traffic.luid };
    case 'tie':
    case 'lost':
    case 'dropped':
    case 'stays':
    case 'none':
      return traffic;
  }
}

/** What a sentence says of an address: the way, and the source that it goes from where that matters. */
export interface Claim {
  readonly way: InternetWay;
  readonly source: AddressText | null;
}

/** What a sentence says of an address of the internet; null: it names too many prefixes to tell. */
export function claimOf(traffic: InternetTraffic, address: AddressText): Claim | null {
  if (traffic.rest.some(({ networks, examples }) => networks > examples.length)) return null;
  const part = traffic.rest.find(({ examples }) => examples.some((one) => isIn(address, one)));
  return part ?? { way: mainWay(traffic), source: traffic.source };
}

/** The claims that the kernel contradicts at some addresses, and at how many it was asked. */
export function contradictions(
  snapshot: Snapshot,
  traffic: InternetTraffic,
  addresses: readonly AddressText[],
) {
  const claims = addresses.flatMap((address) => {
    const claim = claimOf(traffic, address);
    if (!claim) return [];
    const question = claim.source === null ? address : `${address} from ${claim.source}`;
    return [{ question, claim }];
  });
  const family = addressOf(addresses[0] ?? '::').family;
  const got = routesGot(
    family,
    claims.map(({ question }) => question),
  );
  const wrong = claims.flatMap(({ question, claim }) => {
    const seen = got.get(question);
    return seen && isSo(snapshot, claim.way, seen) ? [] : [{ question, claim, seen }];
  });
  return { compared: claims.length, wrong };
}

/** How the kernel says no, by the reason (strerror of what fib_props and fib_rules answer). */
const sayings = {
  unreachable: /Network is unreachable|No route to host/,
  blackhole: /Invalid argument/,
  prohibit: /Permission denied/,
} as const;

/** Whether the kernel does what was claimed. */
function isSo(snapshot: Snapshot, claimed: InternetWay, seen: Seen): boolean {
  const luidOf = (alias: string) => snapshot.adapters.find((one) => one.alias === alias)?.luid;
  switch (claimed.kind) {
    case 'through':
    case 'lost':
      return seen.kind === 'hop' && luidOf(seen.link) === claimed.luid;
    case 'tie':
      return seen.kind === 'hop' && claimed.luids.includes(luidOf(seen.link) ?? '');
    case 'stays':
      return seen.kind === 'local';
    case 'dropped':
      return seen.kind === 'refused' && sayings[claimed.reason].test(seen.said);
    case 'none':
      return seen.kind === 'refused' && seen.said.includes('Network is unreachable');
  }
}

/** Addresses at the edges of a route and beside them. */
function around(family: Family, { destination, prefixLength }: Route): readonly bigint[] {
  const { first, last } = prefixAt(family, destination, prefixLength);
  const [from, to] = [BigInt(first), BigInt(last)];
  return [from, to, from - 1n, to + 1n, (from + to) / 2n];
}

function anywhere(family: Family, random: Random): bigint {
  const words = family === 'IPv4' ? 2 : 8;
  let bits = 0n;
  for (let word = 0; word < words; word += 1) bits = (bits << 16n) | BigInt(random.below(65536));
  // 2000::/3 is an eighth of all.
  return family === 'IPv4' ? bits : (bits >> 3n) | (1n << 125n);
}

/** Addresses of the internet that are in no own network, spread over it and around the routes of a snapshot. */
export function spread(
  snapshot: Snapshot,
  family: Family,
  count: number,
  random: Random,
): readonly AddressText[] {
  const own = ownNetworks(indexOf(snapshot), family).map(({ prefix }) => prefix);
  const end = 1n << BigInt(addressBits[family]);
  const isInternet = (bits: bigint) => {
    const address = { family, bits, zone: null };
    const here = prefixAround(address, addressBits[family]);
    return (
      bits >= 0n &&
      bits < end &&
      spaceOf(address) === 'internet' &&
      !own.some((prefix) => liesIn(here, prefix))
    );
  };
  const edges = snapshot.routes
    .filter((route) => route.family === family)
    .flatMap((route) => around(family, route))
    .filter(isInternet);
  const some = random.some(count / 2, [...new Set(edges)]);
  while (some.length < count) {
    const bits = anywhere(family, random);
    if (isInternet(bits)) some.push(bits);
  }
  return some.map((bits) => addressText(family, bits));
}
