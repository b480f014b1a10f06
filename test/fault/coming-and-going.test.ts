// SPDX-License-Identifier: MIT
// Interfaces that go and come back while a transaction is on its way: never the wrong one, never a silent third state.

import { expect, it } from 'vitest';
import type { TransactionResult } from '../../electron/contract/changes';
import { isSameField } from '../../electron/contract/operation';
import type { Operation } from '../../electron/contract/operation';
import type { DriverRun, FaultCase } from './fault-case';
import { operationOf } from './fault-lab';
import { describeOn, everyStack } from './labs';
import type { Scene } from './labs';
import type { Point } from './points';
import { killAll, until } from './victims';

/** Starts a transaction, halts it at a point and does something there. */
async function interveneAt(
  { fault }: Scene,
  point: Point,
  decision: 'keep' | 'revert',
  intervene: (run: DriverRun) => void,
): Promise<DriverRun> {
  fault.haltAt(point);
  const run = fault.start({ decision });
  await fault.halted(run);
  intervene(run);
  fault.goOn();
  return run;
}

const told = (run: DriverRun): TransactionResult | undefined => run.results.at(-1);

const hasFailed = ({ journal }: FaultCase) =>
  journal.some((record) => record.state === 'operation' && record.end.outcome === 'failed');

function openOperations({ fault }: Scene): readonly Operation[] {
  return fault.transactions.open().flatMap(({ open }) => open.map(({ operation }) => operation));
}

function checkAllAsExpected({ lab }: Scene): void {
  for (const operation of lab.operations) expect(lab.live(operation)).toBe(operation.expected);
}

describeOn(everyStack, 'an interface', (scene) => {
  it.each(['prepared', 'between-operations'] as const)(
    'that goes at %s stops the plan, and the others are as before',
    async (point) => {
      const { lab, fault } = scene();
      const gone = operationOf(lab, 1);
      const run = await interveneAt(scene(), point, 'keep', () => {
        lab.vanish(gone);
      });
      await until('the set has failed', () => hasFailed(fault));
      // On Linux the other end of the cable went as well, and what was set there is waited for.
      lab.comeBack(gone, 'itself');
      await fault.quiet(run);
      expect(told(run)?.kind).toBe('rolled-back');
      checkAllAsExpected(scene());
      expect(openOperations(scene())).toEqual([]);
    },
  );

  it('that goes while the change waits is waited for and put back when it returns', async () => {
    const { lab, fault } = scene();
    const gone = operationOf(lab, 1);
    const run = await interveneAt(scene(), 'waiting', 'revert', () => {
      lab.vanish(gone);
    });
    await until('the others are back or gone', () => run.phases.includes('reverting'));
    lab.comeBack(gone, 'itself');
    await fault.quiet(run);
    expect(told(run)).toMatchObject({ kind: 'reverted', cause: 'asked' });
    checkAllAsExpected(scene());
  });

  it('that goes while others are taken back is put back when it returns', async () => {
    const { lab, fault } = scene();
    const gone = operationOf(lab, 0);
    const run = await interveneAt(scene(), 'mid-undo', 'revert', () => {
      lab.vanish(gone);
    });
    lab.comeBack(gone, 'itself');
    await fault.quiet(run);
    expect(told(run)).toMatchObject({ kind: 'reverted', cause: 'asked' });
    checkAllAsExpected(scene());
  });

  it('that has only its place is never touched, even with our value on it', async () => {
    const { lab, fault } = scene();
    const gone = operationOf(lab, 1);
    const run = await interveneAt(scene(), 'waiting', 'revert', () => {
      lab.vanish(gone);
      lab.comeBack(gone, 'another');
      lab.setFromOutside(gone, gone.value);
    });
    await until('the app takes back', () => run.phases.includes('reverting'));
    // It would wait for the right one to the end of its life.
    killAll(fault.helpers, 'SIGTERM');
    await fault.quiet(run);
    expect(told(run)?.kind).toBe('incomplete');
    expect(lab.live(gone)).toBe(gone.value);
    expect(openOperations(scene())).toContainEqual(gone);
  });

  it('that has only its place is not touched by a restore after a crash', async () => {
    const { lab, fault } = scene();
    const gone = operationOf(lab, 1);
    const run = await interveneAt(scene(), 'waiting', 'keep', ({ pid }) => {
      killAll([...fault.helpers, pid]);
      lab.vanish(gone);
      lab.comeBack(gone, 'another');
      lab.setFromOutside(gone, gone.value);
    });
    await fault.quiet(run);
    const next = await fault.nextStart();
    // Where it is called something else, nothing of ours is left to take back; elsewhere the helper refuses.
    const isToldApart = lab.stack.stack === 'simulated';
    expect(next.results).toMatchObject([{ kind: isToldApart ? 'kept' : 'incomplete' }]);
    expect(lab.live(gone)).toBe(gone.value);
    const open = openOperations(scene());
    expect(open.some((operation) => isSameField(operation, gone))).toBe(!isToldApart);
  });
});
