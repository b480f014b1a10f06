// SPDX-License-Identifier: MIT
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { FaultCase } from './fault-case';
import type { FaultLab } from './fault-lab';
import { windows } from './hosts';
import { LinuxLab } from './linux-lab';
import { SimulatedLab } from './simulated-lab';

/** What a test works with. */
export interface Scene {
  readonly lab: FaultLab;
  readonly fault: FaultCase;
  /** The lab's witness before the test. */
  readonly before: string;
}

const makers = {
  simulated: () => new SimulatedLab(),
  Linux: () => new LinuxLab(),
  'simulated, on Windows': () => new SimulatedLab(windows),
} satisfies Record<string, () => FaultLab>;

export type StackUnderTest = keyof typeof makers;

export const everyStack: readonly StackUnderTest[] = ['simulated', 'Linux'];

/** Tests on one lab of each of the stacks. Every test gets a journal of its own and an untouched lab. */
export function describeOn(
  stacks: readonly StackUnderTest[],
  name: string,
  tests: (scene: () => Scene) => void,
): void {
  describe.each(stacks)(`${name} (%s)`, (stack) => {
    let lab: FaultLab;
    let fault: FaultCase;
    let before: string;
    beforeAll(() => {
      lab = makers[stack]();
      before = lab.witness();
    });
    afterAll(() => {
      lab.remove();
    });
    beforeEach(() => {
      fault = new FaultCase(lab);
    });
    afterEach(() => {
      fault.remove();
      if (lab.witness() !== before) lab.reset();
    });
    tests(() => ({ lab, fault, before }));
  });
}
