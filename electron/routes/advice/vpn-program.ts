// SPDX-License-Identifier: MIT
// Which program leads internet traffic into an adapter, by the shape of its routes and rules.

import { families } from '../../contract/family';
import type { OtherMeans, VpnProgram } from '../../contract/preview';
import type { Luid, Rule } from '../../contract/snapshot';
import type { Network } from '../network';

/** What is known of the way that traffic is led. */
export interface Means {
  readonly kind: OtherMeans;
  readonly luid: Luid;
  /** Of rules: the table they lead to. */
  readonly table: number | null;
  /** Of wide routes: how they split the internet. */
  readonly prefixes: readonly string[];
}

/** A program and what only it does. */
interface Sign {
  readonly program: VpnProgram;
  readonly fits: (network: Network, means: Means) => boolean;
}

function rulesTo({ index }: Network, table: number): readonly Rule[] {
  return families.flatMap((family) => index.rules[family].filter((rule) => rule.table === table));
}

/** "not fwmark N lookup N": everything but the tunnel's own packets. */
function leadsAllButOwn(rule: Rule): boolean {
  return rule.invert && rule.mark !== 0 && rule.mark === rule.table;
}

/** Highest priority that NetworkManager takes for its rules of WireGuard (nm-device-wireguard.c). */
const lastOfNetworkManager = 31_767;

function hasMarkRule(network: Network, { table }: Means, isManaged: boolean): boolean {
  if (table === null) return false;
  return rulesTo(network, table)
    .filter(leadsAllButOwn)
    .some(({ priority }) => priority <= lastOfNetworkManager === isManaged);
}

/** Tailscale's table, and the priorities from 5200 to 5299 that its rules have (wgengine/router). */
function isTailscale(network: Network, { table }: Means): boolean {
  return (
    table === 52 &&
    rulesTo(network, table).some(({ priority }) => priority >= 5200 && priority < 5300)
  );
}

/** Table and priority of charon.install_routes (strongswan.conf). */
function isStrongSwan(network: Network, { table }: Means): boolean {
  return table === 220 && rulesTo(network, table).some(({ priority }) => priority === 220);
}

/** What the system says of the adapter: link kind on Linux, driver or description on Windows. */
function isAdapterOf({ index }: Network, { luid }: Means, pattern: RegExp): boolean {
  const adapter = index.adapters.get(luid);
  return (
    adapter !== undefined &&
    pattern.test(`${adapter.linkKind} ${adapter.driver} ${adapter.description}`)
  );
}

/** "redirect-gateway def1" of OpenVPN; others learnt it from there. */
function splitsInHalves({ prefixes }: Means): boolean {
  return ['0.0.0.0/1', '::/1', '2000::/4'].some((half) => prefixes.includes(half));
}

/** The first that fits counts. */
const signs: readonly Sign[] = [
  { program: 'Tailscale', fits: isTailscale },
  { program: 'strongSwan', fits: isStrongSwan },
  { program: 'NetworkManager', fits: (network, means) => hasMarkRule(network, means, true) },
  { program: 'wg-quick', fits: (network, means) => hasMarkRule(network, means, false) },
  { program: 'WireGuard', fits: (network, means) => isAdapterOf(network, means, /wireguard/i) },
  {
    program: 'OpenVPN',
    fits: (network, means) =>
      means.kind === 'wide-routes' &&
      splitsInHalves(means) &&
      isAdapterOf(network, means, /^tun |\btap0901|ovpn-dco|openvpn|tap-windows/i),
  },
];

/** The program that leads traffic so; null: none that is known. */
export function programOf(network: Network, means: Means): VpnProgram | null {
  return signs.find(({ fits }) => fits(network, means))?.program ?? null;
}
