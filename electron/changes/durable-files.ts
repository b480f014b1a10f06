// SPDX-License-Identifier: MIT
// Files that must be on disk, or not be there at all, when the power fails.

import { constants } from 'node:fs';
import { lstat, mkdir, open, rename } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { holdFile } from '../native/file-hold';

const ownerOnly = 0o600;

/** Makes a folder's new entries durable. Windows has no such call and needs none for NTFS. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder that only this user reads, if it is not there. */
export async function provideFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

// Not defined on Windows, where the looks after opening answer for it.
const noFollow = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Opens a file for reading and appending, making it if needed. Throws for anything but a plain file, links included. */
export async function openForAppending(file: string): Promise<FileHandle> {
  const { O_RDWR, O_APPEND, O_CREAT } = constants;
  const handle = await open(file, O_RDWR | O_APPEND | O_CREAT | noFollow, ownerOnly);
  try {
    const [opened, named] = [await handle.stat(), await lstat(file)];
    if (opened.isFile() && named.isFile()) return handle;
    throw new Error(`${file} is not a plain file`);
  } catch (cause) {
    await handle.close();
    throw cause;
  }
}

/** UV_FS_O_EXLOCK (libuv): until the file is closed Windows lets nobody else open it. Node has no name for it. */
const shareWithNobody = 0x1000_0000;

const heldElsewhere = 'Interface Panel or its restore command is open. Close it first.';

async function openUnshared(file: string): Promise<FileHandle> {
  try {
    return await open(file, constants.O_RDWR | constants.O_CREAT | shareWithNobody, ownerOnly);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EBUSY') throw cause;
    throw new Error(heldElsewhere, { cause });
  }
}

/**
 * Holds an open file for this process alone, until it is closed or the process ends, however it does: on Linux by the
 * file's own lock, on Windows by a file beside it, which is returned to be closed with it. Throws when another process
 * holds it.
 */
export async function holdAlone(handle: FileHandle, file: string): Promise<FileHandle | null> {
  if (process.platform === 'win32') return openUnshared(`${file}.lock`);
  if (!holdFile(handle.fd)) throw new Error(heldElsewhere);
  return null;
}

/** What tells files apart. */
type Statable = Pick<FileHandle, 'stat'>;

/** Whether an open file is still the one that its name leads to. */
export async function isStillNamed(handle: Statable, file: string): Promise<boolean> {
  const opened = await handle.stat({ bigint: true });
  const named = await lstat(file, { bigint: true }).catch(() => null);
  return named !== null && named.ino === opened.ino && named.dev === opened.dev;
}

async function assertSameFile(one: Statable, other: Statable): Promise<void> {
  const [a, b] = [await one.stat({ bigint: true }), await other.stat({ bigint: true })];
  if (a.ino !== b.ino || a.dev !== b.dev) throw new Error('It was replaced while it was open.');
}

/**
 * Shortens a file that is open for appending; on disk when this resolves. By a handle of its own: Windows refuses it
 * to one that only appends (libuv asks for no right to write elsewhere). Throws when the name leads to another file.
 */
export async function shortenDurably(
  appending: Statable,
  file: string,
  length: number,
): Promise<void> {
  const handle = await open(file, constants.O_RDWR | noFollow);
  try {
    await assertSameFile(handle, appending);
    await handle.truncate(length);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a whole file that is on disk when this resolves. */
export async function writeDurably(file: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(file, 'w', ownerOnly);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Replaces a file: whatever happens, it holds either all of the old content or all of the new. */
export async function replaceDurably(file: string, content: string): Promise<void> {
  const draft = `${file}.new`;
  await writeDurably(draft, content);
  await rename(draft, file);
  await syncFolder(path.dirname(file));
}
