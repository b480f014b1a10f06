// SPDX-License-Identifier: MIT
// What a support technician takes along or brings: reports, and saved sets of edits.

import type { Family } from './family';
import type { FieldName, FieldRange } from './fields';
import type { Refusal } from './refusals';
import type { IpInterfaceKey, Luid } from './snapshot';

/** What to write into a report; where, the user is asked by main. */
export interface ReportRequest {
  /** null: everything; otherwise these IP interfaces with what belongs to their adapters. */
  readonly scope: readonly IpInterfaceKey[] | null;
  readonly format: 'json' | 'html';
  /** Names, addresses, GUIDs and hardware addresses are replaced, the same value by the same mask. */
  readonly isMasked: boolean;
}

/** A file that was written; only its name crosses the border. */
export interface SavedFile {
  readonly name: string;
}

/** Why a file is not a saved set that can be opened. */
export type SavedSetDefect =
  | 'unreadable'
  | 'too-large'
  | 'not-json'
  /** JSON of something else. */
  | 'not-a-set'
  | 'other-version'
  /** Members that this version does not know: their meaning would be lost. */
  | 'unknown-members';

/** How an edit of a saved set fits this computer. */
export type SavedEditFit =
  | { readonly kind: 'fits'; readonly luid: Luid; readonly field: FieldName; readonly live: number }
  | { readonly kind: 'already-so'; readonly luid: Luid }
  | { readonly kind: 'adapter-gone' }
  /** Several adapters here could be meant. */
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'family-missing' }
  | { readonly kind: 'unknown-field' }
  /** It cannot be set for this family, or not on this system. */
  | { readonly kind: 'not-settable' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'out-of-range'; readonly range: FieldRange }
  | { readonly kind: 'not-a-choice' };

/** One edit of a saved set, with what is known of it here. */
export interface SavedEdit {
  /** As it was called where it was saved. */
  readonly adapter: string;
  readonly family: Family;
  /** As the file spells it; perhaps of a later version. */
  readonly field: string;
  /** The value where it was saved. */
  readonly expected: number;
  readonly value: number;
  readonly fit: SavedEditFit;
}

/** A saved set that was opened; nothing is edited yet. */
export interface OpenedSet {
  readonly kind: 'opened';
  readonly name: string;
  readonly computer: string;
  readonly isOtherComputer: boolean;
  /** ISO 8601. */
  readonly savedAt: string;
  readonly edits: readonly SavedEdit[];
}

/** What came of opening a saved set; null: the user chose no file. */
export type OpenResult =
  | OpenedSet
  | { readonly kind: 'unusable'; readonly name: string; readonly defect: SavedSetDefect }
  | null;
