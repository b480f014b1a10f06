// SPDX-License-Identifier: MIT
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { holdFile } from '../native/file-hold';

/** UV_FS_O_EXLOCK (libuv): until the file is closed Windows lets nobody else open it. Node has no name for it. */
const shareWithNobody = 0x1000_0000;

/** Another process holds the file. */
export class HeldElsewhere extends Error {
  constructor(cause?: unknown) {
    super('Interface Panel or its command line is open. Close it first.', { cause });
    this.name = 'HeldElsewhere';
  }
}

async function openUnshared(file: string): Promise<FileHandle> {
  try {
    return await open(file, constants.O_RDWR | constants.O_CREAT | shareWithNobody, 0o600);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EBUSY') throw cause;
    throw new HeldElsewhere(cause);
  }
}

/**
 * Holds an open file for this process alone, until it is closed or the process ends, however it does: on Linux by the
 * file's own lock, on Windows by a file beside it, which is returned to be closed with it.
 * @throws {HeldElsewhere} when another process holds it.
 */
export async function holdAlone(handle: FileHandle, file: string): Promise<FileHandle | null> {
  if (process.platform === 'win32') return openUnshared(`${file}.lock`);
  if (!holdFile(handle.fd)) throw new HeldElsewhere();
  return null;
}
