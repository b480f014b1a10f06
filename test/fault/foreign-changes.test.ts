// SPDX-License-Identifier: MIT
// Another program changes a field of the plan while a transaction is on its way: never overwritten, always told.

import { expect, it } from 'vitest';
import type { Operation } from '../../electron/contract/operation';
import { operationOf } from './fault-lab';
import { checkInvariants } from './invariants';
import { describeOn, everyStack } from './labs';
import type { Scene } from './labs';
import type { Point } from './points';

const fields = [0, 1, 2] as const;

/** A value that is neither the old one nor ours. */
const foreignValue = ({ expected, value }: Operation) => Math.min(expected, value) + 20;

/** Runs a transaction and changes a field from outside at one point of it. */
async function meddleAt(scene: Scene, point: Point, index: number, decision: 'keep' | 'revert') {
  const { lab, fault } = scene;
  const operation = operationOf(lab, index);
  fault.haltAt(point);
  const run = fault.start({ decision });
  await fault.halted(run);
  lab.setFromOutside(operation, foreignValue(operation));
  fault.goOn();
  await fault.quiet(run);
  return { operation, told: run.results.at(-1) };
}

/** As before, once the foreign value is taken away again by whoever made it. */
function checkOnlyForeign({ lab, before }: Scene, operation: Operation): void {
  expect(lab.live(operation)).toBe(foreignValue(operation));
  for (const other of lab.operations) {
    if (other !== operation) expect(lab.live(other)).toBe(other.expected);
  }
  lab.putBackFromOutside(operation);
  expect(lab.witness()).toBe(before);
}

describeOn(everyStack, 'a foreign change', (scene) => {
  it.each(fields)('of field %i before the check stops the plan', async (index) => {
    const { operation, told } = await meddleAt(scene(), 'connected', index, 'keep');
    expect(told?.kind).toBe('refused');
    checkOnlyForeign(scene(), operation);
  });

  it.each(fields)('of field %i between the check and COMMIT stops the plan', async (index) => {
    const { operation, told } = await meddleAt(scene(), 'prepared', index, 'keep');
    expect(told?.kind).toBe('refused');
    checkOnlyForeign(scene(), operation);
  });

  it.each(fields)('of field %i after APPLIED is left alone and told', async (index) => {
    const { operation, told } = await meddleAt(scene(), 'waiting', index, 'revert');
    expect(told).toEqual({ kind: 'incomplete', cause: 'asked' });
    const { lab, fault, before } = scene();
    const open = fault.transactions.open().flatMap((transaction) => transaction.open);
    expect(open.map((known) => known.operation)).toEqual([operation]);
    expect(open[0]?.end).toEqual({ outcome: 'foreign', live: foreignValue(operation) });
    checkInvariants({ lab, journal: fault.journal, before, told });
    checkOnlyForeign(scene(), operation);
  });

  it('while others are taken back is left alone and told', async () => {
    const { operation, told } = await meddleAt(scene(), 'mid-undo', 0, 'revert');
    expect(told).toEqual({ kind: 'incomplete', cause: 'asked' });
    checkOnlyForeign(scene(), operation);
  });
});
