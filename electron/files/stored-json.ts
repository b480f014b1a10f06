// SPDX-License-Identifier: MIT
// A value that outlives a run, in one file that is replaced as a whole.

import { appFailure } from '../base/app-failure';
import { causeText } from '../contract/cause-text';
import type { DataFolder } from './data-folder';
import { readOwnJson } from './json-file';
import type { JsonFileDefect } from './json-file';

export interface StoredJsonOptions<Value, Defect> {
  readonly folder: DataFolder;
  /** The file's name. */
  readonly name: string;
  /** In plain words, for who is told that it could not be stored. */
  readonly title: string;
  /** Bytes. */
  readonly sizeLimit: number;
  /** Takes what the file holds for a value, or says what is wrong with it. */
  readonly decode: (content: unknown) => { readonly value: Value } | { readonly defect: Defect };
}

/** What a file held: a value, nothing, or something else, which was set aside (null: could not be). */
export type LoadedJson<Value, Defect> =
  | { readonly value: Value }
  | {
      readonly defect: Defect | Exclude<JsonFileDefect, 'missing'>;
      readonly setAside: string | null;
    }
  | null;

/** One file. Reads and writes are done in the order they are asked for. */
export class StoredJson<Value, Defect extends string> {
  readonly #options: StoredJsonOptions<Value, Defect>;
  #queue: Promise<unknown> = Promise.resolve();
  /** It holds what cannot be used and could not be moved: it is not written over. */
  #isStuck = false;

  constructor(options: StoredJsonOptions<Value, Defect>) {
    this.#options = options;
  }

  /** What was stored last. Never rejects. */
  load(): Promise<LoadedJson<Value, Defect>> {
    return this.#inTurn(() => this.#read());
  }

  /**
   * Stores a value in place of the one before.
   * @throws {AppFailure} when it could not be stored; the one of before is still there then.
   */
  store(content: unknown): Promise<void> {
    return this.#inTurn(() => this.#write(content));
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #read(): Promise<LoadedJson<Value, Defect>> {
    const { folder, name, sizeLimit, decode } = this.#options;
    const content = await readOwnJson(folder, name, sizeLimit);
    if ('defect' in content) {
      const { defect } = content;
      return defect === 'missing' ? null : { defect, setAside: await this.#setAside() };
    }
    const decoded = decode(content.value);
    return 'value' in decoded ? decoded : { ...decoded, setAside: await this.#setAside() };
  }

  async #setAside(): Promise<string | null> {
    const { folder, name } = this.#options;
    const place = `${name}.set-aside-${Date.now()}`;
    // A folder that cannot be opened keeps nothing: storing tells why.
    const opened = await folder.open().catch(() => null);
    if (!opened) return null;
    try {
      await opened.rename(name, place);
      return folder.pathOf(place);
    } catch {
      this.#isStuck = true;
      return null;
    }
  }

  async #write(content: unknown): Promise<void> {
    const { folder, name, title } = this.#options;
    if (this.#isStuck) {
      throw appFailure(
        'internal',
        `${folder.pathOf(name)} can be neither read nor moved, so it stays.`,
      );
    }
    try {
      await (await folder.open()).replace(name, JSON.stringify(content));
    } catch (cause) {
      const why = causeText(cause);
      throw appFailure(
        'internal',
        `${title} could not be stored in ${folder.pathOf(name)}. ${why}`,
      );
    }
  }
}
