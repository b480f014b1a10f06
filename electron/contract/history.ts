// SPDX-License-Identifier: MIT
// What the journal remembers, told as transactions for people to read.

import type { Deadline, Outcome } from './changes';
import type { Operation } from './operation';
import type { RecordedLastingChange } from './lasting';
import type { PlanSubject } from './plan-subject';
import type { Adapter } from './snapshot';

/** The most transactions one question may ask for. */
export const maxHistoryPage = 200;

/** How a transaction ended. */
export const historyResults = [
  'under-way',
  'kept',
  /** A later transaction that was kept took back all of it. */
  'restored',
  /** It was kept, and a later one that was kept took back some of it. */
  'partly-restored',
  'reverted-by-user',
  'reverted-by-deadline',
  'reverted-app-stopped',
  'reverted-helper-stopped',
  'nothing-changed',
  /** Some values are neither as before nor kept, or were not when it ended. */
  'incomplete',
] as const;

export type HistoryResult = (typeof historyResults)[number];

/** Results as people look for them; one that is under way is of none. */
export const historyGroups = [
  'kept',
  'restored',
  'reverted',
  'incomplete',
  'nothing-changed',
] as const;

export type HistoryGroup = (typeof historyGroups)[number];

export const groupOfResult: Readonly<Record<HistoryResult, HistoryGroup | null>> = {
  'under-way': null,
  kept: 'kept',
  restored: 'restored',
  'partly-restored': 'restored',
  'reverted-by-user': 'reverted',
  'reverted-by-deadline': 'reverted',
  'reverted-app-stopped': 'reverted',
  'reverted-helper-stopped': 'reverted',
  'nothing-changed': 'nothing-changed',
  incomplete: 'incomplete',
};

/** The most characters that one may search for. */
export const maxHistorySearch = 200;

/** Which transactions of the history are meant. */
export interface HistoryFilter {
  /** Words that all stand in the title, in what was changed or in the name of an adapter, in any case. */
  readonly search: string;
  /** Any of them; none means all. */
  readonly groups: readonly HistoryGroup[];
}

/** What names an adapter when it is gone, as it was when a transaction began. */
export type RecordedAdapter = Pick<
  Adapter,
  'luid' | 'alias' | 'description' | 'guid' | 'type' | 'physicalAddress'
>;

/** How permission to change is obtained: asked for by the system, or there already. */
export type HistoryConsent = 'direct' | 'uac' | 'pkexec';

/** One transaction in a line. */
export interface HistoryEntry {
  readonly id: string;
  /** Its place in the journal, from 0: clocks jump, this doesn't. */
  readonly sequence: number;
  readonly kind: 'set' | 'restore';
  /** Milliseconds of the wall clock, for display only. */
  readonly startedAt: number;
  readonly result: HistoryResult;
  /** Whether anything of it can be taken back as things stand. */
  readonly isRestorable: boolean;
  readonly subject: PlanSubject;
  /** Those that the subject names, as they were; none in journals of earlier versions. */
  readonly adapters: readonly RecordedAdapter[];
}

/** Some transactions, oldest first, and how many there are in all. */
export interface HistoryPart {
  readonly total: number;
  readonly entries: readonly HistoryEntry[];
}

/** Where a transaction stands in the journal, and its day. */
export type HistoryPlace = Pick<HistoryEntry, 'sequence' | 'startedAt'>;

/** The transactions that a filter lets through, oldest first, and how many there are in all. */
export interface HistoryOutline {
  readonly total: number;
  readonly places: readonly HistoryPlace[];
}

/** Whether an operation can be taken back, as far as the journal knows; otherwise why not. */
export type Restorability =
  | 'restorable'
  /** It changed nothing, or was taken back already. */
  | 'as-before'
  /** What is needed to put it back exactly was not recorded. */
  | 'not-recorded';

export interface HistoryOperation {
  readonly operation: Operation;
  readonly adapter: RecordedAdapter | null;
  /** What became of it; null where the journal has no end for it. */
  readonly outcome: Outcome | null;
  readonly restorability: Restorability;
}

/** Everything that is remembered of one transaction. */
export interface HistoryTransaction extends HistoryEntry {
  /** Null where the journal does not tell the whole plan any more. */
  readonly planCode: string | null;
  readonly deadline: Deadline;
  /** When the last record about it was written; milliseconds of the wall clock. */
  readonly lastSeenAt: number;
  /** Who started it; null in journals of earlier versions. */
  readonly account: string | null;
  readonly consent: HistoryConsent | null;
  /** When the transaction that this one takes back began; null for any other. */
  readonly restoresFrom: number | null;
  /** When the newest kept transaction began that took back any of this one; null where none did. */
  readonly restoredAt: number | null;
  readonly changes: readonly HistoryOperation[];
  readonly lasting: readonly RecordedLastingChange[];
  /** Whether it was kept but its lasting changes could not be written. */
  readonly isLastingUnwritten: boolean;
}
