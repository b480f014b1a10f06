// SPDX-License-Identifier: MIT
import type { Operation } from '../../electron/contract/changes';
import type { RecordedLastingChange } from '../../electron/contract/lasting';

/** A transaction that is to be taken back, and how its values stand now. */
export interface RestoreSubject {
  readonly id: string;
  readonly operations: readonly {
    readonly operation: Operation;
    /** Whether the value is still the one that was set. */
    readonly stillChanged: boolean;
    /** Whether the IP interface is there. */
    readonly present: boolean;
  }[];
  readonly lastingChanges: readonly RecordedLastingChange[];
}
