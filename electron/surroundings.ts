// SPDX-License-Identifier: MIT
import type { Changes } from './changes/changes';
import type { StackName } from './contract/family';
import type { Snapshot } from './contract/snapshot';
import { managerOf } from './managers/manager';
import type { Manager } from './managers/manager';
import type { Surroundings } from './routes/preview';
import { remoteSessionOf } from './routes/remote-session';

/** Who manages the adapter with an index; nobody but on Linux. */
export const managerFor = (stack: StackName): ((index: number) => Manager | null) =>
  stack === 'linux' ? (index) => managerOf(index) : () => null;

/** What a preview depends on besides the network. */
export function surroundingsFor(
  changes: Pick<Changes, 'fixedMetrics'>,
  managed: Surroundings['managerOf'],
): (snapshot: Snapshot) => Surroundings {
  const remoteSession = remoteSessionOf(process.env);
  const userId = process.geteuid?.() ?? 0;
  return (snapshot) => ({
    remoteSession,
    userId,
    metricsSetHere: changes.fixedMetrics(snapshot),
    managerOf: managed,
  });
}
