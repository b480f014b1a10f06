// SPDX-License-Identifier: MIT
import type { Changes } from './changes/changes';
import type { StackName } from './contract/family';
import type { Snapshot } from './contract/snapshot';
import { managerOf } from './managers/manager';
import type { Surroundings } from './routes/preview';
import { remoteSessionOf } from './routes/remote-session';

/** What a preview depends on besides the network. */
export function surroundingsFor(
  changes: Changes,
  stack: StackName,
): (snapshot: Snapshot) => Surroundings {
  const remoteSession = remoteSessionOf(process.env);
  const userId = process.geteuid?.() ?? 0;
  const managed = stack === 'linux' ? managerOf : () => null;
  return (snapshot) => ({
    remoteSession,
    userId,
    metricsSetHere: changes.fixedMetrics(snapshot),
    managerOf: (index) => managed(index),
  });
}
