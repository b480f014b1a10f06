// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { packagesFolder } from './packages';

/** What a run said and how it ended. */
export interface PackagedRun {
  readonly said: string;
  readonly exitCode: number | null;
}

/** Longer than any start; a run that has not ended by then is ended. */
const patience = 60_000;

/** Chromium refuses to start as root with its sandbox. */
export const asRoot = '--no-sandbox';

export const newUserData = (): string => mkdtempSync(path.join(packagesFolder, 'user-data-'));

/** Runs a program to its end, without a display unless the environment names one. */
export async function runPackaged(
  [program = '', ...programArguments]: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<PackagedRun> {
  const child = spawn(program, programArguments, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: '/usr/bin:/bin', HOME: '/nonexistent', ...environment },
    timeout: patience,
    killSignal: 'SIGKILL',
  });
  let said = '';
  child.stdout.on('data', (text) => (said += String(text)));
  child.stderr.on('data', (text) => (said += String(text)));
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { said, exitCode };
}
