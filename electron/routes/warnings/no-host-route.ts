// SPDX-License-Identifier: MIT
import { mainTable } from '../../contract/route-numbers';
import type { Operation } from '../../contract/operation';
import type { Warning } from '../../contract/preview';
import { usableDefaultRoutes } from '../default-routes';
import { addressBits, isUnspecified } from '../ip-address';
import { hasDefaultRoute } from '../moved-default-routes';
import { kindOf, physicalKinds } from '../vpn';
import { setting } from './warning-input';
import type { WarningInput, WarningRule } from './warning-input';

/**
 * Whether a physical adapter has a route to one address by way of a gateway: what VPN programs add so that their
 * server stays reachable. A VPN has one server, so a route in one family is enough.
 */
function hasServerRoute({ now, kinds }: WarningInput): boolean {
  return now.index.snapshot.routes.some(
    (route) =>
      route.table === mainTable &&
      route.prefixLength === addressBits[route.family] &&
      !isUnspecified(route.nextHop) &&
      physicalKinds.includes(kindOf(now, kinds, route.luid)),
  );
}

/** Another adapter that the VPN's own packets could take. */
function hasOtherWay({ after, vpns }: WarningInput, { luid, family }: Operation): boolean {
  return usableDefaultRoutes(after, family).some(
    (route) => route.luid !== luid && !vpns.includes(route.luid),
  );
}

/** A physical adapter loses its default route, and no host route leads to the server of the VPN. */
export const noHostRoute: WarningRule = (input) => {
  const [vpn] = input.vpns;
  if (vpn === undefined) return [];
  const cutOff = setting(input, 'DisableDefaultRoutes', 1).filter(
    (one) =>
      physicalKinds.includes(kindOf(input.now, input.kinds, one.luid)) &&
      hasDefaultRoute(input.now.index, one) &&
      !hasOtherWay(input, one),
  );
  if (cutOff.length === 0 || hasServerRoute(input)) return [];
  return [...new Set(cutOff.map(({ luid }) => luid))].map((luid): Warning => ({
    severity: 'warning',
    id: 'no-host-route',
    luid,
    vpn,
  }));
};
