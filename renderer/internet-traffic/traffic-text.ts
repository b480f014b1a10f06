// SPDX-License-Identifier: MIT
// Which way internet traffic goes, as sentences. Names in them are isolated (ui/isolated-name.tsx).
import { carriersOf } from '../../electron/contract/carriers';
import { families } from '../../electron/contract/family';
import type { Family } from '../../electron/contract/family';
import type {
  FamilyTraffic,
  InternetPart,
  InternetTraffic,
  InternetWay,
  SpecialPackets,
  WideTraffic,
} from '../../electron/contract/preview';
import { mainTable } from '../../electron/contract/route-numbers';
import type { Luid } from '../../electron/contract/snapshot';
import { messages } from '../ui/messages';

const words = messages.internetTraffic;

/** What a sentence about traffic needs to know. */
export interface TrafficNames {
  /** The isolated name of an adapter. */
  readonly nameOf: (luid: Luid) => string;
  /** "Windows" or "Linux". */
  readonly system: string;
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
      return words.lostIn(family, nameOf(traffic.luid));
    case 'dropped':
      return words.dropped(family);
    case 'stays':
      return words.stays(family);
    case 'none':
      return words.nowhere(family);
    case 'through':
    case 'wide-routes':
    case 'rules':
    case 'tie':
      break;
  }
  const names = carriersOf(traffic).map(nameOf);
  return isWhole(traffic)
    ? words.leaves(family, names)
    : words.leavesMostly(family, words.percent(traffic.share), names);
}

function throughReason(
  { metric, next, table }: Extract<InternetTraffic, { kind: 'through' }>,
  { nameOf, system }: TrafficNames,
): string {
  if (table !== mainTable) return words.laterTable(table);
  if (next === null) return words.only;
  return next.metric === metric
    ? words.first(metric, nameOf(next.luid), system)
    : words.lowest(metric, nameOf(next.luid), next.metric);
}

function droppedBy({ route, reason }: Extract<InternetTraffic, { kind: 'dropped' }>): string {
  return route === null ? words.droppedByRule : words.droppedBy(route.prefix, reason, route.metric);
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

/** The routes that take traffic in place of default routes, as a sentence needs them. */
export function takenByRoutes(family: Family, traffic: WideTraffic, { nameOf }: TrafficNames) {
  const { luid, routes, prefixes } = traffic;
  const takes: 'all' | 'most' = isWhole(traffic) ? 'all' : 'most';
  return { prefixes, routes, adapter: nameOf(luid), family, takes };
}

function meansText(family: Family, traffic: InternetTraffic, names: TrafficNames): string {
  const { nameOf, system } = names;
  switch (traffic.kind) {
    case 'through':
      return throughReason(traffic, names);
    case 'tie':
      return words.tie(traffic.luids.map(nameOf), traffic.metric, system, traffic.choice);
    case 'wide-routes':
      return words.wideRoutes(takenByRoutes(family, traffic, names));
    case 'rules':
      return words.rules(nameOf(traffic.luid), family);
    case 'lost':
      return words.lostInWhy(traffic.prefixes, nameOf(traffic.luid));
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
  return traffic.source === null ? why : `${why} ${words.bySource(traffic.source)}`;
}

/** "through Ethernet", "nowhere" */
function wayText(way: InternetWay, { nameOf }: TrafficNames): string {
  switch (way.kind) {
    case 'through':
      return words.ways.through([nameOf(way.luid)]);
    case 'tie':
      return words.ways.through(way.luids.map(nameOf));
    case 'lost':
      return words.ways.lost(nameOf(way.luid));
    case 'dropped':
      return words.ways.dropped;
    case 'stays':
      return words.ways.stays;
    case 'none':
      return words.ways.nowhere;
  }
}

function packetsText(packets: SpecialPackets): string {
  switch (packets.kind) {
    case 'marked':
      return words.special.marked(packets.mark, packets.mask);
    case 'of-user':
      return words.special.ofUser(packets.first, packets.last);
    case 'from':
      return words.special.from(packets.source);
  }
}

/** What goes another way than the sentence says, one text for each way: parts of the internet, special packets, IPsec. */
export function otherWays(
  { now, special, ipsec }: FamilyTraffic,
  names: TrafficNames,
): readonly string[] {
  const parts = notableParts(now).map(({ networks, share, examples, way, source }) => {
    const text = wayText(way, names);
    const whole = source === null ? text : `${text} ${words.ways.from(source)}`;
    return words.part(networks, words.percent(share), examples, whole);
  });
  const ways = new Map<string, string[]>();
  for (const { packets, way } of special) {
    const text = wayText(way, names);
    ways.set(text, [...(ways.get(text) ?? []), packetsText(packets)]);
  }
  const policies = ipsec.map(({ action, isForSome, count, destinations }) =>
    words.ipsec(action, isForSome, destinations, count),
  );
  return [
    ...parts,
    ...[...ways].map(([way, packets]) => words.special.go(packets, way)),
    ...policies,
  ];
}
