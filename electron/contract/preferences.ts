// SPDX-License-Identifier: MIT
// What the user chose about the program itself and is kept between runs. It holds nothing of the network's.

import type { AdapterKind } from './adapter-kind';
import type { Deadline } from './changes';
import { languages } from './languages.generated';
import type { LastingChoice } from './lasting';
import type { Adapter } from './snapshot';

/**
 * Names an adapter beyond its life: its GUID, or where it has none (Linux) its type, hardware address and
 * name. A LUID does not last, because Linux makes it of an index that the next link may get.
 */
export type AdapterIdentity = string;

/** Columns of the interface table, in order of survival in a narrow window. */
export const interfaceColumnIds = [
  'adapter',
  'family',
  'traffic',
  'metric',
  'changes',
  'state',
  'mtu',
  'addresses',
] as const;

export type InterfaceColumnId = (typeof interfaceColumnIds)[number];

/** How the interface table is shown. */
export interface InterfaceTablePreferences {
  /** Columns that the user showed or hid; the others depend on the window's width. */
  readonly columns: Readonly<Partial<Record<InterfaceColumnId, boolean>>>;
  readonly sort: { readonly column: InterfaceColumnId; readonly descending: boolean };
}

/** Light, dark, or what the system says. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** That of the system where there is a catalogue for it, or the one that was chosen. */
export const languageChoices = ['system', ...languages] as const;
export type LanguageChoice = (typeof languageChoices)[number];

/** What the system's notifications tell while the window is not looked at. */
export const notificationChoices = ['off', 'important'] as const;
export type NotificationChoice = (typeof notificationChoices)[number];

export interface Preferences {
  /** Kinds of adapters that the user corrected; all others are recognised. */
  readonly adapterKinds: Readonly<Record<AdapterIdentity, AdapterKind>>;
  /** Adapters for which a lost setting is no longer reported. */
  readonly remindersOff: readonly AdapterIdentity[];
  /** How long changes of such an adapter were to stay, by the last answer of the user. */
  readonly lasting: Readonly<Partial<Record<AdapterKind, LastingChoice>>>;
  readonly interfaceTable: InterfaceTablePreferences;
  readonly theme: Theme;
  readonly language: LanguageChoice;
  /** What a review preselects; in a remote session see `preselectedDeadline`. */
  readonly deadline: Deadline;
  readonly notifications: NotificationChoice;
  /** Whether the first page's word about which choice support means was put away, or a choice was ever used. */
  readonly isSplitHintDismissed: boolean;
}

export const defaultPreferences: Preferences = {
  adapterKinds: {},
  remindersOff: [],
  lasting: {},
  interfaceTable: { columns: {}, sort: { column: 'adapter', descending: false } },
  theme: 'system',
  language: 'system',
  deadline: 60,
  notifications: 'important',
  isSplitHintDismissed: false,
};

/** Why a file of preferences was not used. */
export type PreferencesDefect =
  'unreadable' | 'too-large' | 'not-json' | 'other-version' | 'not-preferences';

/** The preferences of this run. */
export interface LoadedPreferences {
  readonly preferences: Preferences;
  /** Why these are the defaults although there was a file; null when all is well. */
  readonly trouble: {
    readonly defect: PreferencesDefect;
    /** Where the file was put, or null when it could not be moved; then it stays and nothing is stored. */
    readonly setAside: string | null;
  } | null;
}

/** The identity of an adapter. */
export function adapterIdentity(
  adapter: Pick<Adapter, 'guid' | 'type' | 'physicalAddress' | 'alias'>,
): AdapterIdentity {
  if (adapter.guid !== '') return adapter.guid.toUpperCase();
  return `${adapter.type} ${adapter.physicalAddress || '-'} ${adapter.alias}`;
}

/** The kind of an adapter: the one the user gave it, or the one that is recognised. */
export function knownKind(adapter: Adapter, kinds: Preferences['adapterKinds']): AdapterKind {
  return kinds[adapterIdentity(adapter)] ?? adapter.kind;
}
