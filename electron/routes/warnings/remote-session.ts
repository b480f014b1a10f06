// SPDX-License-Identifier: MIT
import { families } from '../../contract/family';
import type { Luid } from '../../contract/snapshot';
import { carriersOf } from '../../contract/carriers';
import { carriersOfSession } from '../remote-session';
import type { WarningInput, WarningRule } from './warning-input';

/** The ways of packets to the client, now and after; all of internet traffic's where its address isn't known. */
function ways({ remoteSession, now, after, traffic, userId }: WarningInput) {
  if (!remoteSession) return [];
  if (remoteSession.client === null) {
    return families.map((family) => ({
      before: carriersOf(traffic[family].now),
      then: carriersOf(traffic[family].after),
    }));
  }
  const before = carriersOfSession(now, remoteSession, userId);
  return [{ before, then: carriersOfSession(after, remoteSession, userId) }];
}

/** The way back to the person who uses this computer from afar would be another one, or none. */
export const remoteSession: WarningRule = (input) => {
  const left = ways(input).flatMap(({ before, then }): readonly Luid[] =>
    before.filter((luid) => !then.includes(luid)),
  );
  const [luid] = left;
  return luid === undefined ? [] : [{ severity: 'danger', id: 'remote-session', luid }];
};
