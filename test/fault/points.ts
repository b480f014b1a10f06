// SPDX-License-Identifier: MIT
// The points of a transaction at which something may die, in the order they are passed.

/** Where the app halts: test/fault/halt.ts. */
export const appPoints = ['channel-made', 'journal-written'] as const;

/** Where the helper halts: test/fault/helper/stop_point.h. */
export const helperPoints = [
  'prompt',
  'helper-up',
  'connected',
  'hello',
  'mid-plan',
  'prepared',
  'commit',
  'between-operations',
  'applied-unsent',
  'waiting',
  'confirm-unacked',
  'mid-undo',
] as const;

/** Where it halts on its way to what is to last, if anything is. */
export const storePoints = ['store-unwritten', 'store-written'] as const;

export type Point = (typeof appPoints | typeof helperPoints | typeof storePoints)[number];

/** Inside calls of the helper into its stack, by name and number: while checking, applying, taking back. */
export const callPoints = [
  'check-0',
  'value-0',
  'capture-0',
  'check-2',
  'isUnchanged-0',
  'set-0',
  'capture-4',
  'set-2',
  'restore-0',
  'restore-2',
  'settled-0',
] as const;

export type CallPoint = (typeof callPoints)[number];

export const points: readonly Point[] = [...appPoints, ...helperPoints];

/** What the user does once the change waits, so that the point is passed at all. */
export function decisionAt(point: Point): 'keep' | 'revert' | 'none' {
  if (point === 'mid-undo') return 'revert';
  return point === 'waiting' ? 'none' : 'keep';
}

export const victims = ['main', 'helper', 'both'] as const;
export type Victim = (typeof victims)[number];

/** In the real app the window's own process can die, too. */
export const appVictims = [...victims, 'renderer'] as const;
export type AppVictim = (typeof appVictims)[number];

/** Whether there is somebody to kill: before the launch there is no helper. */
export function hasVictim(point: Point, victim: AppVictim): boolean {
  return victim === 'main' || victim === 'renderer' || point !== 'channel-made';
}
