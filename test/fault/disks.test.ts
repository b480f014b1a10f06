// SPDX-License-Identifier: MIT
// A disk that is full or read-only. Runs where mounts are the test's own (ip netns exec makes it so).

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkInvariants } from './invariants';
import { describeOn } from './labs';

const page = 4096;

describeOn(['simulated'], 'a journal', (scene) => {
  let disk: string;

  beforeEach(() => {
    disk = path.join(scene().fault.folder, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
  });
  afterEach(() => {
    execFileSync('umount', ['--lazy', disk]);
  });

  it('on a full disk stops a transaction before anything is changed', async () => {
    const { lab, fault, before } = scene();
    writeFileSync(path.join(disk, 'filler'), Buffer.alloc(16 * page));
    const run = fault.start({ folder: disk, decision: 'keep' });
    await fault.quiet(run);
    expect(run.results).toMatchObject([{ kind: 'not-launched', failure: 'journal-unusable' }]);
    expect(lab.witness()).toBe(before);
  });

  it.each([1, 2, 3])(
    'on a disk that fills up after %i pages leaves nothing in doubt',
    async (free) => {
      const { lab, fault, before } = scene();
      writeFileSync(path.join(disk, 'filler'), Buffer.alloc((16 - free) * page));
      const run = fault.start({ folder: disk, decision: 'revert', rounds: 6 });
      await fault.quiet(run);
      // Whichever record had no room: nothing stays changed, and nothing more is begun.
      expect(run.results.length).toBeLessThan(6);
      expect(run.lines.at(-1)).toHaveProperty('problem');
      expect(lab.witness()).toBe(before);
      checkInvariants({ lab, journal: fault.journalIn(disk), before, told: undefined });
    },
  );

  it('that is read-only makes the app read-only', async () => {
    const { lab, fault, before } = scene();
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const run = fault.start({ folder: disk });
    await fault.quiet(run);
    expect(run.lines).toContainEqual({ problem: expect.stringContaining('EROFS') as string });
    expect(lab.witness()).toBe(before);
  });
});
