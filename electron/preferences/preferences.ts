// SPDX-License-Identifier: MIT
// The user's choices about the program, in one file that is replaced as a whole.

import { rename } from 'node:fs/promises';
import path from 'node:path';
import { provideFolder, replaceDurably } from '../changes/durable-files';
import { defaultPreferences } from '../contract/preferences';
import type { LoadedPreferences, Preferences, PreferencesDefect } from '../contract/preferences';
import { appFailure } from '../ipc/app-failure';
import { readJsonFile } from '../ipc/json-file';
import { preferencesFile, preferencesVersion } from './preferences-schema';

const fileName = 'preferences.json';

/** Two thousand adapters with long names take about half of it. */
const sizeLimit = 2 * 1024 * 1024;

type Decoded = { readonly preferences: Preferences } | { readonly defect: PreferencesDefect };

function hasOtherVersion(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version !== preferencesVersion
  );
}

async function read(file: string): Promise<Decoded> {
  const content = await readJsonFile(file, sizeLimit);
  if ('defect' in content) {
    const { defect } = content;
    return defect === 'missing' ? { preferences: defaultPreferences } : { defect };
  }
  if (hasOtherVersion(content.value)) return { defect: 'other-version' };
  const preferences = preferencesFile.safeParse(content.value).data;
  return preferences ? { preferences } : { defect: 'not-preferences' };
}

async function setAside(file: string): Promise<string | null> {
  const place = `${file}.set-aside-${Date.now()}`;
  try {
    await rename(file, place);
    return place;
  } catch {
    return null;
  }
}

/** The preferences of one stack. */
export class PreferencesStore {
  readonly #folder: string;
  readonly #file: string;
  readonly #changed: (preferences: Preferences) => void;
  #current: Preferences = defaultPreferences;
  #loading: Promise<LoadedPreferences['trouble']> | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  /** `changed` hears of every change at once, before it is on disk. */
  constructor(folder: string, changed: (preferences: Preferences) => void) {
    this.#folder = folder;
    this.#file = path.join(folder, fileName);
    this.#changed = changed;
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
    const { trouble } = await this.load();
    const preferences = { ...this.#current, ...patch };
    this.#current = preferences;
    this.#changed(preferences);
    const stored = this.#queue.then(() => this.#write(preferences, trouble));
    this.#queue = stored.catch(() => undefined);
    return stored;
  }

  async #read(): Promise<LoadedPreferences['trouble']> {
    const content = await read(this.#file);
    if ('defect' in content) {
      return { defect: content.defect, setAside: await setAside(this.#file) };
    }
    this.#current = content.preferences;
    return null;
  }

  async #write(preferences: Preferences, trouble: LoadedPreferences['trouble']): Promise<void> {
    if (trouble?.setAside === null) {
      throw appFailure('internal', `${this.#file} can be neither read nor moved, so it stays.`);
    }
    try {
      await provideFolder(this.#folder);
      const content = { version: preferencesVersion, preferences };
      await replaceDurably(this.#file, JSON.stringify(content));
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw appFailure('internal', `The choices could not be stored in ${this.#file}. ${why}`);
    }
  }
}
