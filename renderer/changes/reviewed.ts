// SPDX-License-Identifier: MIT
import type { Obstacle } from '../../electron/contract/changes';
import { isSameField } from '../../electron/contract/operation';
import type { Operation } from '../../electron/contract/operation';
import type { LastingChange } from '../../electron/contract/lasting';
import { restorable, restorableLasting } from './plan';
import type { ReviewSubject } from './review-context';
import type { EditLeftOut } from './review-gate';
import type { ListedEdit } from './use-edit-list';

/** What a review shows, as it was when it opened. */
export interface Reviewed {
  readonly operations: readonly Operation[];
  /** Edits that can't be applied now and stay. */
  readonly leftOut: readonly EditLeftOut[];
  /** How many changes a restore leaves alone. */
  readonly leftAlone: number;
  /** What a restore takes back of what lasts. */
  readonly lasting: readonly LastingChange[];
}

export function reviewOf(subject: ReviewSubject): Reviewed {
  if (subject.kind === 'edits') {
    const { operations, leftOut } = subject;
    return { operations, leftOut, leftAlone: 0, lasting: [] };
  }
  const { transaction } = subject;
  const operations = restorable(transaction);
  return {
    operations,
    leftOut: [],
    leftAlone: transaction.operations.length - operations.length,
    lasting: restorableLasting(transaction),
  };
}

/**
 * What another program has changed since the review opened, so that applying it would be refused. Empty for
 * a restore, which main compares with what is there now by itself.
 */
export function outdatedSince(
  subject: ReviewSubject,
  edits: readonly ListedEdit[],
): readonly Obstacle[] {
  if (subject.kind === 'restore') return [];
  return subject.operations.flatMap((operation): Obstacle[] => {
    const status = edits.find(({ edit }) => isSameField(edit, operation))?.status;
    switch (status?.kind) {
      case 'changed-outside':
        return [{ kind: 'stale', operation, live: status.live }];
      case 'already-so':
        return [{ kind: 'stale', operation, live: operation.value }];
      case 'gone':
        return [{ kind: 'refused', operation, refusal: 'unknownInterface' }];
      case 'no-value':
        return [{ kind: 'refused', operation, refusal: 'notAvailable' }];
      case 'refused':
        return [{ kind: 'refused', operation, refusal: status.refusal }];
      case 'ready':
      case 'invalid':
      case undefined:
        return [];
    }
  });
}
