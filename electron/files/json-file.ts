// SPDX-License-Identifier: MIT
// Reads files that somebody else may have written or damaged.

import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { DataFolder } from './data-folder';

/** Why a file gave no value. */
export type JsonFileDefect = 'missing' | 'unreadable' | 'too-large' | 'not-json';

export type JsonFileContent = { readonly value: unknown } | { readonly defect: JsonFileDefect };

export type TextFileContent = { readonly text: string } | { readonly defect: JsonFileDefect };

/** A key that names every object's prototype has no business in a file of ours. */
function refusePrototypeKey(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new SyntaxError('A key would name a prototype');
  return value;
}

/** The value that a text of somebody else's holds. */
export function parseJson(
  text: string,
): { readonly value: unknown } | { readonly defect: 'not-json' } {
  try {
    return { value: JSON.parse(text, refusePrototypeKey) as unknown };
  } catch {
    return { defect: 'not-json' };
  }
}

function textOf(bytes: Uint8Array): TextFileContent {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { defect: 'not-json' };
  }
}

const valueOf = (content: TextFileContent): JsonFileContent =>
  'text' in content ? parseJson(content.text) : content;

async function readUpTo(handle: FileHandle, limit: number): Promise<TextFileContent> {
  const stat = await handle.stat();
  if (!stat.isFile()) return { defect: 'unreadable' };
  if (stat.size > limit) return { defect: 'too-large' };
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(stat.size), 0, stat.size, 0);
  return textOf(buffer.subarray(0, bytesRead));
}

async function readFrom(
  opening: () => Promise<FileHandle>,
  limit: number,
): Promise<TextFileContent> {
  let handle: FileHandle | null = null;
  try {
    handle = await opening();
    return await readUpTo(handle, limit);
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    return { defect: isMissing ? 'missing' : 'unreadable' };
  } finally {
    await handle?.close();
  }
}

// A pipe would let open() wait for a writer; Windows has no such flag and no such files.
const nonBlocking = process.platform === 'win32' ? 0 : constants.O_NONBLOCK;

/**
 * The text in a plain file that the user chose, wherever its links lead, of at most `limit` bytes of UTF-8; or why
 * there is none. Never rejects.
 */
export function readTextFile(file: string, limit: number): Promise<TextFileContent> {
  return readFrom(() => open(file, constants.O_RDONLY | nonBlocking), limit);
}

/** The JSON value of such a file. */
export async function readJsonFile(file: string, limit: number): Promise<JsonFileContent> {
  return valueOf(await readTextFile(file, limit));
}

/** The JSON value of a file in the user's folder, and of no other user's. */
export async function readOwnJson(
  folder: DataFolder,
  name: string,
  limit: number,
): Promise<JsonFileContent> {
  const open = async () => (await folder.open()).openFile(name, constants.O_RDONLY);
  return valueOf(await readFrom(open, limit));
}
