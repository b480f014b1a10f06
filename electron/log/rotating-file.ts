// SPDX-License-Identifier: MIT
// A file that is written to until it is full, and the one before it: each at most as long as allowed.

import { appendFileSync, closeSync, constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { Folder } from '../files/folder';

const appending = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND;

const ownerOnly = 0o600;

/** What the file before is called: that of "log.jsonl" is "log.old.jsonl". */
export const nameBefore = (name: string): string => name.replace(/(\.[^.]*)?$/, '.old$1');

/** It stays open, so that nothing that is laid at its name later gets anything. */
export class RotatingFile {
  readonly #folder: Folder;
  readonly #name: string;
  readonly #limit: number;
  #descriptor: number;
  #size: number;
  #close: () => void | Promise<void>;

  private constructor(
    folder: Folder,
    name: string,
    limit: number,
    { handle, size }: { readonly handle: FileHandle; readonly size: number },
  ) {
    this.#folder = folder;
    this.#name = name;
    this.#limit = limit;
    this.#descriptor = handle.fd;
    this.#size = size;
    this.#close = () => handle.close();
  }

  /** Goes on with the file, or makes it. `limit` is in bytes. Rejects for anything but a plain file of this user. */
  static async open(folder: Folder, name: string, limit: number): Promise<RotatingFile> {
    const handle = await folder.openFile(name, appending);
    try {
      await handle.chmod(ownerOnly);
      const { size } = await handle.stat();
      return new RotatingFile(folder, name, limit, { handle, size });
    } catch (cause) {
      await handle.close();
      throw cause;
    }
  }

  /** Writes at once: the system has it when this returns, whatever becomes of this process. */
  write(text: string): void {
    const bytes = Buffer.from(text);
    if (this.#size + bytes.length > this.#limit) this.#beginAnew();
    this.#size += bytes.length;
    appendFileSync(this.#descriptor, bytes);
  }

  async close(): Promise<void> {
    await this.#close();
  }

  #beginAnew(): void {
    const descriptor = this.#folder.beginAnewNow(this.#name, nameBefore(this.#name));
    void this.#close();
    this.#descriptor = descriptor;
    this.#size = 0;
    this.#close = () => {
      closeSync(descriptor);
    };
  }
}
