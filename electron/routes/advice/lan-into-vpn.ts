// SPDX-License-Identifier: MIT
import type { Operation } from '../../contract/operation';
import { families } from '../../contract/family';
import type { Family } from '../../contract/family';
import type { Advice } from '../../contract/preview';
import type { Luid } from '../../contract/snapshot';
import { answeredParts } from '../answered-parts';
import type { AnsweredPart } from '../answered-parts';
import { grouped } from '../../contract/grouped';
import type { Network } from '../network';
import { addressParts } from '../address-parts';
import { ownNetworks } from '../own-networks';
import { prefixText } from '../prefix';
import { settingTo } from '../setting-to';
import { kindOf } from '../vpn';
import type { AdviceInput, AdviceRule } from './advice-input';

/** Named of the networks that are lost; a person has few. */
const mostNamed = 6;

/** So many adapters are told of: each way out is a network of its own to look everything up in. */
const mostAdapters = 4;

/** One address alone is the peer of a link, or the address of a server, and no network. */
const leastAddresses = 2;

/** A part of an adapter's own network that goes into a VPN. */
interface LostPart {
  readonly vpn: Luid;
  readonly luid: Luid;
  readonly family: Family;
  readonly answered: AnsweredPart;
}

function lossOf(
  { kinds }: AdviceInput,
  network: Network,
  family: Family,
  answered: AnsweredPart,
): readonly LostPart[] {
  const { part, way } = answered;
  const { ownedBy, space, size } = part;
  if (ownedBy === null || way.kind !== 'through' || way.luid === ownedBy) return [];
  if (space === 'reserved' || size < leastAddresses) return [];
  const isVpn = (luid: Luid) => kindOf(network, kinds, luid) === 'vpn';
  if (!isVpn(way.luid) || isVpn(ownedBy)) return [];
  return [{ vpn: way.luid, luid: ownedBy, family, answered }];
}

function lossesIn(input: AdviceInput, network: Network): readonly LostPart[] {
  return families.flatMap((family) =>
    answeredParts(network, family, input.userId).flatMap((part) =>
      lossOf(input, network, family, part),
    ),
  );
}

/** A metric of the VPN that is worse than that of any route which leads to the lost networks by themselves. */
function higherMetric(
  { network }: AdviceInput,
  { vpn, luid, family }: LostPart,
): readonly Operation[] {
  const own = network.index.routesThrough.get(luid) ?? [];
  const metrics = own
    .filter((route) => route.family === family && route.prefixLength > 0)
    .map((route) => network.effectiveMetric(route));
  const key = { luid: vpn, family };
  return [
    ...settingTo(network, key, 'UseAutomaticMetric', 0),
    ...settingTo(network, key, 'Metric', Math.max(0, ...metrics) + 1),
  ];
}

/** What gives the networks back, where raising the VPN's metric does. */
function wayOut(input: AdviceInput, losses: readonly LostPart[]): readonly Operation[] {
  const byFamily = [...grouped(losses, ({ family }) => family).values()];
  const operations = byFamily.flatMap(([first]) => (first ? higherMetric(input, first) : []));
  if (operations.length === 0) return [];
  const left = lossesIn(input, input.network.with(operations));
  const isLeft = ({ vpn, luid }: LostPart) =>
    left.some((one) => one.vpn === vpn && one.luid === luid);
  return losses.some(isLeft) ? [] : operations;
}

/** The own networks of which any address is lost. */
function networksLost({ network }: AdviceInput, family: Family, losses: readonly LostPart[]) {
  const parts = losses
    .filter((loss) => loss.family === family)
    .map(({ answered }) => answered.part);
  const ranges = addressParts(network.index, family).rangesOf(parts);
  const lost = ownNetworks(network.index, family).filter(
    ({ luid, prefix }) =>
      luid === losses[0]?.luid &&
      ranges.some(({ first, last }) => first <= prefix.last && last >= prefix.first),
  );
  return [...new Set(lost.map(({ prefix }) => prefixText(prefix)))];
}

/** The computer's own networks are led into a VPN: printers and shared folders there cannot be reached. */
export const lanIntoVpn: AdviceRule = (input) => {
  const losses = lossesIn(input, input.network);
  const byAdapters = grouped(losses, ({ vpn, luid }) => `${vpn} ${luid}`);
  return [...byAdapters.values()].slice(0, mostAdapters).flatMap((own): readonly Advice[] => {
    const [first] = own;
    if (!first) return [];
    const networks = families.flatMap((family) => networksLost(input, family, own));
    const { vpn, luid } = first;
    const operations = wayOut(input, own);
    return [{ id: 'lan-into-vpn', vpn, luid, networks: networks.slice(0, mostNamed), operations }];
  });
};
