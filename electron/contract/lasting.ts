// SPDX-License-Identifier: MIT
// Lasting settings: values that are set again whenever their adapter comes back (docs/lasting-settings.md).

import type { AppError } from './errors';
import type { Family } from './family';
import type { FieldName } from './fields';
import type { FieldKey } from './operation';
import type { Refusal } from './refusals';
import type { Luid } from './snapshot';

/** The most lasting settings there may be, and the most changes of them in one plan. */
export const maxLastingSettings = 1024;

/** How long the values of a plan are to stay; the first is how it always was. */
export const lastingChoices = ['until-reconnect', 'always'] as const;
export type LastingChoice = (typeof lastingChoices)[number];

/** A value that a person was shown, and wants to last. */
export interface ShownValue extends FieldKey {
  readonly value: number;
}

/** Lead one lasting setting from `expected` to `value`; null: there is none. */
export interface LastingChange {
  /** The setting's id, 32 hexadecimal digits. */
  readonly id: string;
  /** The adapter's name in the setting. */
  readonly alias: string;
  /** Null where no value is to last. */
  readonly luid: Luid | null;
  readonly family: Family;
  readonly field: FieldName;
  readonly expected: number | null;
  readonly value: number | null;
}

/** A lasting change of a transaction, compared with what lasts now. */
export interface RecordedLastingChange {
  readonly change: LastingChange;
  /** Whether what lasts is still what it made. */
  readonly stillChanged: boolean;
  /** Whether it can be taken back: where a value would have to last again, its adapter is there with that value. */
  readonly present: boolean;
}

/** How a setting stands with its adapter. */
export type LastingState =
  | 'absent'
  | 'arriving'
  | 'held'
  /** It may not be set here now; `refusal` says why. */
  | 'refused'
  | 'failed'
  /** Somebody set it back each time. */
  | 'given-up'
  /** Somebody changed it while the adapter stayed; it is set again when the adapter comes back. */
  | 'changed'
  /** Two adapters fit. */
  | 'ambiguous'
  /** The keeper does not run, or has not said yet. */
  | 'unknown';

/** What the keeper says of one setting. */
export interface LastingStatus {
  readonly state: LastingState;
  /** When it was last set again; milliseconds of the wall clock, for display only. Null: never. */
  readonly setAgainAt: number | null;
  /** How often since the keeper started. */
  readonly timesSet: number;
  /** The value found last. */
  readonly live: number | null;
  readonly refusal?: Refusal;
  readonly error?: AppError;
}

/** A value of one field, for one adapter and family, that is set again whenever that adapter comes back. */
export interface LastingSetting {
  /** 32 hexadecimal digits. */
  readonly id: string;
  /** What the adapter was called when the setting was made. */
  readonly alias: string;
  /** IANA ifType. */
  readonly type: number;
  /** Empty where the system has none that lasts. */
  readonly guid: string;
  /** The adapter it means now; null where none is there, or two fit. */
  readonly luid: Luid | null;
  readonly family: Family;
  readonly field: FieldName;
  readonly value: number;
  /** Milliseconds of the wall clock, for display only. */
  readonly madeAt: number;
  /** Who ran the app that made it; may be empty. */
  readonly account: string;
  readonly status: LastingStatus;
}

/** What is the matter with where lasting settings are. Of these, a damaged store alone can be written anew. */
export type LastingProblem = 'damaged' | 'later-version' | 'not-trusted' | 'unreadable';

/** Whether something sets lasting settings again. */
export type KeeperState =
  | 'running'
  | 'not-running'
  /** Nothing can last here: a copy in a folder, or a program that was never installed. */
  | 'not-installed'
  | 'switched-off'
  | 'safe-mode';

/** All lasting settings of the computer. */
export interface LastingSettings {
  /** In the order of the store. */
  readonly settings: readonly LastingSetting[];
  readonly problem: LastingProblem | null;
  readonly keeper: KeeperState;
}
