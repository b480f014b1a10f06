// SPDX-License-Identifier: MIT
// What is said of an address or a name that was checked: through what it goes, why, and whether split tunnelling
// would change that.
import { grouped } from '../../../electron/contract/grouped';
import type { InternetTraffic, Path, Preview, Probe } from '../../../electron/contract/preview';
import { mainTable } from '../../../electron/contract/route-numbers';
import type { AddressText } from '../../../electron/contract/snapshot';
import { disjunction } from '../../../electron/language/lists';
import { messages } from '../../../electron/language/messages';
import { isSamePath } from '../../traffic/paths';
import type { TrafficNames } from '../../../electron/texts/traffic-text';
import type { TypedAddress } from './use-typed-address';

const words = messages.internetTraffic.answer;

const sentence = (subject: string, predicate: string, coda: string | null) =>
  coda === null
    ? words.sentence({ subject, predicate })
    : words.sentenceAnd({ subject, predicate, coda });

function nowhereText({ reason, prefix }: Extract<Path, { kind: 'nowhere' }>): string {
  const ending = messages.internetTraffic.endings[reason];
  return prefix === null
    ? words.nowhere({ reason: ending })
    : words.nowhereBy({ reason: ending, prefix });
}

type Through = Extract<Path, { kind: 'through' }>;

function pathDestination({ destination, prefixLength }: Through): string {
  return `${destination}/${prefixLength}`;
}

/** Why a default route is taken: what is known of internet traffic, where that takes the same one. */
function defaultRouteText(path: Through, traffic: InternetTraffic, { nameOf }: TrafficNames) {
  const { why } = words;
  const { luid, table, metric } = path;
  if (traffic.kind === 'rules' && traffic.luid === luid && traffic.table === table) {
    return why.rules({ table });
  }
  const isSame = traffic.kind === 'through' && traffic.luid === luid && traffic.metric === metric;
  if (!isSame || traffic.table !== table) return why.byDefault;
  const { next } = traffic;
  if (table !== mainTable) return why.laterTable({ table });
  if (next === null) return why.only;
  const facts = { metric, next: nameOf(next.luid), nextMetric: next.metric };
  return next.metric === metric ? why.first(facts) : why.lowest(facts);
}

function whyText(
  { family }: Probe,
  path: Through,
  { traffic, vpn }: Preview,
  names: TrafficNames,
): string {
  const { why } = words;
  const { now } = traffic[family];
  if (path.prefixLength === 0) return defaultRouteText(path, now, names);
  const prefix = pathDestination(path);
  if (now.kind === 'wide-routes' && now.prefixes.includes(prefix)) return why.wideRoute({ prefix });
  const isOwn = path.nextHop === null && path.luid !== vpn;
  return isOwn ? why.ownNetwork({ prefix }) : why.route({ prefix });
}

function predicateOf(probe: Probe, preview: Preview, names: TrafficNames): string {
  const { nameOf } = names;
  const { now } = probe;
  switch (now.kind) {
    case 'through': {
      const why = whyText(probe, now, preview, names);
      return now.isConnected
        ? words.through({ adapter: nameOf(now.luid), why })
        : words.lost({ adapter: nameOf(now.luid), why });
    }
    case 'tie':
      return words.either({ adapters: disjunction(now.luids.map(nameOf)) });
    case 'this-computer':
      return words.stays;
    case 'nowhere':
      return nowhereText(now);
  }
}

/** "go through Ethernet", behind "it would" or "it will" */
function wayText(path: Path, { nameOf }: TrafficNames): string {
  switch (path.kind) {
    case 'through':
      return words.ways.through({ adapters: disjunction([nameOf(path.luid)]) });
    case 'tie':
      return words.ways.through({ adapters: disjunction(path.luids.map(nameOf)) });
    case 'this-computer':
      return words.ways.stays;
    case 'nowhere':
      return words.ways.nowhere;
  }
}

/** What edits, or else split tunnelling, would make of it; null where there is no VPN to split. */
function codaOf(probe: Probe, preview: Preview, names: TrafficNames): string | null {
  const { now, after, split, isReliable } = probe;
  if (!isReliable) return null;
  if (!isSamePath(now, after)) return words.after({ way: wayText(after, names) });
  if (preview.vpn === null) return null;
  if (preview.presetNow === 'company-only') return words.split.isOn;
  if (split === null) return words.split.cannot;
  return isSamePath(now, split)
    ? words.split.wouldNot
    : words.split.would({ way: wayText(split, names) });
}

/** What is said alike of some addresses. */
interface Said {
  readonly addresses: readonly string[];
  readonly predicate: string;
  readonly coda: string | null;
}

function saidOf(
  preview: Preview,
  addresses: readonly AddressText[],
  names: TrafficNames,
): readonly Said[] {
  const typed = preview.probes
    .filter(({ kind, address }) => kind === 'typed' && addresses.includes(address))
    .map((probe) => ({
      address: probe.address,
      predicate: predicateOf(probe, preview, names),
      coda: codaOf(probe, preview, names),
    }));
  const alike = grouped(typed, ({ predicate, coda }) => `${predicate}; ${coda ?? ''}`);
  return [...alike.values()].flatMap((own) => {
    const [first] = own;
    return first ? [{ ...first, addresses: own.map(({ address }) => address) }] : [];
  });
}

/** What is said of the typed address, or of the addresses of the name: one sentence where all of them go alike. */
export function answerSentences(
  preview: Preview,
  { addresses, lookup }: Pick<TypedAddress, 'addresses' | 'lookup'>,
  names: TrafficNames,
): readonly string[] {
  const name = lookup?.kind === 'answered' ? lookup.name : null;
  const said = saidOf(preview, addresses, names);
  return said.map(({ addresses: own, predicate, coda }) => {
    if (name === null) return sentence(own.join(', '), predicate, coda);
    const subject =
      said.length === 1 ? name : words.addressesOf({ name, addresses: own.join(', ') });
    return sentence(subject, predicate, coda);
  });
}
