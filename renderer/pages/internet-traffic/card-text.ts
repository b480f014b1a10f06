// SPDX-License-Identifier: MIT
// What a card says of its adapter now (S6), and what its switch means (S7).
import { carriersOf } from '../../../electron/contract/carriers';
import type { Family } from '../../../electron/contract/family';
import type { FamilyTraffic, InternetTraffic } from '../../../electron/contract/preview';
import type { Luid } from '../../../electron/contract/snapshot';
import { conjunction } from '../../../electron/language/lists';
import { messages } from '../../../electron/language/messages';
import type { AdapterCard, CardFamily } from '../../traffic/adapter-cards';
import { areHalves, counted } from '../../../electron/texts/traffic-text';
import type { TrafficNames } from '../../../electron/texts/traffic-text';

const words = messages.internetTraffic.adapters;

/** Which way each family goes. */
export type TrafficByFamily = Readonly<Record<Family, FamilyTraffic>>;

/** Whether internet traffic of a family may leave through an adapter now. */
function carries({ luid }: AdapterCard, now: InternetTraffic): boolean {
  return now.kind !== 'tie' && carriersOf(now).includes(luid);
}

/** Whether the adapter is the one, or one of those, that internet traffic leaves through now. */
export function isInUse(card: AdapterCard, traffic: TrafficByFamily): boolean {
  return card.families.some(({ family }) => carriersOf(traffic[family].now).includes(card.luid));
}

const preferredText = (names: readonly string[]) =>
  words.preferred({ n: names.length, adapters: conjunction(names) });

function standbyText({ luid }: AdapterCard, now: InternetTraffic, { nameOf }: TrafficNames) {
  const others = carriersOf(now).filter((other) => other !== luid);
  if (now.kind === 'rules' || now.kind === 'stays') return words.unused;
  if (now.kind === 'dropped') return words.dropped;
  if (now.kind === 'lost') return preferredText([nameOf(now.luid)]);
  if (others.length === 0) return words.notUsed;
  if (now.kind !== 'tie' || !now.luids.includes(luid)) return preferredText(others.map(nameOf));
  return now.choice === 'shared'
    ? words.shared({ adapters: conjunction(others.map(nameOf)) })
    : words.tied({ adapters: conjunction(others.map(nameOf)) });
}

/** Of each family by itself where they differ: one may be in a tie and the other be preferred elsewhere. */
function standbyTexts(
  card: AdapterCard,
  standby: readonly CardFamily[],
  traffic: TrafficByFamily,
  names: TrafficNames,
): string {
  const texts = standby.map(({ family }) => standbyText(card, traffic[family].now, names));
  if (new Set(texts).size === 1) return texts[0] ?? '';
  return standby
    .map(({ family }, index) => words.familyStatus({ family, status: texts[index] ?? '' }))
    .join('. ');
}

/**
 * S6, of the families given: all of a card's, or the one that has a switch of its own.
 * @param companyVpn the VPN that company traffic goes through; null where none does.
 */
export function cardStatusText(
  card: AdapterCard,
  families: readonly CardFamily[],
  { traffic, companyVpn }: { readonly traffic: TrafficByFamily; readonly companyVpn: Luid | null },
  names: TrafficNames,
): string {
  if (card.families.length === 0) return words.noFamily;
  if (!card.isConnected) return words.disconnected;
  const carrying = families.filter(({ family }) => carries(card, traffic[family].now));
  const [first, second] = carrying;
  if (first && second) return words.carriesBoth;
  if (first) return words.carries({ family: first.family });
  if (card.isMerePart) return words.partOf({ master: names.nameOf(card.adapter.master) });
  const standby = families.filter(({ live, hasDefaultRoute }) => live !== 1 && hasDefaultRoute);
  if (standby.length > 0) return standbyTexts(card, standby, traffic, names);
  if (families.some(({ cameBack }) => cameBack)) return words.cameBack;
  if (families.some(({ live }) => live === 1)) {
    return card.luid === companyVpn ? words.companyOnly : words.off;
  }
  // Why it can't be switched is said besides.
  const isExplained = families.some(({ refusal }) => refusal && refusal !== 'noDefaultRoute');
  return isExplained ? words.noRouteToSwitch : words.noRoute;
}

/** The wide routes of an adapter that take the traffic of a family, so that its switch changes nothing. */
export function wideRoutesOf(luid: Luid, traffic: TrafficByFamily): readonly string[] {
  return Object.values(traffic).flatMap(({ now }) =>
    now.kind === 'wide-routes' && now.luid === luid ? now.prefixes : [],
  );
}

/** Whether rules lead the traffic of a family into an adapter, so that its switch changes nothing. */
function isByRules(luid: Luid, traffic: TrafficByFamily): boolean {
  return Object.values(traffic).some(({ now }) => now.kind === 'rules' && now.luid === luid);
}

/** Whether the switch of an adapter would change nothing although it can be moved. */
export function isWithoutEffect(card: AdapterCard, traffic: TrafficByFamily): boolean {
  const { luid, kind, isMerePart } = card;
  if (isMerePart && !isInUse(card, traffic)) return true;
  return kind === 'vpn' && (wideRoutesOf(luid, traffic).length > 0 || isByRules(luid, traffic));
}

/** What a switch means is the same on some kinds of adapters. */
const consequences = {
  ethernet: 'directly',
  'wi-fi': 'directly',
  mobile: 'mobile',
  translator: 'translator',
  'virtual-switch': 'virtualSwitch',
  other: 'other',
} as const;

const companyNetworksText = (networks: number | null) =>
  networks === null
    ? words.someCompanyNetworks
    : words.companyNetworks({ networks, counted: counted(networks) });

/**
 * S7: what a switch means on this adapter, as it stands.
 * @param companyNetworks how many networks a VPN's own routes name; null where that isn't known.
 */
export function consequenceText(
  card: AdapterCard,
  isOn: boolean,
  traffic: TrafficByFamily,
  companyNetworks: number | null,
  names: TrafficNames,
): string {
  const { kind } = card;
  if (kind === 'loopback') return words.loopback;
  const inUse = isInUse(card, traffic);
  if (card.isMerePart && !inUse) return words.partSwitch;
  // Of a disconnected adapter only what the switch will mean can be said. One in use may have its default route in a
  // table that the switch does not reach.
  const mayCarry =
    isOn &&
    (!card.isConnected || inUse || card.families.some(({ hasDefaultRoute }) => hasDefaultRoute));
  if (kind !== 'vpn') {
    const consequence = words.consequences[consequences[kind]];
    if (mayCarry) return consequence.on;
    return !isOn && 'offCaution' in consequence
      ? `${consequence.off} ${consequence.offCaution}`
      : consequence.off;
  }
  const wideRoutes = wideRoutesOf(card.luid, traffic);
  if (wideRoutes.length > 0) {
    return messages.internetTraffic.presets.wideRoutes({
      vpn: names.nameOf(card.luid),
      isHalves: areHalves(wideRoutes),
    });
  }
  if (isByRules(card.luid, traffic)) {
    return messages.internetTraffic.presets.otherMeans({ vpn: names.nameOf(card.luid) });
  }
  return mayCarry ? words.vpnOn : `${companyNetworksText(companyNetworks)} ${words.splitOn}`;
}
