// SPDX-License-Identifier: MIT
import { isKeeperRunning, readLastingPlace } from '../native/lasting-place';
import { lastingContent } from './lasting-settings';
import type { LastingContent } from './lasting-settings';

/** Reads what lasts on this computer, or in the simulated network of a file. */
export function readLasting(stateFile: string | undefined): LastingContent {
  return lastingContent(readLastingPlace(stateFile), isKeeperRunning);
}
