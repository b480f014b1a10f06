// SPDX-License-Identifier: MIT
// How a manager itself is told to do without a default route, so that it sets none at the next lease.

import type { Family } from '../contract/family';
import { quoteForShell } from './quoting';

/** A program that sets default routes by itself, and what it knows an adapter's configuration by. */
export type Manager =
  | { readonly name: 'NetworkManager'; readonly connection: string }
  | { readonly name: 'systemd-networkd'; readonly networkFile: string };

const networkManagerSetting = { IPv4: 'ipv4.never-default', IPv6: 'ipv6.never-default' } as const;
const networkdSections = { IPv4: ['DHCPv4'], IPv6: ['IPv6AcceptRA'] } as const;

/**
 * One line for a shell (NetworkManager's nmcli(1); systemd.network(5), UseGateway=). Since systemd 248, reloading
 * configures the links again whose drop-ins are new (networkctl(1)); told to do it once more at once, version 252 may
 * leave the link without its address until most of the lease is over.
 */
export function lastingCommand(
  manager: Manager,
  alias: string,
  families: readonly Family[],
): string {
  if (manager.name === 'NetworkManager') {
    const settings = families.map((family) => `${networkManagerSetting[family]} yes`).join(' ');
    return `nmcli connection modify ${manager.connection} ${settings} && nmcli device reapply ${quoteForShell(alias)}`;
  }
  const fileName = manager.networkFile.slice(manager.networkFile.lastIndexOf('/') + 1);
  const folder = `/etc/systemd/network/${fileName}.d`;
  const lines = families
    .flatMap((family) => networkdSections[family])
    .map((section) => `[${section}]\\nUseGateway=no\\n`)
    .join('');
  const file = `${folder}/no-default-route.conf`;
  return `sudo mkdir -p ${folder} && printf '${lines}' | sudo tee ${file} && sudo networkctl reload`;
}
