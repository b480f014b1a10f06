// SPDX-License-Identifier: MIT
import { mkdirSync } from 'node:fs';
import { inOutput } from '../../build/project-paths';

/** Beside the native binaries, so that a test can link one into a folder of its own. */
export function workFolder(): string {
  const folder = inOutput('fault');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The bundled driver; test/fault/set-up.ts builds it. */
export const driverBundle = inOutput('fault-driver', 'driver.cjs');

/** What the real app loads before itself; test/fault/set-up.ts builds it, too. */
export const haltingMainBundle = inOutput('fault-driver', 'halting-main.cjs');

/** The command line as it ships. */
export const cliBundle = inOutput('cli', 'index.cjs');
