// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process';
import { chownSync, mkdtempSync } from 'node:fs';
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

/** Nobody, by number: an account without any right of its own. */
export const nobody = 65_534;
export const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];

export const newUserData = (): string => mkdtempSync(path.join(packagesFolder, 'user-data-'));

/** That of nobody. */
export function userDataOfNobody(): string {
  const folder = newUserData();
  chownSync(folder, nobody, nobody);
  return folder;
}

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
