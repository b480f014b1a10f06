// SPDX-License-Identifier: MIT
// Processes that stop without ending, calls that never return, a peer that never reads, at every point they can come
// to. Many wait for a limit of the app or the helper, so they run side by side, and only in the long run.

import { describe, expect, it } from 'vitest';
import type { TransactionResult } from '../../../electron/contract/changes';
import { FaultCase } from '../fault-case';
import type { DriverRun } from '../fault-case';
import { checkInvariants } from '../invariants';
import { callPoints, helperPoints } from '../points';
import type { CallPoint, Point } from '../points';
import { SimulatedLab } from '../simulated-lab';
import { killAll, until } from '../victims';

/** Milliseconds until a change that nobody keeps is taken back. */
const deadline = 60_000;

/** Beyond every limit of app and helper. */
const limit = 150_000;

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

/** Points that come only once the user wants the change back. */
const afterRevert: readonly (Point | CallPoint)[] = [
  'mid-undo',
  'restore-0',
  'restore-2',
  'settled-0',
];

/** Nobody decides, but for the points that a decision leads to. */
function decisionBefore(point: Point | CallPoint): 'keep' | 'revert' | 'none' {
  if (point === 'confirm-unacked') return 'keep';
  return afterRevert.includes(point) ? 'revert' : 'none';
}

async function haltedAt({ fault }: Hang, point: Point | CallPoint): Promise<DriverRun> {
  fault.haltAt(point);
  const run = fault.start({ decision: decisionBefore(point) });
  await fault.halted(run);
  return run;
}

/** Told and true; the next start takes back what is open, and then everything is as before but what is kept. */
async function checkAftermath({ lab, fault, before }: Hang, run: DriverRun): Promise<void> {
  const told = run.results.at(-1);
  checkInvariants({ lab, journal: fault.journal, before, told });
  const next = await fault.nextStart();
  if (told?.kind !== 'kept') expect(lab.witness(), JSON.stringify(next.lines)).toBe(before);
  expect(fault.transactions.open()).toEqual([]);
}

/** How a transaction ends whose helper stood still there for longer than the app waits, or than the deadline. */
function endAfterStandstill(point: (typeof helperPoints)[number]): Partial<TransactionResult> {
  switch (point) {
    // An app that gets no answer before COMMIT gives up.
    case 'prompt':
    case 'helper-up':
    case 'connected':
    case 'hello':
    case 'mid-plan':
      return { kind: 'not-launched', failure: 'helper-failed' };
    case 'confirm-unacked':
      return { kind: 'kept' };
    case 'mid-undo':
      return { kind: 'reverted', cause: 'asked' };
    // COMMIT comes too late for it, and it changes nothing.
    case 'prepared':
    case 'commit':
      return { kind: 'reverted', cause: 'channel-broken' };
    case 'between-operations':
    case 'applied-unsent':
    case 'waiting':
      return { kind: 'reverted', cause: 'deadline' };
  }
}

describe('a helper that stands still', () => {
  it.concurrent.each(helperPoints)(
    'at %s ends as soon as it goes on',
    async (point) => {
      await onLabOfItsOwn(async (scene) => {
        const { fault } = scene;
        const run = await haltedAt(scene, point);
        const since = Date.now();
        const [helper = 0] = fault.helpers;
        killAll([helper], 'SIGSTOP');
        fault.goOn();
        const end = endAfterStandstill(point);
        await until(
          'the app gives up, or the deadline is over',
          () => (end.kind === 'not-launched' ? run.hasEnded : Date.now() > since + deadline),
          limit,
        );
        killAll([helper], 'SIGCONT');
        await fault.quiet(run);
        expect(run.results).toMatchObject([end]);
        await checkAftermath(scene, run);
      });
    },
    limit,
  );
});

/** The app stops there; the helper ends without it, and the app then tells what happened. */
async function standStill(scene: Hang, point: Point): Promise<void> {
  const { lab, fault, before } = scene;
  const run = await haltedAt(scene, point);
  killAll([run.pid], 'SIGSTOP');
  fault.goOn();
  await until('the helper has ended', () => fault.helpers.length === 0, limit);
  // Kept is what the app had asked for before it stopped.
  if (point !== 'confirm-unacked') expect(lab.witness()).toBe(before);
  killAll([run.pid], 'SIGCONT');
  await fault.quiet(run);
  await checkAftermath(scene, run);
}

describe('an app that stands still', () => {
  it.concurrent.each(helperPoints)(
    'at %s: the helper ends without it',
    async (point) => {
      await onLabOfItsOwn((scene) => standStill(scene, point));
    },
    limit,
  );
});

describe('an app that never reads', () => {
  it.concurrent.each(helperPoints)(
    'from %s on cannot hold the helper up',
    async (point) => {
      await onLabOfItsOwn(async (scene) => {
        scene.fault.shrinkBuffer();
        await standStill(scene, point);
      });
    },
    limit,
  );
});

/** What the app tells of a helper that hung in a call: before COMMIT, with nothing changed, and with something. */
function toldOfHungCall(point: CallPoint): TransactionResult['kind'] {
  if (['check-0', 'check-2', 'value-0', 'capture-0'].includes(point)) return 'not-launched';
  if (['isUnchanged-0', 'set-0'].includes(point)) return 'reverted';
  return 'incomplete';
}

describe('a call of the stack that never returns', () => {
  it.concurrent.each(callPoints)(
    '(%s): the watchdog ends the helper, the next start takes back',
    async (point) => {
      await onLabOfItsOwn(async (scene) => {
        const run = await haltedAt(scene, point);
        await scene.fault.quiet(run);
        scene.fault.goOn();
        expect(run.results).toMatchObject([{ kind: toldOfHungCall(point) }]);
        await checkAftermath(scene, run);
      });
    },
    limit,
  );
});
