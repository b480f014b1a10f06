// SPDX-License-Identifier: MIT
// The command line as it ships, on the real kernel, with a terminal that says the same to everything.

import { spawnSync } from 'node:child_process';
import { cliBundle } from '../fault/work-folder';

export interface Said {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly exitCode: number | null;
}

/** Runs a command as root on the folder of user data and gives all answers at once. */
export function runCli(userData: string, words: readonly string[], answers = ''): Said {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [cliBundle, ...words, `--user-data-dir=${userData}`],
    { input: answers },
  );
  const bytes = Buffer.concat([stdout, stderr]);
  return { text: bytes.toString(), bytes, exitCode: status };
}

export const runRestore = (userData: string, answers = ''): Said =>
  runCli(userData, ['restore'], answers);
