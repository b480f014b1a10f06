// SPDX-License-Identifier: MIT
// Edits that are not applied yet, kept so that they outlive a crash.

import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import type { StoredEdit } from '../contract/ipc-schema';
import { appFailure } from '../ipc/app-failure';
import { storedEdits } from '../ipc/payloads';
import { provideFolder, replaceDurably } from './durable-files';

const fileName = 'edits.json';

function decode(text: string): readonly StoredEdit[] | null {
  try {
    return storedEdits.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cause;
  }
}

/** The edits of one stack, in one file that is replaced as a whole. */
export class Edits {
  readonly #folder: string;
  readonly #file: string;
  #queue: Promise<void> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = folder;
    this.#file = path.join(folder, fileName);
  }

  /** The edits stored last; none when there are none. A file that holds something else is put aside. */
  async load(): Promise<readonly StoredEdit[]> {
    await this.#queue;
    const text = await readIfThere(this.#file);
    if (text === null) return [];
    const edits = decode(text);
    if (edits) return edits;
    await rename(this.#file, `${this.#file}.damaged`);
    return [];
  }

  /**
   * Stores edits in place of the ones before, in the order of the calls.
   * @throws {AppFailure} when they could not be stored; those of before are still there then.
   */
  store(edits: readonly StoredEdit[]): Promise<void> {
    const stored = this.#queue.then(() => this.#write(edits));
    this.#queue = stored.catch(() => undefined);
    return stored;
  }

  async #write(edits: readonly StoredEdit[]): Promise<void> {
    try {
      await provideFolder(this.#folder);
      await replaceDurably(this.#file, JSON.stringify(edits));
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw appFailure('internal', `The edits could not be stored in ${this.#file}. ${why}`);
    }
  }
}
