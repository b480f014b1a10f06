// SPDX-License-Identifier: MIT
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SetUpProblem } from '../../../build/set-up/set-up-problem';
import { verifyContents } from '../../../build/set-up/verify-contents';

/** SHA-512 of "abc", from FIPS 180. */
const abc =
  'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'verify-contents-'));
  file = path.join(folder, 'download');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('accepts the expected contents', async () => {
  writeFileSync(file, 'abc');
  await expect(verifyContents(file, abc)).resolves.toBeUndefined();
});

it.each(['abd', 'abc\n', ''])('refuses other contents: %j', async (contents) => {
  writeFileSync(file, contents);
  await expect(verifyContents(file, abc)).rejects.toBeInstanceOf(SetUpProblem);
});
