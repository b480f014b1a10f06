// SPDX-License-Identifier: MIT
// Which way internet traffic goes, as sentences. Names in them are isolated (ui/isolated-name.tsx).
import { carriersOf } from '../contract/carriers';
import { families } from '../contract/family';
import type { Family } from '../contract/family';
import { mostCounted } from '../contract/preview';
import type {
  FamilyTraffic,
  InternetPart,
  InternetTraffic,
  InternetWay,
  SpecialPackets,
  WideTraffic,
} from '../contract/preview';
import { mainTable } from '../contract/route-numbers';
import type { Luid } from '../contract/snapshot';
import { andMore, conjunction, disjunction } from '../language/lists';
import { locale, messages } from '../language/messages';
import type { Messages } from '../language/messages.generated';

const words = messages.internetTraffic;

/** What a sentence about traffic needs to know. */
export interface TrafficNames {
  /** The isolated name of an adapter. */
  readonly nameOf: (luid: Luid) => string;
  /** "Windows" or "Linux". */
  readonly system: string;
}

/** "12", "more than 1,000" */
export function counted(n: number): string {
  return n > mostCounted
    ? words.moreThan({ n: mostCounted })
    : new Intl.NumberFormat(locale()).format(n);
}

/** "a, b, c and 12 more" */
function someOfMany(names: readonly string[], all: number, most: number): string {
  const named = names.slice(0, most);
  return all > mostCounted
    ? messages.lists.andManyMore({ names: named.join(', ') })
    : andMore(named, all - named.length);
}

/** A text as a sentence begins. */
function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1);
}

/** "0.0.0.0/1" and "128.0.0.0/1", which together are everything; or those of both families. */
export function areHalves(prefixes: readonly string[]): boolean {
  return prefixes.length >= 2 && prefixes.every((prefix) => prefix.endsWith('/1'));
}

/** "87 %", "0.4 %", "less than 0.1 %" */
function shareText(share: number): string {
  const { some, hardlyAny } = words.shares;
  const percent = share * 100;
  if (percent < 0.1) return hardlyAny({ percent: 0.1 });
  if (percent < 1) return some({ percent: Math.round(percent * 10) / 10 });
  return some({ percent: Math.min(Math.round(percent), share < 1 ? 99 : 100) });
}

/** Whether two answers lead the same way, whatever their metrics. */
export function isSameWay(a: InternetTraffic, b: InternetTraffic): boolean {
  const [first, second] = [carriersOf(a), carriersOf(b)];
  if (first.length === 0 && second.length === 0) return a.kind === b.kind;
  return first.length === second.length && first.every((luid) => second.includes(luid));
}

/** What goes another way and is more than single addresses, as the route to a VPN's server is. */
function notableParts({ rest }: InternetTraffic): readonly InternetPart[] {
  const isHost = (prefix: string) => prefix.endsWith(prefix.includes(':') ? '/128' : '/32');
  return rest.filter(
    ({ networks, examples }) => networks > examples.length || !examples.every(isHost),
  );
}

/** Whether nothing that is worth a word goes another way. */
export function isWhole(traffic: InternetTraffic): boolean {
  return notableParts(traffic).length === 0;
}

/** S1 or S4: which way internet traffic of a family goes. */
export function trafficSentence(
  family: Family,
  traffic: InternetTraffic,
  { nameOf }: TrafficNames,
): string {
  switch (traffic.kind) {
    case 'lost':
      return words.lostIn({ family, adapter: nameOf(traffic.luid) });
    case 'dropped':
      return words.dropped({ family });
    case 'stays':
      return words.stays({ family });
    case 'none':
      return words.nowhere({ family });
    case 'through':
    case 'wide-routes':
    case 'rules':
    case 'tie':
      break;
  }
  const names = carriersOf(traffic).map(nameOf);
  return isWhole(traffic)
    ? words.leaves({ family, adapters: disjunction(names) })
    : words.leavesMostly({ family, share: shareText(traffic.share), adapters: disjunction(names) });
}

function throughReason(
  { metric, next, table }: Extract<InternetTraffic, { kind: 'through' }>,
  { nameOf, system }: TrafficNames,
): string {
  if (table !== mainTable) return words.laterTable({ table });
  if (next === null) return words.only;
  return next.metric === metric
    ? words.first({ metric, next: nameOf(next.luid), system })
    : words.lowest({ metric, next: nameOf(next.luid), nextMetric: next.metric });
}

function droppedBy({ route, reason }: Extract<InternetTraffic, { kind: 'dropped' }>): string {
  return route === null
    ? words.droppedByRule
    : words.droppedBy[reason]({ prefix: route.prefix, metric: route.metric });
}

