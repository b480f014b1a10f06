// SPDX-License-Identifier: MIT
// Two apps, two helpers, one stack: one at a time, and the other is told.

import { expect, it } from 'vitest';
import { checkInvariants } from './invariants';
import { FaultCase } from './fault-case';
import { describeOn, everyStack } from './labs';
import { repetitions } from './repetitions';

describeOn(everyStack, 'a second app', (scene) => {
  it.each(repetitions)('is told that another helper is at work (%i)', async () => {
    const { lab, fault, before } = scene();
    const second = new FaultCase(lab);
    fault.haltAt('waiting');
    const first = fault.start({ decision: 'revert' });
    await fault.halted(first);

    const refused = second.start({ decision: 'keep' });
    await second.quiet(refused);
    expect(refused.results).toMatchObject([{ kind: 'not-launched', failure: 'busy' }]);

    fault.goOn();
    await fault.quiet(first);
    expect(first.results).toMatchObject([{ kind: 'reverted', cause: 'asked' }]);
    expect(lab.witness()).toBe(before);
    second.remove();
  });

  it.each(repetitions)('that races the first ends as told, whoever wins (%i)', async () => {
    const { lab, fault, before } = scene();
    const second = new FaultCase(lab);
    const cases = [fault, second];
    const runs = cases.map((one) => one.start({ decision: 'revert' }));
    await Promise.all(cases.map((one, index) => one.quiet(runs[index] ?? one.start())));
    const results = runs.flatMap((run) => run.results);
    expect(results).toHaveLength(2);
    expect(results.map(({ kind }) => kind)).toContain('reverted');
    for (const [index, one] of cases.entries()) {
      checkInvariants({ lab, journal: one.journal, before, told: results[index] });
    }
    expect(lab.witness()).toBe(before);
    second.remove();
  });
});
