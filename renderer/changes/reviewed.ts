// SPDX-License-Identifier: MIT
import type { Obstacle } from '../../electron/contract/changes';
import { isSameField } from '../../electron/contract/operation';
import type { Operation } from '../../electron/contract/operation';
import type { LastingChange } from '../../electron/contract/lasting';
import { operationsOf, restorable, restorableLasting } from './plan';
import type { ReviewSubject } from './review-context';
import type { ListedEdit } from './use-edit-list';

/** What a review shows, as it was when it opened. */
export interface Reviewed {
  readonly operations: readonly Operation[];
  /** Edits that can't be applied now and stay; changes that a restore leaves alone. */
  readonly setAside: number;
  /** What a restore takes back of what lasts. */
  readonly lasting: readonly LastingChange[];
  readonly subject: ReviewSubject['kind'];
}

export function reviewOf(subject: ReviewSubject, edits: readonly ListedEdit[]): Reviewed {
  const isRestore = subject.kind === 'restore';
  const operations = isRestore ? restorable(subject.transaction) : operationsOf(edits);
  const all = isRestore ? subject.transaction.operations : edits;
  const setAside = all.length - operations.length;
  const lasting = isRestore ? restorableLasting(subject.transaction) : [];
  return { operations, setAside, lasting, subject: subject.kind };
}

/**
 * What another program has changed since the review opened, so that applying it would be refused. Empty for
 * a restore, which main compares with what is there now by itself.
 */
export function outdatedSince(
  reviewed: Reviewed,
  edits: readonly ListedEdit[],
): readonly Obstacle[] {
  if (reviewed.subject === 'restore') return [];
  return reviewed.operations.flatMap((operation): Obstacle[] => {
    const status = edits.find(({ edit }) => isSameField(edit, operation))?.status;
    switch (status?.kind) {
      case 'changed-outside':
        return [{ kind: 'stale', operation, live: status.live }];
      case 'already-so':
        return [{ kind: 'stale', operation, live: operation.value }];
      case 'gone':
        return [{ kind: 'refused', operation, refusal: 'unknownInterface' }];
      case 'refused':
        return [{ kind: 'refused', operation, refusal: status.refusal }];
      case 'ready':
      case 'invalid':
      case undefined:
        return [];
    }
  });
}
