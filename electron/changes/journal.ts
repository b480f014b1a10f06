// SPDX-License-Identifier: MIT
// The durable record of transactions. It only grows: what is written stays as it is.

import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { appFailure } from '../ipc/app-failure';
import type { AppFailure } from '../ipc/app-failure';
import {
  holdAlone,
  isStillNamed,
  openForAppending,
  provideFolder,
  shortenDurably,
  syncFolder,
  writeDurably,
} from './durable-files';
import { decodeJournal, encodeJournalLine } from './journal-lines';
import type { JournalRecord } from './journal-record';

const fileName = 'journal.jsonl';

/** What is used of a file opened for appending. */
export type JournalFile = Pick<FileHandle, 'appendFile' | 'sync' | 'stat' | 'utimes' | 'close'>;

/** How a journal begins a run. */
export interface OpenedJournal {
  readonly journal: Journal;
  /** Last sign of life of the app that wrote here before; milliseconds of the wall clock. */
  readonly lastTouchedAt: number;
  /** The file that a damaged or torn end was put into, if there was one. */
  readonly setAside: string | null;
}

function unusable(file: string, cause: unknown): AppFailure {
  const why = cause instanceof Error ? cause.message : String(cause);
  return appFailure('journal', `The journal ${file} cannot be used. ${why}`);
}

/** An open journal. Appends are written one after the other, in the order they were asked for. */
export class Journal {
  readonly #path: string;
  readonly #file: JournalFile;
  readonly #records: JournalRecord[];
  /** A lock that nothing refers to would be let go by the garbage collector. */
  readonly #lock: FileHandle | null;
  #size: number;
  #queue: Promise<void> = Promise.resolve();
  #problem: AppFailure | null = null;

  /** `records` and `size` (in bytes) are what the file holds already; `lock` is closed with the journal. */
  constructor(
    file: JournalFile,
    filePath: string,
    records: readonly JournalRecord[],
    size: number,
    lock: FileHandle | null = null,
  ) {
    this.#lock = lock;
    this.#file = file;
    this.#path = filePath;
    this.#records = [...records];
    this.#size = size;
  }

  /** Everything the file holds, of earlier runs too, oldest first. */
  get records(): readonly JournalRecord[] {
    return this.#records;
  }

  /** Why nothing can be written any more, or null. It stays: what follows a gap would be worth nothing. */
  get problem(): AppFailure | null {
    return this.#problem;
  }

  /**
   * Appends records; with `durable` they are on disk when this resolves.
   * @throws {AppFailure} with the code 'journal' when they could not be written; then none of them is there.
   */
  append(records: readonly JournalRecord[], durable: 'durable' | 'soon' = 'soon'): Promise<void> {
    const appended = this.#queue.then(() => this.#write(records, durable));
    this.#queue = appended.catch(() => undefined);
    return appended;
  }

  /** Leaves a sign of life that outlives a kill; failing to is no harm. */
  async touch(): Promise<void> {
    const now = new Date();
    await this.#file.utimes(now, now).catch(() => undefined);
  }

  /** Waits for what was asked for and closes the file. */
  async close(): Promise<void> {
    await this.#queue;
    await this.#file.close();
    await this.#lock?.close();
  }

  async #write(records: readonly JournalRecord[], durable: 'durable' | 'soon'): Promise<void> {
    if (this.#problem) throw this.#problem;
    const next = this.#records.length;
    const lines = records.map((record, index) => encodeJournalLine(next + index, record));
    const text = lines.join('');
    try {
      await this.#file.appendFile(text);
      if (durable === 'durable') await this.#syncInPlace();
    } catch (cause) {
      this.#problem = unusable(this.#path, cause);
      await shortenDurably(this.#file, this.#path, this.#size).catch(() => undefined);
      throw this.#problem;
    }
    this.#records.push(...records);
    this.#size += Buffer.byteLength(text);
  }

  /** A file that was deleted or replaced takes writes as before, but the next start would not find them. */
  async #syncInPlace(): Promise<void> {
    await this.#file.sync();
    if (!(await isStillNamed(this.#file, this.#path))) {
      throw new Error('It was deleted or replaced while it was open.');
    }
  }
}

/**
 * Where an invalid end is put: the name tells the content, so that starts which fail one after the other put the same
 * end into the same file.
 */
function setAsideFile(folder: string, end: Uint8Array): string {
  const digits = createHash('sha256').update(end).digest('hex').slice(0, 16);
  return path.join(folder, `journal-damaged-${digits}.jsonl`);
}

/** Copies what is not valid beside the journal, so that nothing is lost, and shortens the journal to what is. */
async function setAsideAfter(
  validBytes: number,
  bytes: Uint8Array,
  file: FileHandle,
  filePath: string,
): Promise<string | null> {
  if (validBytes === bytes.length) return null;
  const end = bytes.subarray(validBytes);
  const setAside = setAsideFile(path.dirname(filePath), end);
  await writeDurably(setAside, end);
  await shortenDurably(file, filePath, validBytes);
  return setAside;
}

async function readAndMend(
  file: FileHandle,
  filePath: string,
  lock: FileHandle | null,
): Promise<OpenedJournal> {
  const { mtimeMs } = await file.stat();
  const bytes = await file.readFile();
  const { records, validBytes } = decodeJournal(bytes);
  const setAside = await setAsideAfter(validBytes, bytes, file, filePath);
  await syncFolder(path.dirname(filePath));
  const journal = new Journal(file, filePath, records, validBytes, lock);
  return { journal, lastTouchedAt: Math.round(mtimeMs), setAside };
}

/**
 * Opens the journal of a folder, making both when they are missing. One process at a time can.
 * @throws {AppFailure} with the code 'journal' when it cannot be read, written or mended. Then nothing may be applied.
 */
export async function openJournal(folder: string): Promise<OpenedJournal> {
  const filePath = path.join(folder, fileName);
  let lock: FileHandle | null = null;
  let file: FileHandle | undefined;
  try {
    await provideFolder(folder);
    file = await openForAppending(filePath);
    lock = await holdAlone(file, filePath);
    return await readAndMend(file, filePath, lock);
  } catch (cause) {
    await file?.close();
    await lock?.close();
    throw unusable(filePath, cause);
  }
}
