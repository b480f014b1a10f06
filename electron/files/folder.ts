// SPDX-License-Identifier: MIT
// A folder that is opened once and then worked in by its descriptor: where its name leads to later, and what links
// somebody lays into it, is all the same. Windows has no such call in Node; there the path is used, after a look.

import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  openSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { lstat, open, readdir, rename, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';

const isWindows = process.platform === 'win32';

const ownerOnly = 0o600;

// Not defined on Windows, where a look after opening answers for it. A pipe would let open() wait for a writer.
const plainOnly = isWindows ? 0 : constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** A name that nobody can have laid something under before. */
const draftOf = (name: string) => `.${name}.${randomBytes(8).toString('hex')}.new`;
const draftPattern = /^\..+\.[0-9a-f]{16}\.new$/;
const draftFlags = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | plainOnly;

/** A draft this old belongs to a program that has died. Milliseconds. */
const draftLife = 60 * 60_000;

/** What tells files apart. */
export type Statable = Pick<FileHandle, 'stat'>;

async function assertSameFile(one: Statable, other: Statable): Promise<void> {
  const [a, b] = [await one.stat({ bigint: true }), await other.stat({ bigint: true })];
  if (a.ino !== b.ino || a.dev !== b.dev) throw new Error('It was replaced while it was open.');
}

/** A file that does not have its name yet. Whoever begins one commits or discards it. */
export interface Draft {
  readonly handle: FileHandle;
  /** Puts it in the place of what has the name; durable when this resolves. The handle stays open. */
  commit(): Promise<void>;
  /** Closes the handle and leaves nothing behind. */
  discard(): Promise<void>;
}

/** An open folder. */
export class Folder {
  /** For people. */
  readonly path: string;
  /** Null on Windows. */
  readonly #handle: FileHandle | null;

  private constructor(folder: string, handle: FileHandle | null) {
    this.path = folder;
    this.#handle = handle;
  }

  /** Opens a folder that is there; with `noLink` one whose own name is no link. Rejects with what the system says. */
  static async open(folder: string, { noLink }: { readonly noLink: boolean }): Promise<Folder> {
    if (!isWindows) {
      const { O_RDONLY, O_DIRECTORY, O_NOFOLLOW } = constants;
      const flags = O_RDONLY | O_DIRECTORY | (noLink ? O_NOFOLLOW : 0);
      return new Folder(folder, await open(folder, flags));
    }
    if (noLink && !(await lstat(folder)).isDirectory()) throw new Error(`${folder} is no folder`);
    return new Folder(folder, null);
  }

  /** Who owns it, and who may do what; null on Windows, where other things tell that. */
  async status(): Promise<{ readonly uid: number; readonly mode: number } | null> {
    return (await this.#handle?.stat()) ?? null;
  }

  /** Lets nobody but its owner in. */
  async makePrivate(): Promise<void> {
    await this.#handle?.chmod(0o700);
  }

  /** The path of a file in it, for people. */
  pathOf(name: string): string {
    return path.join(this.path, name);
  }

  /**
   * Opens a plain file of this user; `flags` are those of open(2). Rejects for anything else that has the name, links
   * included.
   */
  async openFile(name: string, flags: number): Promise<FileHandle> {
    const handle = await this.#named(() => open(this.#at(name), flags | plainOnly, ownerOnly));
    try {
      const opened = await handle.stat();
      const isPlain = opened.isFile() && (!isWindows || (await lstat(this.#at(name))).isFile());
      if (!isPlain) throw new Error(`${this.pathOf(name)} is not a plain file`);
      if (opened.uid !== (process.geteuid?.() ?? opened.uid)) {
        throw new Error(`${this.pathOf(name)} belongs to another user`);
      }
      return handle;
    } catch (cause) {
      await handle.close();
      throw cause;
    }
  }

  /** Begins a file that is to get this name. */
  async startDraft(name: string, moreFlags = 0): Promise<Draft> {
    const draft = this.#at(draftOf(name));
    const handle = await this.#named(() => open(draft, draftFlags | moreFlags, ownerOnly));
    return {
      handle,
      commit: async () => {
        await this.#named(() => rename(draft, this.#at(name)));
        await this.sync();
      },
      discard: async () => {
        await handle.close();
        await unlink(draft).catch(() => undefined);
      },
    };
  }

  /** Replaces a file: whatever happens, it holds either all of the old content or all of the new, on disk. */
  async replace(name: string, content: string | AsyncIterable<Uint8Array>): Promise<void> {
    const draft = await this.startDraft(name);
    try {
      for await (const part of typeof content === 'string' ? [content] : content) {
        await this.#named(() => draft.handle.writeFile(part));
      }
      await this.#named(() => draft.handle.sync());
      await draft.commit();
    } catch (cause) {
      await draft.discard();
      throw cause;
    }
    await draft.handle.close();
  }

  /** The same without waiting for anything, the disk included: for what a window leaves as it goes. */
  replaceNow(name: string, content: string): void {
    const draft = this.#at(draftOf(name));
    const descriptor = openSync(draft, draftFlags, ownerOnly);
    try {
      writeSync(descriptor, content);
      renameSync(draft, this.#at(name));
    } catch (cause) {
      unlinkSync(draft);
      throw cause;
    } finally {
      closeSync(descriptor);
    }
  }

  /**
   * Opens a new file in the place of what has the name, which is called `before` from now on, and answers the
   * descriptor. As {@link replaceNow} it waits for nothing.
   */
  beginAnewNow(name: string, before: string): number {
    const draft = this.#at(draftOf(name));
    const descriptor = openSync(draft, draftFlags | constants.O_APPEND, ownerOnly);
    try {
      // Somebody may have removed it meanwhile.
      if (existsSync(this.#at(name))) renameSync(this.#at(name), this.#at(before));
      renameSync(draft, this.#at(name));
      return descriptor;
    } catch (cause) {
      unlinkSync(draft);
      closeSync(descriptor);
      throw cause;
    }
  }

  /** Gives a file another name. */
  async rename(from: string, to: string): Promise<void> {
    await this.#named(() => rename(this.#at(from), this.#at(to)));
  }

  /** Shortens a file that is open by another handle as `opened`; on disk when this resolves. */
  async shorten(name: string, opened: Statable, length: number): Promise<void> {
    const handle = await this.openFile(name, constants.O_RDWR);
    try {
      await assertSameFile(handle, opened);
      await handle.truncate(length);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  /** Whether who asks for this path anew gets the file that is open. */
  async leadsTo(name: string, opened: Statable): Promise<boolean> {
    const file = await opened.stat({ bigint: true });
    const named = await lstat(this.pathOf(name), { bigint: true }).catch(() => null);
    return named !== null && named.ino === file.ino && named.dev === file.dev;
  }

  /** Makes new names in it durable. Windows has no such call and needs none for NTFS. */
  async sync(): Promise<void> {
    await this.#handle?.sync();
  }

  /** Removes what programs that died while they wrote left behind. */
  async removeOldDrafts(): Promise<void> {
    for (const name of await readdir(this.#at('.'))) {
      if (!draftPattern.test(name)) continue;
      const { mtimeMs } = await lstat(this.#at(name));
      if (Date.now() - mtimeMs > draftLife) await unlink(this.#at(name));
    }
  }

  async close(): Promise<void> {
    await this.#handle?.close();
  }

  /** Where the system finds a name of this folder. */
  #at(name: string): string {
    if (path.basename(name) !== name) throw new RangeError(`${name} is no name in a folder`);
    return path.join(this.#handle ? `/proc/self/fd/${this.#handle.fd}` : this.path, name);
  }

  /** People know no descriptors: an error names the path. */
  async #named<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof Error) || !this.#handle) throw cause;
      cause.message = cause.message.replaceAll(`/proc/self/fd/${this.#handle.fd}`, this.path);
      throw cause;
    }
  }
}
