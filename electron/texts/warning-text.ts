// SPDX-License-Identifier: MIT
import type { Warning } from '../contract/preview';
import { conjunction } from '../language/lists';
import { messages } from '../language/messages';
import { wideRoutesText } from './traffic-text';
import type { TrafficNames } from './traffic-text';

const words = messages.internetTraffic.warnings;

/** What a warning says: a title where the matter is grave, and a sentence. */
export interface WarningText {
  readonly title?: string;
  readonly text: string;
  /** What it goes by, for who wants to know. */
  readonly facts?: string;
}

/** A warning in words. `deadline` is the time after which the change reverts, "1 minute". */
export function warningText(warning: Warning, deadline: string, names: TrafficNames): WarningText {
  const { nameOf } = names;
  switch (warning.id) {
    case 'internet-stops':
      return {
        title: words.internetStopsTitle({ family: warning.family }),
        text: words.internetStops({ deadline }),
      };
    case 'others-blocked':
      return {
        title: words.othersBlockedTitle,
        text: words.othersBlocked({
          adapters: conjunction(warning.luids.map(nameOf)),
          vpn: nameOf(warning.vpn),
        }),
      };
    case 'remote-session':
      return { text: words.remoteSession({ adapter: nameOf(warning.luid), deadline }) };
    case 'wide-routes':
      return {
        text: wideRoutesText(warning.family, warning.traffic, names, words.wideRoutes),
      };
    case 'vpn-by-rules':
      return { text: words.vpnByRules({ adapter: nameOf(warning.luid), family: warning.family }) };
    case 'no-host-route':
      return {
        text: words.noHostRoute({ adapter: nameOf(warning.luid), vpn: nameOf(warning.vpn) }),
      };
    case 'one-family':
      return { text: words.oneFamily({ changed: warning.changed, unchanged: warning.unchanged }) };
    case 'dns-stays': {
      const adapters = conjunction(warning.servers.map(({ luid }) => nameOf(luid)));
      const servers = warning.servers.map(({ luid, addresses }) =>
        words.dnsServersOf({ servers: addresses.join(', '), adapter: nameOf(luid) }),
      );
      return {
        text: words.dnsStays({ adapters }),
        facts: words.dnsFacts({ servers: conjunction(servers) }),
      };
    }
    case 'managed-adapter':
      return {
        text: words.managedAdapter({ adapter: nameOf(warning.luid), manager: warning.manager }),
      };
    case 'forwarding':
      return { text: words.forwarding({ adapter: nameOf(warning.luid), family: warning.family }) };
    case 'weak-host':
      return { text: words.weakHost({ adapter: nameOf(warning.luid), family: warning.family }) };
  }
}
