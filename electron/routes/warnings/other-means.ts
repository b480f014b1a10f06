// SPDX-License-Identifier: MIT
import type { Warning } from '../../contract/preview';
import { switchedFamilies } from './warning-input';
import type { WarningRule } from './warning-input';

/** Half routes take all internet traffic, so that switches and metrics change nothing. */
export const halfRoutes: WarningRule = (input) =>
  switchedFamilies(input).flatMap((family): readonly Warning[] => {
    const { after } = input.traffic[family];
    if (after.kind !== 'half-routes') return [];
    const { luid, prefixes } = after;
    return [{ severity: 'warning', id: 'half-routes', family, luid, prefixes }];
  });

/** Rules lead internet traffic past the main table, so that switches change nothing. */
export const vpnByRules: WarningRule = (input) =>
  switchedFamilies(input).flatMap((family): readonly Warning[] => {
    const { after } = input.traffic[family];
    if (after.kind !== 'rules') return [];
    return [{ severity: 'warning', id: 'vpn-by-rules', family, luid: after.luid }];
  });
