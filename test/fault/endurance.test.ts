// SPDX-License-Identifier: MIT
// Many transactions in one run of the app, each taken back: nothing piles up.

import { expect, it } from 'vitest';
import { describeOn } from './labs';
import { rounds } from './repetitions';

/** Once everything there is to load has been loaded. */
const warm = 10;

/** The journal stays in memory; besides its records there is nothing to keep. */
const bytesPerTransaction = 96 * 1024;

describeOn(['simulated'], 'one run of the app', (scene) => {
  it('holds as much after many transactions as after the first', { timeout: 900_000 }, async () => {
    const { lab, fault, before } = scene();
    const run = fault.start({ decision: 'revert', rounds });
    await fault.quiet(run);
    expect(run.results).toHaveLength(rounds);
    expect(new Set(run.results.map(({ kind }) => kind))).toEqual(new Set(['reverted']));
    expect(lab.witness()).toBe(before);

    const [first, last] = [run.usages[warm], run.usages.at(-1)];
    expect(last?.descriptors).toBe(first?.descriptors);
    expect(last?.threads).toBe(first?.threads);
    const grown = (last?.memory ?? 0) - (first?.memory ?? 0);
    expect(grown).toBeLessThan(16 * 1024 * 1024 + (rounds - warm) * bytesPerTransaction);
  });
});
