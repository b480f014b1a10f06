// SPDX-License-Identifier: MIT
import { loadAddon } from './addon';
import type { LastingPlace } from './addon';

/** Reads the place of this computer, or the one beside the file of a simulated network. */
export function readLastingPlace(stateFile: string | undefined): LastingPlace {
  return loadAddon().readLastingPlace(stateFile ?? null);
}

/** Whether the process that said so is still the keeper's: its number, and when it started. */
export function isKeeperRunning(processId: number, startedAt: bigint): boolean {
  return loadAddon().isKeeperRunning(processId, startedAt);
}
