// SPDX-License-Identifier: MIT
import type { Warning } from '../../contract/preview';
import { dnsStays } from './dns-stays';
import { internetStops } from './internet-stops';
import { forwarding, weakHost } from './loops';
import { managedAdapter } from './managed-adapter';
import { noHostRoute } from './no-host-route';
import { oneFamily } from './one-family';
import { wideRoutes, vpnByRules } from './other-means';
import { othersBlocked } from './others-blocked';
import { remoteSession } from './remote-session';
import type { WarningInput, WarningRule } from './warning-input';

/** Worst first; within one severity what stops more comes before what surprises. */
const rules: readonly WarningRule[] = [
  internetStops,
  remoteSession,
  othersBlocked,
  noHostRoute,
  wideRoutes,
  vpnByRules,
  forwarding,
  weakHost,
  managedAdapter,
  oneFamily,
  dnsStays,
];

/** What is worth knowing before agreeing to operations, worst first; nothing without any. */
export function warnings(input: WarningInput): readonly Warning[] {
  return input.operations.length === 0 ? [] : rules.flatMap((rule) => rule(input));
}
