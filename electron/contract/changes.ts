// SPDX-License-Identifier: MIT
// The write side as plain data: what a plan is, and how a transaction stands.

import type { AppError } from './errors';
import type { Intent } from './intent';
import type { LastingChange, LastingChoice, RecordedLastingChange } from './lasting';
import type { Operation } from './operation';
import type { Refusal } from './refusals';
import type { PlanSubject } from './plan-subject';
import type { Luid } from './snapshot';

/** The most operations one plan may have. */
export const maxOperations = 1024;

/** Seconds after which a change that nobody kept is taken back. */
export const deadlines = [60, 120, 300, 600] as const;
export type Deadline = (typeof deadlines)[number];

/** Whoever works from afar may have to connect again before they can keep a change. */
const shortestInRemoteSession = 120 satisfies Deadline;

/** The deadline that a review begins with: the one that the user prefers, in a remote session none that is short. */
export function preselectedDeadline(preferred: Deadline, isRemote: boolean): Deadline {
  return isRemote && preferred < shortestInRemoteSession ? shortestInRemoteSession : preferred;
}

/** What the user wants: values, how long they are to stay, and the deadline in seconds. */
export interface PlanRequest {
  readonly operations: readonly Operation[];
  /** Absent where the operations say it all. */
  readonly intent?: Intent | undefined;
  readonly lasting: LastingChoice;
  readonly deadline: Deadline;
}

/** What the helper is asked for: ordered operations, what is to last or stops lasting, and the deadline in seconds. */
export interface Plan {
  readonly operations: readonly Operation[];
  /** Without operations nothing is altered but these, so nobody is asked whether to keep it. */
  readonly lastingChanges: readonly LastingChange[];
  readonly deadline: Deadline;
  readonly intent?: Intent | undefined;
}

/** Asks to take back what an interrupted transaction left changed. */
export interface RestoreRequest {
  readonly transactionId: string;
  readonly deadline: Deadline;
}

/** What is there now: a value, nothing readable, or no such IP interface. */
export type LiveValue = number | null | 'gone';

/** What became of one operation. */
export type Outcome =
  'applied' | 'not-applied' | 'failed' | 'restored' | 'foreign' | 'gone' | 'restore-failed';

export interface OperationResult {
  readonly operation: Operation;
  readonly outcome: Outcome;
  /** The value found afterwards; null when it could not be read. */
  readonly live: number | null;
  readonly error?: AppError;
}

/** One operation that kept a plan from being applied. */
export type Obstacle =
  | { readonly kind: 'stale'; readonly operation: Operation; readonly live: number }
  | {
      readonly kind: 'refused';
      /** Absent when the plan as a whole is refused. */
      readonly operation?: Operation;
      readonly refusal: Refusal;
      readonly error?: AppError;
    };

/** Why nothing came of a start. None of them changed anything. */
export type LaunchFailure =
  | 'declined'
  | 'not-authorised'
  | 'helper-missing'
  | 'policy'
  | 'other-build'
  | 'not-privileged'
  | 'busy'
  | 'stopped-waiting'
  | 'journal-unusable'
  /** Another program holds the name of the channel to the helper. */
  | 'channel-taken'
  | 'helper-failed';

/** How a transaction ended. */
export type TransactionResult =
  /** `lastingUnwritten`: it is kept, but the lasting changes could not be written, and why. */
  | { readonly kind: 'kept'; readonly lastingUnwritten?: AppError }
  /** `keepCameTooLate`: the user selected Keep, but the helper had already begun to revert. */
  | { readonly kind: 'reverted'; readonly cause: RevertCause; readonly keepCameTooLate: boolean }
  | { readonly kind: 'not-launched'; readonly failure: LaunchFailure; readonly detail: string }
  | { readonly kind: 'refused'; readonly obstacles: readonly Obstacle[] }
  | { readonly kind: 'rolled-back'; readonly error?: AppError }
  /** Some values are neither as before nor kept; they are named in `operations` and stay open in the journal. */
  | { readonly kind: 'incomplete'; readonly cause: RevertCause | 'rolled-back' | 'helper-lost' };

/** What made the helper take a change back. */
export type RevertCause = 'asked' | 'deadline' | 'channel-broken' | 'told-to-stop';

/** Which transaction is on its way. */
interface KnownTransaction {
  readonly id: string;
  readonly plan: Plan;
  readonly subject: PlanSubject;
  readonly planCode: string;
}

/** Where a transaction stands. Times are milliseconds of the wall clock, for display only. */
export type TransactionState =
  | { readonly phase: 'none' }
  | (KnownTransaction & {
      readonly phase: 'waiting-for-permission' | 'checking' | 'applying';
      /** Since when it is in this phase. */
      readonly since: number;
      /** When the helper gives up or reverts by itself, if it does. */
      readonly revertsBy: number | null;
    })
  | (KnownTransaction & {
      readonly phase: 'waiting';
      /** The helper's deadline. */
      readonly deadlineAt: number;
      readonly results: readonly OperationResult[];
    })
  | (KnownTransaction & { readonly phase: 'reverting' | 'keeping'; readonly since: number })
  | (KnownTransaction & {
      readonly phase: 'ended';
      readonly result: TransactionResult;
      readonly results: readonly OperationResult[];
    });

/** A transaction in one of some phases. */
export type TransactionIn<Phase extends TransactionState['phase']> = Extract<
  TransactionState,
  { readonly phase: Phase }
>;

/** A transaction of an earlier run that the journal has no end for. */
export interface InterruptedTransaction {
  readonly id: string;
  readonly subject: PlanSubject;
  /** Null where the journal does not tell the whole plan any more. */
  readonly planCode: string | null;
  /** Who started it; null in journals of earlier versions. */
  readonly account: string | null;
  readonly startedAt: number;
  /** The last sign of life of the app that ran it. */
  readonly lastSeenAt: number;
  readonly operations: readonly (OperationResult & {
    /** Whether the live value is still the one that was set. */
    readonly stillChanged: boolean;
    /** Whether the interface is there. */
    readonly present: boolean;
  })[];
  /** Those that may be in the store although nobody knows that they were kept. */
  readonly lastingChanges: readonly RecordedLastingChange[];
}

/** An adapter that is there without values that were kept for it. */
export interface LostSettings {
  readonly luid: Luid;
  /** When the newest of them was kept; milliseconds of the wall clock, for display only. */
  readonly keptAt: number;
  /** Whether it was seen to come back without them; otherwise they were different at the start. */
  readonly cameBack: boolean;
  /** What sets them again. */
  readonly operations: readonly Operation[];
}

/** Whether changes can be made here, and how consent is asked for. */
export type Permission =
  | { readonly kind: 'direct' }
  /** `needsPassword`: the account that runs the app is no administrator's, or has to prove that it is. */
  | {
      readonly kind: 'prompt';
      readonly prompt: 'uac' | 'pkexec';
      readonly needsPassword: boolean;
    }
  | {
      readonly kind: 'read-only';
      readonly reason:
        | 'folder-writable-by-others'
        | 'helper-missing'
        | 'no-pkexec'
        | 'policy'
        | 'journal-held'
        | 'journal-unusable';
      /** The folder or file the reason is about; empty where it is about none. */
      readonly detail: string;
      /** What the system said, for whoever copies the details. */
      readonly technical?: string;
    };
