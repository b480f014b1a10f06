// SPDX-License-Identifier: MIT
// The points of a transaction at which something may die, in the order they are passed.

/** Where the app halts: test/fault/driver.ts. */
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

export type Point = (typeof appPoints)[number] | (typeof helperPoints)[number];

export const points: readonly Point[] = [...appPoints, ...helperPoints];

/** What the user does once the change waits, so that the point is passed at all. */
export function decisionAt(point: Point): 'keep' | 'revert' | 'none' {
  if (point === 'mid-undo') return 'revert';
  return point === 'waiting' ? 'none' : 'keep';
}

export const victims = ['main', 'helper', 'both'] as const;
export type Victim = (typeof victims)[number];

/** Whether there is somebody to kill: before the launch there is no helper. */
export function hasVictim(point: Point, victim: Victim): boolean {
  return victim === 'main' || point !== 'channel-made';
}
