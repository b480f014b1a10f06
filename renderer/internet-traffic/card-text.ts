// SPDX-License-Identifier: MIT
// What a card says of its adapter now (S6), and what its switch means (S7).
import type { Family } from '../../electron/contract/family';
import type { FamilyTraffic, InternetTraffic } from '../../electron/contract/preview';
import { messages } from '../ui/messages';
import type { AdapterCard, CardFamily } from './adapter-cards';
import { luidsOf } from './traffic-text';
import type { TrafficNames } from './traffic-text';

const words = messages.internetTraffic.adapters;

/** Which way each family goes. */
export type TrafficByFamily = Readonly<Record<Family, FamilyTraffic>>;

/** Whether internet traffic of a family may leave through an adapter now. */
function carries({ luid }: AdapterCard, now: InternetTraffic): boolean {
  return now.kind !== 'tie' && luidsOf(now).includes(luid);
}

/** Whether the adapter is the one, or one of those, that internet traffic leaves through now. */
export function isInUse(card: AdapterCard, traffic: TrafficByFamily): boolean {
  return card.families.some(({ family }) => luidsOf(traffic[family].now).includes(card.luid));
}

function standbyText({ luid }: AdapterCard, now: InternetTraffic, { nameOf }: TrafficNames) {
  const others = luidsOf(now).filter((other) => other !== luid);
  if (now.kind === 'rules') return words.unused;
  return now.kind === 'tie' && now.luids.includes(luid)
    ? words.tied(others.map(nameOf))
    : words.preferred(others.map(nameOf));
}

/** S6, of the families given: all of a card's, or the one that has a switch of its own. */
export function statusText(
  card: AdapterCard,
  families: readonly CardFamily[],
  traffic: TrafficByFamily,
  names: TrafficNames,
): string {
  if (card.families.length === 0) return words.noFamily;
  if (!card.isConnected) return words.disconnected;
  const carrying = families.filter(({ family }) => carries(card, traffic[family].now));
  const [first, second] = carrying;
  if (first && second) return words.carriesBoth;
  if (first) return words.carries(first.family);
  const standby = families.find(({ live, hasDefaultRoute }) => live !== 1 && hasDefaultRoute);
  if (standby) return standbyText(card, traffic[standby.family].now, names);
  if (families.some(({ cameBack }) => cameBack)) return words.cameBack;
  return families.some(({ live }) => live === 1) ? words.off : words.noRoute;
}

/** Whether half routes of the adapter take the traffic of a family, so that its switch changes nothing. */
export function hasHalfRoutes({ luid }: AdapterCard, traffic: TrafficByFamily): boolean {
  return Object.values(traffic).some(({ now }) => now.kind === 'half-routes' && now.luid === luid);
}

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
  // Of a disconnected adapter only what the switch will mean can be said.
  const mayCarry =
    isOn && (!card.isConnected || card.families.some(({ hasDefaultRoute }) => hasDefaultRoute));
  if (kind !== 'vpn') return words.consequences[kind][mayCarry ? 'on' : 'off'];
  if (hasHalfRoutes(card, traffic)) {
    return messages.internetTraffic.presets.halfRoutes(names.nameOf(card.luid));
  }
  return mayCarry ? words.vpnOn : `${words.companyNetworks(companyNetworks)} ${words.splitOn}`;
}
