// SPDX-License-Identifier: MIT
// The log of main as a file of this user: one line of JSON for each message, with its time (UTC). Loggers such as pino and
// electron-log open a path and follow where that leads, so of these only what turns errors into text is used.

import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { err } from 'pino-std-serializers';
import { thrownText } from '../contract/cause-text';
import { visibleInJson } from '../base/visible-text';
import type { DataFolder } from '../files/data-folder';
import type { Folder } from '../files/folder';
import type { LogEntry, LogSink } from './log';
import { nameBefore, RotatingFile } from './rotating-file';

export const logName = 'log.jsonl';

/** Of each of the two files, in bytes. */
const mostBytes = 512 * 1024;

/** Longer texts are cut, in characters: a cause may quote a whole file. */
const longestText = 4_000;

/** How much of the end is read for a report, in bytes. */
const readBytes = 64 * 1024;

const cut = (text: string) => (text.length > longestText ? `${text.slice(0, longestText)}…` : text);

/** Of an error its name and message, and where it comes from; what else hangs on it may be anything. */
function told(cause: unknown): { readonly text: string; readonly stack?: string } {
  if (!(cause instanceof Error)) return { text: cut(thrownText(cause)) };
  // With those of what caused it.
  const { message, stack } = err(cause);
  return { text: cut(`${cause.name}: ${message}`), stack: cut(stack) };
}

/** One line of JSON, in which everything can be seen. */
function lineOf({ message, cause }: LogEntry): string {
  const time = new Date().toISOString();
  const level = cause === undefined ? 'warn' : 'error';
  const entry = {
    time,
    level,
    msg: cut(message),
    ...(cause !== undefined && { cause: told(cause) }),
  };
  return `${visibleInJson(JSON.stringify(entry))}\n`;
}

async function readEnd(handle: FileHandle): Promise<string> {
  const { size } = await handle.stat();
  const start = Math.max(0, size - readBytes);
  const { buffer, bytesRead } = await handle.read({
    buffer: Buffer.alloc(Math.min(size, readBytes)),
    position: start,
  });
  const text = buffer.toString('utf8', 0, bytesRead);
  // What it begins in the middle of is no line.
  return start === 0 ? text : text.slice(text.indexOf('\n') + 1);
}

async function linesAtEnd(folder: Folder, name: string): Promise<readonly string[]> {
  const handle = await folder.openFile(name, constants.O_RDONLY).catch(() => null);
  if (!handle) return [];
  try {
    return (await readEnd(handle)).split('\n').filter((line) => line !== '');
  } finally {
    await handle.close();
  }
}

/** Takes messages from the first moment on, and writes them once it is open. */
export class LogFile {
  #folder: Folder | null = null;
  #file: RotatingFile | null = null;
  /** What came before it was open; null: it is, or cannot be. */
  #early: string[] | null = [];

  /** A message of the log. */
  readonly write: LogSink = (entry) => {
    this.#take(lineOf(entry));
  };

  /** Begins to write. Rejects where it cannot; then messages go elsewhere alone. */
  async open(dataFolder: DataFolder): Promise<void> {
    const early = this.#early ?? [];
    try {
      this.#folder = await dataFolder.open();
      this.#file = await RotatingFile.open(this.#folder, logName, mostBytes);
    } finally {
      this.#early = null;
    }
    for (const line of early) this.#take(line);
  }

  /** The last lines of both files, oldest first. */
  async lastLines(): Promise<readonly string[]> {
    if (!this.#folder) return [];
    const [before, now] = [nameBefore(logName), logName];
    return [...(await linesAtEnd(this.#folder, before)), ...(await linesAtEnd(this.#folder, now))];
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = null;
  }

  #take(line: string): void {
    if (this.#early) this.#early.push(line);
    try {
      this.#file?.write(line);
    } catch {
      // The disk is full, or gone: the program goes on.
    }
  }
}
