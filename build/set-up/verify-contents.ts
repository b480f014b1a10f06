// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { SetUpProblem } from './set-up-problem';

/** Throws a SetUpProblem unless the contents of `file` have the SHA-512 `expected` (hexadecimal). */
export async function verifyContents(file: string, expected: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('hex') === expected) return;
  throw new SetUpProblem(`${file} does not have the expected contents; it is not used.`);
}
