// SPDX-License-Identifier: MIT
// A change that is to last, and somebody who dies on the way: what lasts is what was kept, and what was told as kept lasts.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkInvariants } from './invariants';
import { kill } from './kill-matrix';
import { describeOn, everyStack } from './labs';
import { settingsIn } from './lasting-store';
import { decisionAt, victims } from './points';
import type { Point } from './points';
import { repetitions } from './repetitions';

/** From the journal's word to the helper's last one. */
const pointsOfLasting: readonly Point[] = [
  'journal-written',
  'commit',
  'between-operations',
  'applied-unsent',
  'waiting',
  'confirm-unacked',
  'store-unwritten',
  'store-written',
  'mid-undo',
];

const kills = pointsOfLasting.flatMap((point) => victims.map((victim) => ({ point, victim })));

describeOn(everyStack, 'a change that is to last', (scene) => {
  let place: string;
  beforeEach(() => {
    place = scene().lab.makeLastingPlace();
  });
  afterEach(() => {
    scene().lab.removeLastingPlace();
  });

  it('lasts once it is kept, and no longer once that is restored', async () => {
    const { lab, fault } = scene();
    const run = fault.start({ lasting: 'always' });
    await fault.quiet(run);
    expect(run.results).toEqual([{ kind: 'kept' }]);
    expect(settingsIn(place)).toBe(lab.operations.length);
  });

  describe.each(kills)('with $victim killed at $point', ({ point, victim }) => {
    it.each(repetitions)('leaves nothing in doubt (%i)', async () => {
      const { lab, fault, before } = scene();
      const decision = decisionAt(point);
      fault.haltAt(point);
      const run = fault.start({ lasting: 'always', decision });
      await fault.halted(run);
      kill(victim, run, fault);
      fault.goOn();
      await fault.quiet(run);
      const told = run.results.at(-1);
      checkInvariants({ lab, journal: fault.journal, before, told });

      const lasts = settingsIn(place);
      if (decision !== 'keep') expect(lasts, 'nobody kept it').toBe(0);
      if (told?.kind === 'kept') expect(lasts, 'it was told as kept').toBe(lab.operations.length);
      // What is as before does not last.
      if (lab.witness() === before) expect(lasts).toBe(0);

      const next = await fault.nextStart();
      expect(lab.witness(), JSON.stringify(next.lines)).toBe(before);
      expect(settingsIn(place), JSON.stringify(next.lines)).toBe(0);
      expect(fault.transactions.open()).toEqual([]);
    });
  });
});
