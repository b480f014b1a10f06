// SPDX-License-Identifier: MIT
// "Only company traffic through the VPN": its default routes off, those of all that are no VPN on again.

import type { AdapterKind } from '../../contract/adapter-kind';
import type { PresetObstacle } from '../../contract/preview';
import type { Luid } from '../../contract/snapshot';
import { trafficOf } from '../internet-traffic';
import { hasDefaultRoute } from '../moved-default-routes';
import { settingTo } from '../setting-to';
import { kindOf } from '../vpn';
import { bothFamilies } from './preset-input';
import type { PresetInput, PresetPlan } from './preset-input';

/** What stays off: another VPN would take the internet traffic instead. */
const keepsOff: readonly AdapterKind[] = ['vpn', 'loopback'];

/** What leads internet traffic into the VPN besides its default routes. */
function obstacleToCompanyOnly({ network, userId }: PresetInput, vpn: Luid): PresetObstacle | null {
  const traffic = Object.values(trafficOf(network, userId));
  const kinds = traffic.flatMap((one) => ('luid' in one && one.luid === vpn ? one.kind : []));
  if (kinds.includes('rules')) return 'other-means';
  return kinds.includes('wide-routes') ? 'wide-routes' : null;
}

export function companyOnly(input: PresetInput): PresetPlan {
  const { network, kinds, vpn } = input;
  if (vpn === null) return { obstacle: 'no-vpn', operations: [] };
  const obstacle = obstacleToCompanyOnly(input, vpn);
  if (obstacle) return { obstacle, operations: [] };
  const off = bothFamilies(vpn)
    .filter((key) => hasDefaultRoute(network.index, key))
    .flatMap((key) => settingTo(network, key, 'DisableDefaultRoutes', 1));
  const on = network
    .switchedOff()
    .filter(({ luid }) => luid !== vpn && !keepsOff.includes(kindOf(network, kinds, luid)))
    .flatMap((key) => settingTo(network, key, 'DisableDefaultRoutes', 0));
  return { obstacle: null, operations: [...off, ...on] };
}
