// SPDX-License-Identifier: MIT
// The restore command as it ships, on the real kernel, with a terminal that says the same to everything.

import { spawnSync } from 'node:child_process';
import { restoreBundle } from '../fault/work-folder';

export interface Said {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly exitCode: number | null;
}

/** Runs it as root on the folder of user data and gives all answers at once. */
export function runRestore(userData: string, answers = ''): Said {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [restoreBundle, `--user-data-dir=${userData}`],
    { input: answers },
  );
  const bytes = Buffer.concat([stdout, stderr]);
  return { text: bytes.toString(), bytes, exitCode: status };
}
