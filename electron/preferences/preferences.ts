// SPDX-License-Identifier: MIT
// The user's choices about the program, in one file that is replaced as a whole.

import { defaultPreferences } from '../contract/preferences';
import type { LoadedPreferences, Preferences } from '../contract/preferences';
import type { DataFolder } from '../files/data-folder';
import { StoredJson } from '../files/stored-json';
import { preferencesFile, preferencesVersion } from './preferences-schema';

/** Two thousand adapters with long names take about half of it. */
const sizeLimit = 2 * 1024 * 1024;

function hasOtherVersion(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version !== preferencesVersion
  );
}

function decode(content: unknown) {
  if (hasOtherVersion(content)) return { defect: 'other-version' as const };
  const preferences = preferencesFile.safeParse(content).data;
  return preferences ? { value: preferences } : { defect: 'not-preferences' as const };
}

/** The preferences of one stack. */
export class PreferencesStore {
  readonly #file;
  readonly #changed: (preferences: Preferences) => void;
  #current: Preferences = defaultPreferences;
  #loading: Promise<LoadedPreferences['trouble']> | null = null;

  /** `changed` hears of every change at once, before it is on disk. */
  constructor(folder: DataFolder, changed: (preferences: Preferences) => void) {
    this.#changed = changed;
    this.#file = new StoredJson({
      folder,
      name: 'preferences.json',
      title: 'The choices',
      sizeLimit,
      decode,
    });
  }

  /** Those of this moment; the defaults until they were loaded. */
  get current(): Preferences {
    return this.#current;
  }

  /** The preferences; the defaults where there is no file, or one that cannot be used, which is set aside. */
  async load(): Promise<LoadedPreferences> {
    this.#loading ??= this.#read();
    const trouble = await this.#loading;
    return { preferences: this.#current, trouble };
  }

  /**
   * Replaces some members. They hold for this run at once.
   * @throws {AppFailure} when they could not be stored; the file of before is still there then.
   */
  async store(patch: Partial<Preferences>): Promise<void> {
    await this.load();
    const preferences = { ...this.#current, ...patch };
    this.#current = preferences;
    this.#changed(preferences);
    return this.#file.store({ version: preferencesVersion, preferences });
  }

  async #read(): Promise<LoadedPreferences['trouble']> {
    const loaded = await this.#file.load();
    if (loaded && 'defect' in loaded) return loaded;
    if (loaded) this.#current = loaded.value;
    return null;
  }
}
