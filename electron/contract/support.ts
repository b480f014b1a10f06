// SPDX-License-Identifier: MIT
// What a support technician takes along or brings: reports, and saved sets of edits.

import type { PlanRequest } from './changes';
import type { Family, StackName } from './family';
import type { FieldName, FieldRange } from './fields';
import type { Intent } from './intent';
import type { Refusal } from './refusals';
import type { FieldValue, IpInterfaceKey, Luid } from './snapshot';

/** What to write into a report; where, the user is asked by main. */
export interface ReportRequest {
  /** null: everything; otherwise these IP interfaces with what belongs to their adapters. */
  readonly scope: readonly IpInterfaceKey[] | null;
  readonly format: 'json' | 'html';
  /** Names, addresses, GUIDs and hardware addresses are replaced, the same value by the same mask. */
  readonly isMasked: boolean;
}

/** Edits for somebody else to open; at least one. */
export type EditsToSave = Pick<PlanRequest, 'operations' | 'intent'>;

/** A file that was written; only its name crosses the border. */
export interface SavedFile {
  readonly name: string;
  /** What the folder is called that it is in. */
  readonly folder: string;
}

/** Why a file can't be opened. */
export type SavedSetDefect =
  | 'unreadable'
  | 'too-large'
  /** Several files at once. */
  | 'several'
  | 'not-json'
  /** Something else than edits or a report. */
  | 'not-a-set'
  | 'other-version'
  /** Members that this version does not know: their meaning would be lost. */
  | 'unknown-members';

/** The largest file that is opened, in bytes: a report of a computer with thousands of interfaces. */
export const maxOpenedBytes = 16 * 1024 * 1024;

/** What the files of saved sets end with, without the dot; the packages register it with the system. */
export const fileExtension = 'interfacepanel';

/** The longest name that a file has on any system. */
export const maxFileName = 1024;

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

/** The VPN that a saved set is about. */
export interface SavedVpn {
  /** As it was called where the set was saved. */
  readonly name: string;
  /** Here; null: it is not there. */
  readonly luid: Luid | null;
}

/** A saved set that was opened; nothing is edited yet. */
export interface OpenedSet {
  readonly kind: 'opened';
  /** Names it when it is asked again how it fits. */
  readonly id: number;
  readonly name: string;
  readonly computer: string;
  readonly isOtherComputer: boolean;
  /** ISO 8601. */
  readonly savedAt: string;
  /** What was meant by the edits; null: they say it all themselves, or are something else. */
  readonly intent: Intent<SavedVpn> | null;
  readonly edits: readonly SavedEdit[];
}

/** A field that has another value in a report than here. */
export interface Difference {
  /** The adapter's name here. */
  readonly adapter: string;
  readonly family: Family;
  readonly field: FieldName;
  readonly there: FieldValue;
  readonly here: FieldValue;
  /** What becomes of the value there as an edit here. */
  readonly fit: SavedEditFit;
}

/** A report beside this computer. */
export interface Comparison {
  readonly kind: 'compared';
  readonly name: string;
  readonly computer: string;
  readonly isOtherComputer: boolean;
  /** ISO 8601. */
  readonly savedAt: string;
  /** What the report shows; values may be called otherwise there. */
  readonly stack: StackName;
  /** Its names are masks, so that hardly any adapter is found here. */
  readonly isMasked: boolean;
  /** Those that can become edits first. */
  readonly differences: readonly Difference[];
  /** How many more there are. */
  readonly more: number;
  /** Adapters that only one side has, and those for which several here could be meant. */
  readonly onlyThere: readonly string[];
  readonly onlyHere: readonly string[];
  readonly unclear: readonly string[];
}

/** What came of opening a file; null: there is none. */
export type OpenResult =
  | OpenedSet
  | Comparison
  | { readonly kind: 'unusable'; readonly name: string; readonly defect: SavedSetDefect }
  | null;
