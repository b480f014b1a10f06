// SPDX-License-Identifier: MIT
// "System default": default routes on everywhere, and metrics that this program fixed automatic again.

import { ipInterfaceId } from '../../contract/snapshot';
import { settingTo } from '../setting-to';
import type { PresetInput, PresetPlan } from './preset-input';

export function systemDefault({ network, metricsSetHere }: PresetInput): PresetPlan {
  const on = network
    .switchedOff()
    .flatMap((key) => settingTo(network, key, 'DisableDefaultRoutes', 0));
  const fixedHere =
    metricsSetHere.size === 0
      ? []
      : network.index.snapshot.ipInterfaces.filter((row) => metricsSetHere.has(ipInterfaceId(row)));
  const automatic = fixedHere.flatMap((row) => settingTo(network, row, 'UseAutomaticMetric', 1));
  return { obstacle: null, operations: [...on, ...automatic] };
}
