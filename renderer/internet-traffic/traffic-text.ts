// SPDX-License-Identifier: MIT
// Which way internet traffic goes, as sentences. Names in them are isolated (ui/isolated-name.tsx).
import type { Family } from '../../electron/contract/family';
import type { InternetTraffic } from '../../electron/contract/preview';
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

/** The adapters traffic may leave through; several where the system decides among equals. */
export function luidsOf(traffic: InternetTraffic): readonly Luid[] {
  switch (traffic.kind) {
    case 'through':
    case 'half-routes':
    case 'rules':
      return [traffic.luid];
    case 'tie':
      return traffic.luids;
    case 'none':
      return [];
  }
}

/** Whether two answers lead the same way, whatever their metrics. */
export function isSameWay(a: InternetTraffic, b: InternetTraffic): boolean {
  const [first, second] = [luidsOf(a), luidsOf(b)];
  return first.length === second.length && first.every((luid) => second.includes(luid));
}

/** S1 or S4: which way internet traffic of a family goes. */
export function trafficSentence(
  family: Family,
  traffic: InternetTraffic,
  { nameOf }: TrafficNames,
): string {
  const names = luidsOf(traffic).map(nameOf);
  const [only] = names;
  if (only === undefined) return words.nowhere(family);
  return names.length === 1 ? words.leaves(family, only) : words.leavesByTie(family, names);
}

/** S2, S3, S4 or S5: why it goes that way. */
export function trafficReason(
  family: Family,
  traffic: InternetTraffic,
  { nameOf, system }: TrafficNames,
): string {
  switch (traffic.kind) {
    case 'through':
      return traffic.next === null
        ? words.only
        : words.lowest(traffic.metric, nameOf(traffic.next.luid), traffic.next.metric);
    case 'tie':
      return words.tie(traffic.luids.map(nameOf), traffic.metric, system);
    case 'half-routes':
      return words.halfRoutes(traffic.prefixes, nameOf(traffic.luid), family);
    case 'rules':
      return words.rules(nameOf(traffic.luid), family);
    case 'none':
      return words.nowhereWhy;
  }
}
