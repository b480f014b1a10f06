// SPDX-License-Identifier: MIT
// The watchdog of the Windows helper. Waits for it, so it runs in the long run alone.

import { expect, it } from 'vitest';
import { FaultCase } from '../fault-case';
import { windows } from '../hosts';
import { checkInvariants } from '../invariants';
import { SimulatedLab } from '../simulated-lab';

it('a call of the stack that never returns ends the helper, and the next start takes back', async () => {
  const lab = new SimulatedLab(windows);
  const fault = new FaultCase(lab);
  try {
    const before = lab.witness();
    lab.control('hang-next-set', '1');
    const run = fault.start();
    await fault.quiet(run);
    expect(run.results).toMatchObject([{ kind: 'incomplete', cause: 'helper-lost' }]);
    checkInvariants({ lab, journal: fault.journal, before, told: run.results.at(-1) });
    await fault.nextStart();
    expect(lab.witness()).toBe(before);
    expect(fault.transactions.open()).toEqual([]);
  } finally {
    fault.remove();
    lab.remove();
  }
});
