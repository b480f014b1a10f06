// SPDX-License-Identifier: MIT
import type { Warning } from '../../electron/contract/preview';
import { messages } from '../ui/messages';
import { takenByRoutes } from '../internet-traffic/traffic-text';
import type { TrafficNames } from '../internet-traffic/traffic-text';

const words = messages.internetTraffic.warnings;

/** What a warning says: a title where the matter is grave, and a sentence. */
export interface WarningText {
  readonly title?: string;
  readonly text: string;
}

/** A warning in words. `deadline` is the time after which the change reverts, "1 minute". */
export function warningText(warning: Warning, deadline: string, names: TrafficNames): WarningText {
  const { nameOf } = names;
  switch (warning.id) {
    case 'internet-stops':
      return {
        title: words.internetStopsTitle(warning.family),
        text: words.internetStops(deadline),
      };
    case 'others-blocked':
      return {
        title: words.othersBlockedTitle,
        text: words.othersBlocked(warning.luids.map(nameOf), nameOf(warning.vpn)),
      };
    case 'remote-session':
      return { text: words.remoteSession(nameOf(warning.luid), deadline) };
    case 'wide-routes':
      return {
        text: words.wideRoutes(takenByRoutes(warning.family, warning.traffic, names)),
      };
    case 'vpn-by-rules':
      return { text: words.vpnByRules(nameOf(warning.luid), warning.family) };
    case 'no-host-route':
      return { text: words.noHostRoute(nameOf(warning.luid), nameOf(warning.vpn)) };
    case 'one-family':
      return { text: words.oneFamily(warning.changed, warning.unchanged) };
    case 'dns-stays':
      return { text: words.dnsStays(nameOf(warning.luid), warning.servers) };
    case 'managed-adapter':
      return { text: words.managedAdapter(nameOf(warning.luid), warning.manager) };
    case 'forwarding':
      return { text: words.forwarding(nameOf(warning.luid), warning.family) };
    case 'weak-host':
      return { text: words.weakHost(nameOf(warning.luid), warning.family) };
  }
}
