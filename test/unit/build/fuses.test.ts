// SPDX-License-Identifier: MIT
import { FuseState } from '@electron/fuses';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fuses, readFuses, setFuses } from '../../../build/packaging/fuses';

/** What @electron/fuses looks for in an executable; version and length of the wire follow. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'interface-panel-fuses-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A file with a wire of so many fuses, all on. */
function executable(count: number): string {
  const file = path.join(folder, String(count));
  writeFileSync(
    file,
    `before${sentinel}\u0001${String.fromCharCode(count)}${'1'.repeat(count)}after`,
  );
  return file;
}

describe('fuses', () => {
  it('are all set', async () => {
    const file = executable(9);
    await setFuses(file, 'current');
    const found = await readFuses(file);
    expect([...found.keys()]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    for (const [fuse, state] of found) {
      expect(state).toBe(fuses[fuse] ? FuseState.ENABLE : FuseState.DISABLE);
    }
  });

  it('of an old runtime are set as far as it has them', async () => {
    const file = executable(7);
    await setFuses(file, 'old');
    expect([...(await readFuses(file)).values()]).toEqual(
      Array.from('0100110', Number).map((on) => 48 + on),
    );
  });

  it.each([
    ['one more than is known', 10],
    ['one less', 8],
  ])('are refused with %s', async (_name, count) => {
    await expect(setFuses(executable(count), 'current')).rejects.toThrow('fuse wire');
  });
});
