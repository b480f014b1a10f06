// SPDX-License-Identifier: MIT
// How a manager itself is told to do without a default route, so that it sets none at the next lease.

import path from 'node:path';
import type { Family } from '../contract/family';
import { quoteForShell } from '../commands/quoting';
import type { Manager } from './manager';

const networkManagerSetting = { IPv4: 'ipv4.never-default', IPv6: 'ipv6.never-default' } as const;
const networkdSections = { IPv4: ['DHCPv4'], IPv6: ['IPv6AcceptRA'] } as const;

/** One line for a shell (NetworkManager's nmcli(1); systemd.network(5), UseGateway=). */
export function lastingCommand(
  manager: Manager,
  alias: string,
  families: readonly Family[],
): string {
  const link = quoteForShell(alias);
  if (manager.name === 'NetworkManager') {
    const settings = families.map((family) => `${networkManagerSetting[family]} yes`).join(' ');
    return `nmcli connection modify ${manager.connection} ${settings} && nmcli device reapply ${link}`;
  }
  const folder = `/etc/systemd/network/${path.basename(manager.networkFile)}.d`;
  const lines = families
    .flatMap((family) => networkdSections[family])
    .map((section) => `[${section}]\\nUseGateway=no\\n`)
    .join('');
  const file = `${folder}/no-default-route.conf`;
  return `sudo mkdir -p ${folder} && printf '${lines}' | sudo tee ${file} && sudo networkctl reload && sudo networkctl reconfigure ${link}`;
}
