// SPDX-License-Identifier: MIT
// Edits that are not applied yet, kept so that they outlive a crash.

import type { StoredEdit } from '../contract/ipc-schema';
import type { DataFolder } from '../files/data-folder';
import { StoredJson } from '../files/stored-json';
import { storedEdits } from '../ipc/payloads';

/** As many edits as one transaction takes are a quarter of it. */
const sizeLimit = 1024 * 1024;

function decode(content: unknown) {
  const edits = storedEdits.safeParse(content).data;
  return edits ? { value: edits } : { defect: 'not-edits' as const };
}

/** The edits of one stack, in one file that is replaced as a whole. */
export class StoredEdits {
  readonly #file;

  constructor(folder: DataFolder) {
    this.#file = new StoredJson({
      folder,
      name: 'edits.json',
      title: 'The edits',
      sizeLimit,
      decode,
    });
  }

  /** The edits stored last; none when there are none. A file that holds something else is set aside. */
  async load(): Promise<readonly StoredEdit[]> {
    const loaded = await this.#file.load();
    return loaded && 'value' in loaded ? loaded.value : [];
  }

  /**
   * Stores edits in place of the ones before, in the order of the calls.
   * @throws {AppFailure} when they could not be stored; those of before are still there then.
   */
  store(edits: readonly StoredEdit[]): Promise<void> {
    return this.#file.store(edits);
  }
}
