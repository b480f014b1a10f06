// SPDX-License-Identifier: MIT
import { loadAddon } from './addon';

/** The place of lasting settings and of the keeper's status (docs/lasting-settings.md), byte by byte. */
export interface LastingPlace {
  /** With one, nothing of the place is told. */
  readonly problem: 'missing' | 'not-trusted' | 'unreadable' | null;
  /** Null where there are none yet. */
  readonly settings: Uint8Array | null;
  readonly status: Uint8Array | null;
  /** Whether an administrator switched the keeper off. */
  readonly isOff: boolean;
}

/** Reads the place of this computer, or the one beside the file of a simulated network. */
export function readLastingPlace(stateFile: string | undefined): LastingPlace {
  return loadAddon().readLastingPlace(stateFile ?? null);
}

/** Whether the process that said so is still the keeper's: its number, and when it started. */
export function isKeeperRunning(processId: number, startedAt: bigint): boolean {
  return loadAddon().isKeeperRunning(processId, startedAt);
}
