// SPDX-License-Identifier: MIT
// Whether edits may be reviewed, what is in the way, and which of them drop out and why; pure.
import type { Operation } from '../../electron/contract/operation';
import type { EditStatus } from './edit-status';
import { operationsOf } from './plan';
import type { ListedEdit } from './use-edit-list';

type StatusLeftOut = Extract<EditStatus, { kind: 'gone' | 'no-value' | 'already-so' }>;

/** An edit that can't be applied now and needs no decision: it stays and waits. */
export interface EditLeftOut extends ListedEdit {
  readonly status: StatusLeftOut;
}

/** What stands between edits and their review. */
export type ReviewGate =
  /** A transaction is on its way. */
  | { readonly kind: 'locked' }
  /** The first edit that the user must look at before anything can be applied. */
  | { readonly kind: 'blocked'; readonly by: ListedEdit }
  /** There is no edit, or all of them are left out. */
  | { readonly kind: 'nothing-to-apply'; readonly leftOut: readonly EditLeftOut[] }
  | {
      readonly kind: 'open';
      readonly operations: readonly Operation[];
      readonly leftOut: readonly EditLeftOut[];
    };

function blocksReview({ status }: ListedEdit): boolean {
  return (
    status.kind === 'invalid' || status.kind === 'changed-outside' || status.kind === 'refused'
  );
}

function isLeftOut(listed: ListedEdit): listed is EditLeftOut {
  return listed.status.kind !== 'ready' && !blocksReview(listed);
}

/** Whether these edits may be reviewed now. */
export function reviewGate(edits: readonly ListedEdit[], isLocked: boolean): ReviewGate {
  if (isLocked) return { kind: 'locked' };
  const by = edits.find(blocksReview);
  if (by) return { kind: 'blocked', by };
  const operations = operationsOf(edits);
  const leftOut = edits.filter(isLeftOut);
  return operations.length > 0
    ? { kind: 'open', operations, leftOut }
    : { kind: 'nothing-to-apply', leftOut };
}
