// SPDX-License-Identifier: MIT

import type { LiveValue, Outcome, RevertCause } from '../contract/changes';
import type { Operation } from '../contract/operation';

/** In the order of the protocol's numbers, from 0. */
export const outcomes = [
  'applied',
  'not-applied',
  'failed',
  'restored',
  'foreign',
  'gone',
  'restore-failed',
] as const satisfies readonly Outcome[];

/** In the order of the protocol's numbers, from 1. */
const revertCauses: readonly RevertCause[] = [
  'asked',
  'deadline',
  'channel-broken',
  'told-to-stop',
];

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`The protocol has no number ${index} here`);
  return found;
}

export const outcomeFromNumber = (number: number): Outcome => at(outcomes, number);

export const revertCauseFromNumber = (number: number): RevertCause => at(revertCauses, number - 1);

/** Whether an operation that was to be taken back left its field as it was before. */
export function isPutBack(outcome: Outcome): boolean {
  return outcome === 'restored' || outcome === 'not-applied';
}

/** Answers what a field of an IP interface is now. */
export type LiveReader = (operation: Operation) => LiveValue;

/** What a live value says about an operation nobody told the end of. */
export function outcomeFromLive(operation: Operation, live: LiveValue): Outcome {
  if (live === 'gone') return 'gone';
  if (live === operation.expected) return 'restored';
  return live === operation.value ? 'applied' : 'foreign';
}
