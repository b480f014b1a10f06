// SPDX-License-Identifier: MIT
// Where every address of a family goes in a network: the parts of all addresses, each looked up.

import type { Family } from '../contract/family';
import type { InternetWay } from '../contract/preview';
import { addressParts } from './address-parts';
import { leadsToInternet } from './address-space';
import { plainFlow } from './flow';
import type { Verdict } from './flow';
import type { IpAddress } from './ip-address';
import { lookUpAsProgram, luidsOf } from './lookup';
import type { Network } from './network';
import type { Prefix } from './prefix';
import { PrefixLister } from './prefix-list';
import type { PrefixList } from './prefix-list';
import type { AddressParts, Part } from './tree-parts';

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

function listOf(
  all: AddressParts,
  family: Family,
  parts: readonly Part[],
  counted: Counted,
): PrefixList {
  const lister = new PrefixLister(family, countsAs[counted]);
  all.eachRange(parts, (range) => lister.take(range));
  return lister.list;
}

/** Which prefixes count: all, or those that lead to the internet. */
export type Counted = 'all' | 'internet';

const countsAs: Readonly<Record<Counted, (prefix: Prefix) => boolean>> = {
  all: () => true,
  internet: leadsToInternet,
};

const knownLists = new WeakMap<AddressParts, Map<string, PrefixList>>();

/** The addresses of answered parts as those prefixes that count; found once, however many networks ask. */
export function prefixesOf(
  network: Network,
  family: Family,
  answered: readonly AnsweredPart[],
  counted: Counted,
): PrefixList {
  const all = addressParts(network.index, family);
  const lists = knownLists.get(all) ?? new Map<string, PrefixList>();
  knownLists.set(all, lists);
  const parts = answered.map(({ part }) => part);
  const key = `${counted} ${parts.map(({ example }) => example.bits).join(' ')}`;
  const list = lists.get(key) ?? listOf(all, family, parts, counted);
  lists.set(key, list);
  return list;
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
