// SPDX-License-Identifier: MIT
// "Everything through the VPN": its default routes on, and where it would still lose, a metric just low enough.

import type { Operation } from '../../contract/operation';
import { families } from '../../contract/family';
import type { Family } from '../../contract/family';
import type { AdapterKinds, PresetObstacle } from '../../contract/preview';
import type { IpInterfaceKey, Luid } from '../../contract/snapshot';
import { usableDefaultRoutes } from '../default-routes';
import { carriersOf } from '../../contract/carriers';
import { internetTraffic, trafficOf } from '../internet-traffic';
import { hasDefaultRoute } from '../moved-default-routes';
import type { Network } from '../network';
import { settingTo } from '../setting-to';
import { kindOf } from '../vpn';
import { bothFamilies } from './preset-input';
import type { PresetInput, PresetPlan } from './preset-input';

/** 0 means the lowest to some programs and automatic to others. */
const lowestMetric = 1;

function isThrough(network: Network, { luid, family }: IpInterfaceKey, userId: number): boolean {
  const carriers = carriersOf(internetTraffic(network, family, userId));
  return carriers.length === 1 && carriers[0] === luid;
}

/** Whether internet traffic of any family leaves through an adapter. */
function carriesAny(network: Network, luid: Luid, userId: number): boolean {
  return Object.values(trafficOf(network, userId)).some((one) => carriersOf(one).includes(luid));
}

/** Lets a VPN's default route win by a fixed metric; nothing where no metric could, or it wins already. */
function winningMetric(
  network: Network,
  key: IpInterfaceKey,
  userId: number,
): readonly Operation[] {
  const { luid, family } = key;
  if (isThrough(network, key, userId)) return [];
  const routes = usableDefaultRoutes(network, family);
  const own = routes.find((route) => route.luid === luid);
  const rival = routes.find((route) => route.luid !== luid);
  if (!own || !rival) return [];
  const metric = network.interfaceMetric(luid, family) - (own.metric - rival.metric) - 1;
  if (metric < lowestMetric) return [];
  const operations = [
    ...settingTo(network, key, 'UseAutomaticMetric', 0),
    ...settingTo(network, key, 'Metric', metric),
  ];
  return isThrough(network.with(operations), key, userId) ? operations : [];
}

/** The interfaces of other adapters that could carry internet traffic. */
function othersWithRoute(
  network: Network,
  kinds: AdapterKinds,
  vpn: Luid | null,
): readonly IpInterfaceKey[] {
  return [...network.index.adapters.keys()]
    .filter((luid) => luid !== vpn && kindOf(network, kinds, luid) !== 'loopback')
    .flatMap(bothFamilies)
    .filter((key) => hasDefaultRoute(network.index, key));
}

/** Switches off every other adapter that could carry internet traffic. */
function blockingOthers({ network, kinds }: PresetInput, vpn: Luid): readonly Operation[] {
  return othersWithRoute(network, kinds, vpn).flatMap((key) =>
    settingTo(network, key, 'DisableDefaultRoutes', 1),
  );
}

/** MIB_IF_ROW2.AdminStatus, NET_IF_ADMIN_STATUS_DOWN. */
const adminStatusDown = 2;

function isConnected(network: Network, luid: Luid): boolean {
  return (
    network.index.adapters.get(luid)?.adminStatus !== adminStatusDown &&
    families.some((family) => network.isOn(luid, family, 'Connected'))
  );
}

/** Whether no other connected adapter would carry internet traffic when the VPN is off, since all are switched off. */
export function areOthersBlocked(network: Network, kinds: AdapterKinds, vpn: Luid | null): boolean {
  const others = othersWithRoute(network, kinds, vpn).filter(({ luid }) =>
    isConnected(network, luid),
  );
  return (
    others.length > 0 &&
    others.every(({ luid, family }) => network.isOn(luid, family, 'DisableDefaultRoutes'))
  );
}

/** Whether rules lead some packets to a default route of an adapter in a table of their own. */
function isLedByRules({ index }: Network, luid: Luid, family: Family): boolean {
  return index.rules[family].some(({ table }) =>
    index.tables[family].get(table)?.defaultRoutes.some((route) => route.luid === luid),
  );
}

/** Why default routes of the VPN cannot carry internet traffic of either family. */
function obstacleToThroughVpn({ network, userId }: PresetInput, vpn: Luid): PresetObstacle | null {
  // However it comes about, the choice is already true.
  if (carriesAny(network, vpn, userId)) return null;
  const traffic = Object.values(trafficOf(network, userId));
  if (traffic.some(({ kind }) => kind === 'rules')) return 'other-means';
  if (traffic.some(({ kind }) => kind === 'wide-routes')) return 'wide-routes';
  if (bothFamilies(vpn).some((key) => hasDefaultRoute(network.index, key))) return null;
  return families.some((family) => isLedByRules(network, vpn, family)) ? 'other-means' : 'no-route';
}

export function throughVpn(input: PresetInput): PresetPlan {
  const { network, vpn, blocksOthers, userId } = input;
  if (vpn === null) return { obstacle: 'no-vpn', operations: [] };
  const obstacle = obstacleToThroughVpn(input, vpn);
  if (obstacle) return { obstacle, operations: [] };
  const switchedOn = bothFamilies(vpn).flatMap((key) =>
    settingTo(network, key, 'DisableDefaultRoutes', 0),
  );
  const on = network.with(switchedOn);
  const metrics = bothFamilies(vpn).flatMap((key) => winningMetric(on, key, userId));
  const blocked = blocksOthers ? blockingOthers(input, vpn) : [];
  const operations = [...switchedOn, ...metrics, ...blocked];
  return carriesAny(network.with(operations), vpn, userId)
    ? { obstacle: null, operations }
    : { obstacle: 'outranked', operations: [] };
}
