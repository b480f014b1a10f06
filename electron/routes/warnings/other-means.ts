// SPDX-License-Identifier: MIT
import type { Warning } from '../../contract/preview';
import { switchedFamilies } from './warning-input';
import type { WarningRule } from './warning-input';

/** Wide routes take most internet traffic, so that switches and metrics change nothing. */
export const wideRoutes: WarningRule = (input) =>
  switchedFamilies(input).flatMap((family): readonly Warning[] => {
    const { after } = input.traffic[family];
    if (after.kind !== 'wide-routes') return [];
    return [{ severity: 'warning', id: 'wide-routes', family, traffic: after }];
  });

/** Rules lead internet traffic past the main table, so that switches change nothing. */
export const vpnByRules: WarningRule = (input) =>
  switchedFamilies(input).flatMap((family): readonly Warning[] => {
    const { after } = input.traffic[family];
    if (after.kind !== 'rules') return [];
    return [{ severity: 'warning', id: 'vpn-by-rules', family, luid: after.luid }];
  });
