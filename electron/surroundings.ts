// SPDX-License-Identifier: MIT
import type { Surroundings } from './routes/preview';
import { remoteSessionOf } from './routes/remote-session';

/** What a preview depends on besides the network; the same for a whole run. */
export function surroundings(): Surroundings {
  return {
    remoteSession: remoteSessionOf(process.env),
    metricsSetHere: new Set(),
    userId: process.geteuid?.() ?? 0,
  };
}
