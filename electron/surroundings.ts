// SPDX-License-Identifier: MIT
import type { Changes } from './changes/changes';
import type { Snapshot } from './contract/snapshot';
import type { Surroundings } from './routes/preview';
import { remoteSessionOf } from './routes/remote-session';

/** What a preview depends on besides the network. */
export function surroundingsFor(changes: Changes): (snapshot: Snapshot) => Surroundings {
  const remoteSession = remoteSessionOf(process.env);
  const userId = process.geteuid?.() ?? 0;
  return (snapshot) => ({ remoteSession, userId, metricsSetHere: changes.fixedMetrics(snapshot) });
}
