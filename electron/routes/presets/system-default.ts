// SPDX-License-Identifier: MIT
// "System default": default routes on everywhere, and metrics that this program fixed automatic again.

import { ipInterfaceId } from '../../contract/snapshot';
import { settingTo } from '../setting-to';
import type { PresetInput, PresetPlan } from './preset-input';

export function systemDefault({ network, metricsSetHere }: PresetInput): PresetPlan {
  const rows = network.index.snapshot.ipInterfaces;
  const on = rows.flatMap((row) => settingTo(network, row, 'DisableDefaultRoutes', 0));
  const automatic = rows
    .filter((row) => metricsSetHere.has(ipInterfaceId(row)))
    .flatMap((row) => settingTo(network, row, 'UseAutomaticMetric', 1));
  return { obstacle: null, operations: [...on, ...automatic] };
}