/** Why neither family has a way, once each: what is so of both is said of both. */
export function cutOffReason(
  traffic: Readonly<Record<Family, FamilyTraffic>>,
  names: TrafficNames,
): string {
  const all = families.map((family) => ({ family, now: traffic[family].now }));
  if (all.every(({ now }) => now.kind === 'none')) return words.nowhereWhy;
  const facts = all.map(({ family, now }) =>
    now.kind === 'dropped'
      ? `${trafficSentence(family, now, names)} ${droppedBy(now)}`
      : `${trafficSentence(family, now, names)} ${trafficReason(family, now, names)}`,
  );
  const isDropped = all.some(({ now }) => now.kind === 'dropped');
  return [...facts, ...(isDropped ? [words.killSwitch] : [])].join(' ');
}

type WideRoutesPhrases = Messages['internetTraffic']['wideRoutes'];

/** S5: two half routes, one that is wide enough for all of the internet as 2000::/3 is, or many. */
export function wideRoutesText(
  family: Family,
  traffic: WideTraffic,
  { nameOf }: TrafficNames,
  phrases: WideRoutesPhrases = words.wideRoutes,
): string {
  const { luid, routes, prefixes } = traffic;
  const facts = {
    prefixes: someOfMany(prefixes, routes, 3),
    adapter: nameOf(luid),
    takes: isWhole(traffic) ? 'all' : 'most',
    family,
  };
  if (routes === 1) return phrases.one(facts);
  return areHalves(prefixes)
    ? phrases.halves(facts)
    : phrases.many({ ...facts, counted: capitalised(counted(routes)) });
}

function meansText(family: Family, traffic: InternetTraffic, names: TrafficNames): string {
  const { nameOf, system } = names;
  switch (traffic.kind) {
    case 'through':
      return throughReason(traffic, names);
    case 'tie':
      return words.ties[traffic.choice]({
        adapters: conjunction(traffic.luids.map(nameOf)),
        metric: traffic.metric,
        system,
      });
    case 'wide-routes':
      return wideRoutesText(family, traffic, names);
    case 'rules':
      return words.rules({ adapter: nameOf(traffic.luid), family });
    case 'lost':
      return words.lostInWhy({
        prefixes: traffic.prefixes.join(', '),
        adapter: nameOf(traffic.luid),
      });
    case 'dropped':
      return `${droppedBy(traffic)} ${words.killSwitch}`;
    case 'stays':
      return words.staysWhy;
    case 'none':
      return words.nowhereWhy;
  }
}

/** S2, S3, S4 or S5: why it goes that way. */
export function trafficReason(
  family: Family,
  traffic: InternetTraffic,
  names: TrafficNames,
): string {
  const why = meansText(family, traffic, names);
  return traffic.source === null ? why : `${why} ${words.bySource({ source: traffic.source })}`;
}

/** "through Ethernet", "nowhere" */
function wayText(way: InternetWay, { nameOf }: TrafficNames): string {
  switch (way.kind) {
    case 'through':
      return words.ways.through({ adapters: disjunction([nameOf(way.luid)]) });
    case 'tie':
      return words.ways.through({ adapters: disjunction(way.luids.map(nameOf)) });
    case 'lost':
      return words.ways.lost({ adapter: nameOf(way.luid) });
    case 'dropped':
      return words.ways.dropped;
    case 'stays':
      return words.ways.stays;
    case 'none':
      return words.ways.nowhere;
  }
}

/** "0x1/0xff", as ip writes it. */
function markText(mark: number, mask: number): string {
  const [hexMark, hexMask] = [mark, mask].map((number) => `0x${number.toString(16)}`);
  return mask === 0xffffffff ? `${hexMark}` : `${hexMark}/${hexMask}`;
}

function packetsText(packets: SpecialPackets): string {
  switch (packets.kind) {
    case 'marked':
      return words.special.marked({ mark: markText(packets.mark, packets.mask) });
    case 'of-user':
      return packets.first === packets.last
        ? words.special.ofUser({ user: packets.first })
        : words.special.ofUsers({ first: packets.first, last: packets.last });
    case 'from':
      return words.special.from({ source: packets.source });
  }
}

/** What goes another way than the sentence says, one text for each way: parts of the internet, special packets, IPsec. */
export function otherWays(
  { now, special, ipsec }: FamilyTraffic,
  names: TrafficNames,
): readonly string[] {
  const parts = notableParts(now).map(({ networks, share, examples, way, source }) => {
    const text = wayText(way, names);
    const whole = source === null ? text : `${text} ${words.ways.from({ source })}`;
    return words.part({
      networks,
      counted: counted(networks),
      share: shareText(share),
      way: whole,
      examples: someOfMany(examples, networks, 3),
    });
  });
  const ways = new Map<string, string[]>();
  for (const { packets, way } of special) {
    const text = wayText(way, names);
    ways.set(text, [...(ways.get(text) ?? []), packetsText(packets)]);
  }
  const policies = ipsec.map(({ action, isForSome, count, destinations }) =>
    words.ipsec({ action, isForSome, destinations: someOfMany(destinations, count, 3) }),
  );
  return [
    ...parts,
    ...[...ways].map(([way, packets]) =>
      capitalised(words.special.go({ packets: someOfMany(packets, packets.length, 4), way })),
    ),
    ...policies,
  ];
}
