// SPDX-License-Identifier: MIT
// What a transaction came to, from what was seen of it.

import type {
  Obstacle,
  OperationResult,
  RevertCause,
  TransactionResult,
} from '../contract/changes';
import type { AppError } from '../contract/errors';
import { isPutBack } from './outcomes';

/** What the helper said the end was; 'lost' when it went without a word and the values were read instead. */
export type Ending =
  /** `lastingUnwritten`: why the lasting changes could not be written. */
  | { readonly kind: 'kept'; readonly lastingUnwritten?: AppError }
  | { readonly kind: 'reverted'; readonly cause: RevertCause }
  | { readonly kind: 'rolled-back' }
  | { readonly kind: 'lost' };

/** Everything that decides the result of a transaction after COMMIT. */
export interface CommittedFacts {
  readonly ending: Ending;
  readonly kind: 'set' | 'restore';
  /** Whether a helper that is lost had written the lasting changes. */
  readonly isLastingWritten: boolean;
  readonly results: readonly OperationResult[];
  /** Found at the last moment before a set. */
  readonly obstacles: readonly Obstacle[];
  /** The helper's exit code, if it told one. */
  readonly exitCode: number | null;
  readonly keepCameTooLate: boolean;
}

/** Exit code of a helper that could not put everything back, or not in time. */
const incompleteExit = 11;

function firstError(results: readonly OperationResult[]): AppError | undefined {
  return results.find(({ error }) => error !== undefined)?.error;
}

function rolledBack({ obstacles, results }: CommittedFacts): TransactionResult {
  if (obstacles.length > 0) return { kind: 'refused', obstacles };
  const error = firstError(results);
  return error ? { kind: 'rolled-back', error } : { kind: 'rolled-back' };
}

/** The result of a transaction whose COMMIT was sent. Anything less than complete is 'incomplete'. */
export function committedResult(facts: CommittedFacts): TransactionResult {
  const { ending, results, exitCode, keepCameTooLate } = facts;
  const isAllBack = results.every(({ outcome }) => isPutBack(outcome));
  const isComplete = isAllBack && exitCode !== incompleteExit;
  switch (ending.kind) {
    case 'kept':
      // What a restore found changed by others, or gone, is not put back.
      return facts.kind === 'set' || isAllBack ? ending : { kind: 'incomplete', cause: 'asked' };
    case 'reverted':
      return isComplete
        ? { kind: 'reverted', cause: ending.cause, keepCameTooLate }
        : { kind: 'incomplete', cause: ending.cause };
    case 'rolled-back':
      return isComplete ? rolledBack(facts) : { kind: 'incomplete', cause: 'rolled-back' };
    case 'lost':
      return isAllBack && !facts.isLastingWritten
        ? { kind: 'reverted', cause: 'channel-broken', keepCameTooLate }
        : { kind: 'incomplete', cause: 'helper-lost' };
  }
}
