// SPDX-License-Identifier: MIT
// Processes that stop without ending, and a call that never returns. Each waits for a deadline of a minute or for
// the watchdog, so they run together, and only in the long run.

import { describe, expect, it } from 'vitest';
import { FaultCase } from '../fault-case';
import { checkInvariants } from '../invariants';
import { SimulatedLab } from '../simulated-lab';
import { killAll, until } from '../victims';

interface Hang {
  readonly lab: SimulatedLab;
  readonly fault: FaultCase;
  readonly before: string;
}

async function onLabOfItsOwn(hang: (scene: Hang) => Promise<void>): Promise<void> {
  const lab = new SimulatedLab();
  const fault = new FaultCase(lab);
  try {
    await hang({ lab, fault, before: lab.witness() });
  } finally {
    fault.remove();
    lab.remove();
  }
}

/** Starts a transaction and waits until it waits for the user. */
async function startWaiting({ fault }: Hang) {
  const run = fault.start({ decision: 'none' });
  await until('the change waits', () => run.phases.includes('waiting'));
  return run;
}

describe('a process that hangs', () => {
  it.concurrent('the app: the helper reverts at its deadline without it', async () => {
    await onLabOfItsOwn(async (scene) => {
      const run = await startWaiting(scene);
      killAll([run.pid], 'SIGSTOP');
      await until('it is reverted', () => scene.lab.witness() === scene.before, 90_000);
      killAll([run.pid], 'SIGCONT');
      await scene.fault.quiet(run);
      expect(run.results).toMatchObject([{ kind: 'reverted', cause: 'deadline' }]);
    });
  });

  it.concurrent('the helper: it reverts as soon as it goes on after its deadline', async () => {
    await onLabOfItsOwn(async (scene) => {
      const run = await startWaiting(scene);
      const [helper = 0] = scene.fault.helpers;
      killAll([helper], 'SIGSTOP');
      await until('the app gives it up for lost', () => run.phases.includes('reverting'), 90_000);
      expect(scene.lab.witness()).not.toBe(scene.before);
      killAll([helper], 'SIGCONT');
      await scene.fault.quiet(run);
      expect(run.results).toMatchObject([{ kind: 'reverted', cause: 'deadline' }]);
      expect(scene.lab.witness()).toBe(scene.before);
    });
  });

  it.concurrent(
    'a call of the stack: the watchdog ends the helper, the next start takes back',
    async () => {
      await onLabOfItsOwn(async ({ lab, fault, before }) => {
        lab.control('hang-next-set', '1');
        const run = fault.start();
        await fault.quiet(run);
        expect(run.results).toMatchObject([{ kind: 'incomplete', cause: 'helper-lost' }]);
        checkInvariants({ lab, journal: fault.journal, before, told: run.results.at(-1) });
        await fault.nextStart();
        expect(lab.witness()).toBe(before);
        expect(fault.transactions.open()).toEqual([]);
      });
    },
  );
});
