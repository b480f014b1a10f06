// SPDX-License-Identifier: MIT
// How internet traffic of one family leaves (S1 to S5): judged by lookups of every part of the internet. Whatever the
// program says about it, anywhere, is said by this.

import { families } from '../contract/family';
import type { Family } from '../contract/family';
import type {
  InternetMeans,
  InternetPart,
  InternetTraffic,
  InternetWay,
} from '../contract/preview';
import { mainTable } from '../contract/route-numbers';
import type { AddressText, Luid, Route } from '../contract/snapshot';
import { answeredParts, prefixesOf, wayKey } from './answered-parts';
import type { AnsweredPart } from './answered-parts';
import { usableDefaultRoutes } from './default-routes';
import { grouped } from '../contract/grouped';
import { plainFlow } from './flow';
import type { Verdict } from './flow';
import { addressText } from './ip-address';
import { isAskedBeforeMain } from './linux-lookup';
import type { Network } from './network';
import { prefixAt, prefixText } from './prefix';
import { wideRoutesThrough } from './wide-routes';
import type { WideRoutes } from './wide-routes';

/** The parts of the internet that go one way. */
interface Share {
  readonly way: InternetWay;
  readonly size: number;
  readonly parts: readonly AnsweredPart[];
}

/** Largest first; of equals the one that comes first among all addresses. */
function sharesOf(parts: readonly AnsweredPart[]): readonly Share[] {
  const groups = grouped(parts, ({ way }) => wayKey(way));
  return [...groups.values()]
    .flatMap((own): readonly Share[] => {
      const [first] = own;
      if (!first) return [];
      return [{ way: first.way, parts: own, size: sizeOf(own) }];
    })
    .sort((one, other) => other.size - one.size);
}

function sizeOf(parts: readonly AnsweredPart[]): number {
  return parts.reduce((sum, { part }) => sum + part.size, 0);
}

/**
 * A part of the internet with the prefixes that hold it. What lies between them and is no internet, but goes the same
 * way, does not split them: 169.0.0.0/8 is one, although link-local addresses are in it.
 */
function partOf(
  network: Network,
  family: Family,
  own: Share,
  all: number,
  userId: number,
): InternetPart {
  const { way, size } = own;
  const alike = answeredParts(network, family, userId).filter(
    (one) => wayKey(one.way) === wayKey(way),
  );
  const { count, first } = prefixesOf(network, family, alike, 'internet');
  return {
    way,
    share: size / all,
    networks: count,
    examples: first.map(prefixText),
    source: sourceOf(own),
  };
}

function prefixOfRoute({ family, destination, prefixLength }: Route): string {
  return prefixText(prefixAt(family, destination, prefixLength));
}

/** The routes by which an adapter takes the internet; a multipath route belongs to no single one. */
function wideRoutesAt({ index }: Network, luid: Luid, decider: Route): WideRoutes {
  const found = wideRoutesThrough(index, luid, decider);
  return found.routes > 0 ? found : { routes: 1, prefixes: [prefixOfRoute(decider)] };
}

function meansOfRoute(
  network: Network,
  luid: Luid,
  { verdict, part }: AnsweredPart,
  userId: number,
): InternetMeans {
  if (verdict.kind !== 'hops') return { kind: 'none' };
  const { route } = verdict;
  const { table, family } = route;
  const flow = plainFlow(part.example, userId);
  if (table !== mainTable && isAskedBeforeMain(network, table, flow))
    return { kind: 'rules', luid, table };
  if (route.prefixLength > 0)
    return { kind: 'wide-routes', luid, ...wideRoutesAt(network, luid, route) };
  const others = usableDefaultRoutes(network, family).filter((other) => other.luid !== luid);
  const metric = network.effectiveMetric(route, luid);
  return { kind: 'through', luid, metric, next: others[0] ?? null, table };
}

function droppedBy(verdict: Verdict) {
  if (verdict.kind !== 'refused' || !verdict.route) return null;
  const { table, metric } = verdict.route;
  return { prefix: prefixOfRoute(verdict.route), table, metric };
}

function meansOfTie(network: Network, luids: readonly Luid[], verdict: Verdict): InternetMeans {
  if (verdict.kind !== 'hops') return { kind: 'none' };
  const { route } = verdict;
  const ofSystem = network.stack === 'linux' ? 'first-to-answer' : 'undocumented';
  const choice = route.hops.length > 0 ? 'shared' : ofSystem;
  return { kind: 'tie', luids, metric: network.effectiveMetric(route, luids[0]), choice };
}

/** By what the larger part of a share goes its way. */
function meansOf(network: Network, { way, parts }: Share, userId: number): InternetMeans {
  const [largest] = parts.toSorted((one, other) => other.part.size - one.part.size);
  if (!largest) return { kind: 'none' };
  const { verdict } = largest;
  switch (way.kind) {
    case 'through':
      return meansOfRoute(network, way.luid, largest, userId);
    case 'tie':
      return meansOfTie(network, way.luids, verdict);
    case 'lost': {
      const prefixes = verdict.kind === 'hops' ? [prefixOfRoute(verdict.route)] : [];
      return { ...way, prefixes };
    }
    case 'dropped':
      return { ...way, route: droppedBy(verdict) };
    case 'stays':
    case 'none':
      return way;
  }
}

function sourceOf({ parts }: Share): AddressText | null {
  const source = parts.find((one) => one.source !== null)?.source ?? null;
  return source && addressText(source.family, source.bits);
}

/** The parts of the internet, own networks left out, each with the way it goes. */
export function internetParts(
  network: Network,
  family: Family,
  userId: number,
): readonly AnsweredPart[] {
  return answeredParts(network, family, userId).filter(
    ({ part }) => part.space === 'internet' && part.ownedBy === null,
  );
}

/** How internet traffic of a family leaves a network. */
export function internetTraffic(network: Network, family: Family, userId: number): InternetTraffic {
  const parts = internetParts(network, family, userId);
  const all = sizeOf(parts);
  const [main, ...others] = sharesOf(parts);
  if (!main) return { kind: 'none', share: 1, rest: [], source: null };
  return {
    ...meansOf(network, main, userId),
    share: main.size / all,
    rest: others.map((one) => partOf(network, family, one, all, userId)),
    source: sourceOf(main),
  };
}

/** How internet traffic of each family leaves a network. */
export function trafficOf(network: Network, userId: number): Record<Family, InternetTraffic> {
  return {
    IPv4: internetTraffic(network, 'IPv4', userId),
    IPv6: internetTraffic(network, 'IPv6', userId),
  };
}

/** Of the internet, how much goes through each adapter in the family of which it carries more, 0 to 1. */
export function sharesThrough(network: Network, userId: number): ReadonlyMap<Luid, number> {
  const shares = new Map<Luid, number>();
  for (const family of families) {
    const parts = internetParts(network, family, userId);
    const all = sizeOf(parts);
    for (const { way, size } of sharesOf(parts)) {
      if (way.kind !== 'through') continue;
      shares.set(way.luid, Math.max(shares.get(way.luid) ?? 0, size / all));
    }
  }
  return shares;
}
