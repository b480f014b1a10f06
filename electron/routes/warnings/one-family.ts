// SPDX-License-Identifier: MIT
import type { Operation } from '../../contract/operation';
import type { Family } from '../../contract/family';
import type { Warning } from '../../contract/preview';
import { hasDefaultRoute } from '../moved-default-routes';
import { settingTo } from '../setting-to';
import type { WarningInput, WarningRule } from './warning-input';

const otherFamily: Readonly<Record<Family, Family>> = { IPv4: 'IPv6', IPv6: 'IPv4' };

/** What makes the other family follow; nothing where it does already, or has no default route to switch. */
function following({ now, after }: WarningInput, { luid, family, value }: Operation) {
  const other = { luid, family: otherFamily[family] };
  if (!hasDefaultRoute(after.index, other)) return [];
  if (after.value(luid, other.family, 'DisableDefaultRoutes') === value) return [];
  return settingTo(now, other, 'DisableDefaultRoutes', value);
}

/** One family of an adapter is switched and the other stays. */
export const oneFamily: WarningRule = (input) => {
  const switched = input.operations.filter(({ field }) => field === 'DisableDefaultRoutes');
  return switched.flatMap((one): readonly Warning[] => {
    const operations = following(input, one);
    if (operations.length === 0) return [];
    const { luid, family } = one;
    const unchanged = otherFamily[family];
    return [{ severity: 'notice', id: 'one-family', luid, changed: family, unchanged, operations }];
  });
};
