// SPDX-License-Identifier: MIT
import { families } from '../../contract/family';
import type { Luid } from '../../contract/snapshot';
import { carriersOf } from '../internet-traffic';
import type { Network } from '../network';
import { carriersOfSession } from '../remote-session';
import type { WarningInput, WarningRule } from './warning-input';

/** Adapters that packets to the client leave through; those of internet traffic where its address isn't known. */
function carriers(input: WarningInput, when: 'now' | 'after'): readonly Luid[] {
  const { remoteSession, traffic, userId } = input;
  const network: Network = input[when];
  if (!remoteSession) return [];
  if (remoteSession.client) return carriersOfSession(network, remoteSession, userId);
  return families.flatMap((family) => carriersOf(traffic[family][when]));
}

/** The way back to the person who uses this computer from afar would be another one, or none. */
export const remoteSession: WarningRule = (input) => {
  const before = carriers(input, 'now');
  const after = carriers(input, 'after');
  const luid = before.find((one) => !after.includes(one));
  return luid === undefined ? [] : [{ severity: 'danger', id: 'remote-session', luid }];
};
