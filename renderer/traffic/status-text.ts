// SPDX-License-Identifier: MIT
// Where websites and company traffic go, in a line where both families agree.
import { carriersOf } from '../../electron/contract/carriers';
import { families } from '../../electron/contract/family';
import type { Family } from '../../electron/contract/family';
import type { InternetTraffic, Preview } from '../../electron/contract/preview';
import type { Luid } from '../../electron/contract/snapshot';
import { disjunction } from '../../electron/language/lists';
import { messages } from '../../electron/language/messages';
import { isSameWay, isWhole, otherWays, trafficSentence } from '../../electron/texts/traffic-text';
import type { TrafficNames } from '../../electron/texts/traffic-text';

const words = messages.internetTraffic.status;

/** What is so, or what would be with the edits. */
export type Moment = 'now' | 'after';

/** What is said of traffic and needs no more than this of a preview. */
export type TrafficAnswer = Pick<Preview, 'traffic' | 'company' | 'vpn'>;

/** The VPN that company traffic goes through; null where none does. */
export function companyVpn({ company, vpn }: TrafficAnswer, moment: Moment): Luid | null {
  return families.some((family) => company[family][moment]) ? vpn : null;
}

/** The families whose traffic goes somewhere, if all of them go the same way as a whole; else none. */
function agreeing(of: (family: Family) => InternetTraffic): readonly Family[] {
  const going = families.filter((family) => of(family).kind !== 'none');
  const [first] = going.map(of);
  const agree = going.every((family) => {
    const traffic = of(family);
    return carriersOf(traffic).length > 0 && isWhole(traffic) && first && isSameWay(traffic, first);
  });
  return agree ? going : [];
}

/** Of traffic that goes one way in both families, or in the only one that goes anywhere. */
function leadSentence(carriers: readonly Luid[], vpn: Luid | null, { nameOf }: TrafficNames) {
  const adapters = carriers.map(nameOf);
  if (vpn === null) return words.websites({ adapters: disjunction(adapters) });
  const isTogether = carriers.length === 1 && carriers[0] === vpn;
  return isTogether
    ? words.together({ adapters: disjunction(adapters) })
    : words.apart({ adapters: disjunction(adapters), vpn: nameOf(vpn) });
}

/** Where traffic goes: the first sentence leads; more of them where families differ. */
export function statusSentences(
  answer: TrafficAnswer,
  moment: Moment,
  names: TrafficNames,
): readonly [string, ...string[]] {
  const of = (family: Family) => answer.traffic[family][moment];
  const sentence = (family: Family) => trafficSentence(family, of(family), names);
  const vpn = companyVpn(answer, moment);
  const [first] = agreeing(of);
  if (first) {
    const silent = families.filter((family) => of(family).kind === 'none');
    return [leadSentence(carriersOf(of(first)), vpn, names), ...silent.map(sentence)];
  }
  const company = vpn === null ? [] : [words.company({ vpn: names.nameOf(vpn) })];
  return [sentence('IPv4'), sentence('IPv6'), ...company];
}

/** Whether the edits change nothing about where traffic goes. */
export function isSameAfter({ traffic, company }: TrafficAnswer): boolean {
  return families.every(
    (family) =>
      isSameWay(traffic[family].now, traffic[family].after) &&
      company[family].now === company[family].after,
  );
}

/** Whether a reason is one that a person can do without: a default route, or what advice tells already. */
function isUsual({ advice }: Preview, traffic: InternetTraffic): boolean {
  switch (traffic.kind) {
    case 'through':
    case 'none':
      return true;
    case 'wide-routes':
    case 'rules':
      return advice.some(({ luid }) => luid === traffic.luid);
    case 'tie':
    case 'lost':
    case 'dropped':
    case 'stays':
      return false;
  }
}

/** Whether the status line leaves out what a person must know, so that the details are to be seen without asking. */
export function hasMoreToSay(preview: Preview, names: TrafficNames): boolean {
  return families.some((family) => {
    const { now } = preview.traffic[family];
    return !isUsual(preview, now) || otherWays(preview.traffic[family], names).length > 0;
  });
}
