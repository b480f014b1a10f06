// SPDX-License-Identifier: MIT
import type { Operation } from '../../electron/contract/operation';
import type { RecordedAdapter } from '../../electron/contract/history';
import type { RecordedLastingChange } from '../../electron/contract/lasting';
import type { PlanSubject } from '../../electron/contract/plan-subject';

/** A transaction that is to be taken back, and how its values stand now. */
export interface RestoreSubject {
  readonly id: string;
  readonly subject: PlanSubject;
  /** The adapters of the subject as they were, where that is known. */
  readonly adapters?: readonly RecordedAdapter[];
  readonly operations: readonly {
    readonly operation: Operation;
    /** Whether the value is still the one that was set. */
    readonly stillChanged: boolean;
    /** Whether the IP interface is there. */
    readonly present: boolean;
  }[];
  readonly lastingChanges: readonly RecordedLastingChange[];
}
