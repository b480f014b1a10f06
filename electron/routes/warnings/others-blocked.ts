// SPDX-License-Identifier: MIT
import { families } from '../../contract/family';
import type { Family } from '../../contract/family';
import type { Luid } from '../../contract/snapshot';
import { usableDefaultRoutes } from '../default-routes';
import { carriersOf } from '../../contract/carriers';
import { setting } from './warning-input';
import type { WarningInput, WarningRule } from './warning-input';

/** The VPN that alone carries a family's internet traffic after others were switched off. */
function onlyCarrier({ traffic, after, vpns }: WarningInput, family: Family): Luid | undefined {
  const [carrier] = carriersOf(traffic[family].after);
  if (carrier === undefined || !vpns.includes(carrier)) return undefined;
  const others = usableDefaultRoutes(after, family).filter(({ luid }) => luid !== carrier);
  return others.length === 0 ? carrier : undefined;
}

/** Without the VPN there will be no internet, since the other adapters are switched off. */
export const othersBlocked: WarningRule = (input) => {
  const blocked = setting(input, 'DisableDefaultRoutes', 1);
  const found = families.flatMap((family) => {
    const vpn = onlyCarrier(input, family);
    const luids = blocked
      .filter((one) => one.family === family && one.luid !== vpn)
      .map(({ luid }) => luid);
    return vpn === undefined || luids.length === 0 ? [] : [{ vpn, luids }];
  });
  const [first] = found;
  if (!first) return [];
  const luids = [...new Set(found.flatMap((one) => one.luids))];
  return [{ severity: 'warning', id: 'others-blocked', vpn: first.vpn, luids }];
};
