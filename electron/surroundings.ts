// SPDX-License-Identifier: MIT
import type { LostValues } from './kept/lost-values';
import type { Family, StackName } from './contract/family';
import type { InternetTraffic } from './contract/preview';
import type { Snapshot } from './contract/snapshot';
import { managerOf } from './managers/manager';
import type { Manager } from './commands/manager-command';
import { trafficOf } from './routes/internet-traffic';
import { Network } from './routes/network';
import type { Surroundings } from './routes/preview';
import { remoteSessionOf } from './routes/remote-session';

/** Who manages the adapter with an index; nobody but on Linux. */
export const managerFor = (stack: StackName): ((index: number) => Manager | null) =>
  stack === 'linux' ? (index) => managerOf(index) : () => null;

/** Which way internet traffic of this user goes. */
export const trafficHere = (snapshot: Snapshot): Record<Family, InternetTraffic> =>
  trafficOf(new Network(snapshot), process.geteuid?.() ?? 0);

/** What a preview depends on besides the network. */
export function surroundingsFor(
  lost: Pick<LostValues, 'fixedMetrics'>,
  managed: Surroundings['managerOf'],
): (snapshot: Snapshot) => Surroundings {
  const remoteSession = remoteSessionOf(process.env);
  const userId = process.geteuid?.() ?? 0;
  return (snapshot) => ({
    remoteSession,
    userId,
    metricsSetHere: lost.fixedMetrics(snapshot),
    managerOf: managed,
  });
}
