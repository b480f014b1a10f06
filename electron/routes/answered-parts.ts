// SPDX-License-Identifier: MIT
// Where every address of a family goes in a network: the parts of all addresses, each looked up.

import type { Family } from '../contract/family';
import type { InternetWay } from '../contract/preview';
import { addressParts } from './address-parts';
import type { Part } from './address-parts';
import { plainFlow } from './flow';
import type { Verdict } from './flow';
import type { IpAddress } from './ip-address';
import { lookUpAsProgram, luidsOf } from './lookup';
import type { Network } from './network';
import type { Prefix } from './prefix';
import { prefixList } from './prefix-list';
import type { PrefixList } from './prefix-list';

/** A part of all addresses, and what a lookup says of each of them. */
export interface AnsweredPart {
  readonly part: Part;
  readonly verdict: Verdict;
  /** The source address without which no way would be found; else null. */
  readonly source: IpAddress | null;
  readonly way: InternetWay;
}

/** A verdict as a way. */
export function wayOf(network: Network, verdict: Verdict): InternetWay {
  if (verdict.kind === 'local') return { kind: 'stays', luid: verdict.luid };
  if (verdict.kind === 'refused') {
    const { reason } = verdict;
    return reason === 'no-route' ? { kind: 'none' } : { kind: 'dropped', reason };
  }
  const luids = luidsOf(verdict.hops);
  const [luid] = luids;
  if (luid === undefined) return { kind: 'none' };
  if (luids.length > 1) return { kind: 'tie', luids };
  const isCutOff = network.value(luid, verdict.route.family, 'Connected') === 0;
  return { kind: isCutOff ? 'lost' : 'through', luid };
}

/** A way as a text; the same for ways that are the same. */
export function wayKey(way: InternetWay): string {
  switch (way.kind) {
    case 'through':
    case 'lost':
    case 'stays':
      return `${way.kind} ${way.luid}`;
    case 'tie':
      return `tie ${[...way.luids].sort().join(' ')}`;
    case 'dropped':
      return `dropped ${way.reason}`;
    case 'none':
      return 'none';
  }
}

/** Link-local networks of an adapter, of which there are as many as adapters, are asked about by nobody. */
function isOfInterest({ space, ownedBy }: Part): boolean {
  return space !== 'reserved' || ownedBy === null;
}

function find(network: Network, family: Family, userId: number): readonly AnsweredPart[] {
  return addressParts(network.index, family)
    .parts.filter(isOfInterest)
    .map((part) => {
      const { verdict, source } = lookUpAsProgram(network, plainFlow(part.example, userId));
      return { part, verdict, source, way: wayOf(network, verdict) };
    });
}

/** The addresses of answered parts as those prefixes that count; at most `most` of them are kept. */
export function prefixesOf(
  network: Network,
  family: Family,
  answered: readonly AnsweredPart[],
  most: number,
  counts: (prefix: Prefix) => boolean = () => true,
): PrefixList {
  const some = answered.map(({ part }) => part);
  return prefixList(family, addressParts(network.index, family).rangesOf(some), most, counts);
}

const known = new WeakMap<Network, Map<string, readonly AnsweredPart[]>>();

/** Where all addresses of a family go; found once for each network and user. */
export function answeredParts(
  network: Network,
  family: Family,
  userId: number,
): readonly AnsweredPart[] {
  const found = known.get(network) ?? new Map<string, readonly AnsweredPart[]>();
  known.set(network, found);
  const key = `${family} ${userId}`;
  const parts = found.get(key) ?? find(network, family, userId);
  found.set(key, parts);
  return parts;
}
