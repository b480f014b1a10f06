// SPDX-License-Identifier: MIT
import type { Operation } from '../../contract/changes';
import type { Warning } from '../../contract/preview';
import { usableDefaultRoutes } from '../internet-traffic';
import { addressBits, isUnspecified } from '../ip-address';
import { hasDefaultRoute } from '../moved-default-routes';
import { mainTable } from '../snapshot-index';
import { kindOf, physicalKinds } from '../vpn';
import { setting } from './warning-input';
import type { WarningInput, WarningRule } from './warning-input';

/** A route to one address by way of a gateway: what VPN programs add so that their server stays reachable. */
function hasHostRoute({ now }: WarningInput, { luid, family }: Operation): boolean {
  const routes = now.index.routesThrough.get(luid) ?? [];
  return routes.some(
    (route) =>
      route.family === family &&
      route.table === mainTable &&
      route.prefixLength === addressBits[family] &&
      !isUnspecified(route.nextHop),
  );
}

/** Another adapter that the VPN's own packets could take. */
function hasOtherWay({ after, vpns }: WarningInput, { luid, family }: Operation): boolean {
  return usableDefaultRoutes(after, family).some(
    (route) => route.luid !== luid && !vpns.includes(route.luid),
  );
}

/** A physical adapter loses its default route and holds no host route for the server of the VPN. */
export const noHostRoute: WarningRule = (input) => {
  const [vpn] = input.vpns;
  if (vpn === undefined) return [];
  const cutOff = setting(input, 'DisableDefaultRoutes', 1).filter(
    (one) =>
      physicalKinds.includes(kindOf(input.now, input.kinds, one.luid)) &&
      hasDefaultRoute(input.now.index, one) &&
      !hasHostRoute(input, one) &&
      !hasOtherWay(input, one),
  );
  return [...new Set(cutOff.map(({ luid }) => luid))].map((luid): Warning => ({
    severity: 'warning',
    id: 'no-host-route',
    luid,
    vpn,
  }));
};
