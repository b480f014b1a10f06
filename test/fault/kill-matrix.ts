// SPDX-License-Identifier: MIT
// Every point of a transaction, everybody who can die there.

import { describe, expect, it } from 'vitest';
import type { DriverRun, FaultCase } from './fault-case';
import { checkInvariants } from './invariants';
import { describeOn } from './labs';
import type { StackUnderTest } from './labs';
import { decisionAt, hasVictim, points, victims } from './points';
import type { Point, Victim } from './points';
import { repetitions } from './repetitions';
import { killAll } from './victims';

/** The helper first: it must not outlive the app by the instant it needs to begin taking back. */
export function kill(victim: Victim, run: DriverRun, fault: FaultCase): void {
  const helpers = victim === 'main' ? [] : fault.helpers;
  killAll(victim === 'helper' ? helpers : [...helpers, run.pid]);
}

export interface Kill {
  readonly point: Point;
  readonly victim: Victim;
}

const everyKill: readonly Kill[] = points
  .flatMap((point) => victims.map((victim) => ({ point, victim })))
  .filter(({ point, victim }) => hasVictim(point, victim));

/** The matrix, or a part of it, on one stack. */
export function describeKills(stack: StackUnderTest, kills = everyKill): void {
  describeOn([stack], 'a transaction', (scene) => {
    describe.each(kills)('with $victim killed at $point', ({ point, victim }) => {
      it.each(repetitions)('leaves nothing in doubt (%i)', async () => {
        const { lab, fault, before } = scene();
        fault.haltAt(point);
        const run = fault.start({ decision: decisionAt(point) });
        await fault.halted(run);
        kill(victim, run, fault);
        fault.goOn();
        await fault.quiet(run);
        checkInvariants({ lab, journal: fault.journal, before, told: run.results.at(-1) });

        // What is still changed, the next start finds and can take back.
        const next = await fault.nextStart();
        expect(lab.witness(), JSON.stringify(next.lines)).toBe(before);
        expect(fault.transactions.open()).toEqual([]);
      });
    });
  });
}
