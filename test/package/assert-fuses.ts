// SPDX-License-Identifier: MIT
/** `tsx test/package/assert-fuses.ts <executable>`: fails unless every fuse of an installed program is as it ships. */
import { FuseState } from '@electron/fuses';
import assert from 'node:assert/strict';
import { fuses, readFuses } from '../../build/packaging/fuses';

async function assertFuses(executable: string): Promise<void> {
  const found = Object.fromEntries(
    [...(await readFuses(executable))].map(([fuse, state]) => [fuse, state === FuseState.ENABLE]),
  );
  assert.deepEqual(found, fuses);
}

void assertFuses(process.argv[2] ?? '');
