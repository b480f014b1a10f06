// SPDX-License-Identifier: MIT
// Whether somebody uses this computer from afar, told from the environment that the session gave its programs.

import type { AddressText, Luid } from '../contract/snapshot';
import { parseAddress } from './ip-address';
import { plainFlow } from './flow';
import { lookUp, luidsOf } from './lookup';
import type { Network } from './network';

/** Both ends where they are known (SSH), none for Remote Desktop, whose client has no address in the environment. */
export interface RemoteSession {
  readonly client: AddressText | null;
  readonly server: AddressText | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

function addressOrNull(text: string | undefined): AddressText | null {
  return text !== undefined && parseAddress(text) ? text : null;
}

/**
 * The session this program belongs to; null: a local one. SSH_CONNECTION holds client, port, server, port (sshd);
 * SESSIONNAME begins with "RDP-" in a Remote Desktop session (Windows).
 */
export function remoteSessionOf(environment: Environment): RemoteSession | null {
  const [client, , server] = (environment['SSH_CONNECTION'] ?? '').split(' ');
  const address = addressOrNull(client);
  if (address !== null) return { client: address, server: addressOrNull(server) };
  const isRemoteDesktop = /^rdp-/i.test(environment['SESSIONNAME'] ?? '');
  return isRemoteDesktop ? { client: null, server: null } : null;
}

/** The adapters that answers to the client may leave through. */
export function carriersOfSession(
  network: Network,
  { client, server }: RemoteSession,
  userId: number,
): readonly Luid[] {
  const destination = client === null ? null : parseAddress(client);
  if (!destination) return [];
  const source = server === null ? null : parseAddress(server);
  const verdict = lookUp(network, { ...plainFlow(destination, userId), source });
  return verdict.kind === 'hops' ? luidsOf(verdict.hops) : [];
}
