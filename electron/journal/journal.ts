// SPDX-License-Identifier: MIT
// The durable record of transactions. What is written stays as it is, until the file has grown so long that its oldest
// transactions are left out.

import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { causeText } from '../contract/cause-text';
import type { DataFolder } from '../files/data-folder';
import { HeldElsewhere, holdAlone } from '../files/file-holder';
import type { Draft, Folder } from '../files/folder';
import { appFailure } from '../base/app-failure';
import type { AppFailure } from '../base/app-failure';
import { compacted, journalCeiling } from './journal-compaction';
import { encodeJournalLine, JournalDecoder } from './journal-lines';
import type { JournalContent } from './journal-lines';
import type { JournalRecord } from './journal-record';

/** What the journal's file is called. */
export const journalName = 'journal.jsonl';
const appending = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT;

/** What is used of a file opened for appending. */
export type JournalFile = Pick<FileHandle, 'appendFile' | 'sync' | 'stat' | 'utimes' | 'close'>;

/** Where a journal is. */
export type JournalFolder = Pick<
  Folder,
  'pathOf' | 'openFile' | 'shorten' | 'leadsTo' | 'startDraft'
>;

/** How a journal begins a run. */
export interface OpenedJournal {
  readonly journal: Journal;
  /** Last sign of life of the app that wrote here before; milliseconds of the wall clock. */
  readonly lastTouchedAt: number;
  /** The file that a damaged or torn end was put into, if there was one. */
  readonly setAside: string | null;
}

function unusable(file: string, cause: unknown): AppFailure {
  const why = causeText(cause);
  const code = cause instanceof HeldElsewhere ? 'busy' : 'journal';
  return appFailure(code, `The journal ${file} cannot be used. ${why}`);
}

/** What an open journal's file holds. */
interface Held {
  readonly records: readonly JournalRecord[];
  /** Bytes. */
  readonly size: number;
  /** A lock that nothing refers to would be let go by the garbage collector. */
  readonly lock?: FileHandle | null;
}

/** An open journal. Appends are written one after the other, in the order they were asked for. */
export class Journal {
  readonly #folder: JournalFolder;
  readonly #records: JournalRecord[];
  readonly #lock: FileHandle | null;
  #file: JournalFile;
  /** Records in the file, which may be fewer than those of this run. */
  #written: number;
  #size: number;
  /** Where what must stay is long by itself, shortening again at once would gain nothing. */
  #shortenAt = journalCeiling;
  #queue: Promise<void> = Promise.resolve();
  #problem: AppFailure | null = null;

  constructor(file: JournalFile, folder: JournalFolder, { records, size, lock = null }: Held) {
    this.#file = file;
    this.#folder = folder;
    this.#records = [...records];
    this.#written = records.length;
    this.#size = size;
    this.#lock = lock;
  }

  /** Everything the file has held since it was opened, of earlier runs too, oldest first: it only grows. */
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
    return this.#inTurn(() => this.#write(records, durable));
  }

  /**
   * Whether it can be relied on as far as that shows without writing.
   * @throws {AppFailure} with the code 'journal' when it cannot.
   */
  assertUsable(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#problem) throw this.#problem;
      try {
        await this.#assertInPlace();
      } catch (cause) {
        throw this.#fail(cause);
      }
    });
  }

  /** Leaves out the oldest transactions when the file has grown too long. Failing to is no harm yet. */
  async compact(): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#problem === null && this.#size > this.#shortenAt) await this.#shortenToNewest();
    }).catch(() => undefined);
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

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  #fail(cause: unknown): AppFailure {
    this.#problem = unusable(this.#folder.pathOf(journalName), cause);
    return this.#problem;
  }

  async #write(records: readonly JournalRecord[], durable: 'durable' | 'soon'): Promise<void> {
    if (this.#problem) throw this.#problem;
    const lines = records.map((record, index) => encodeJournalLine(this.#written + index, record));
    const text = lines.join('');
    try {
      await this.#file.appendFile(text);
      if (durable === 'durable') {
        await this.#file.sync();
        await this.#assertInPlace();
      }
    } catch (cause) {
      const failure = this.#fail(cause);
      await this.#folder.shorten(journalName, this.#file, this.#size).catch(() => undefined);
      throw failure;
    }
    this.#records.push(...records);
    this.#written += records.length;
    this.#size += Buffer.byteLength(text);
  }

  /** A file that was deleted or replaced takes writes as before, but the next start would not find them. */
  async #assertInPlace(): Promise<void> {
    if (!(await this.#folder.leadsTo(journalName, this.#file))) {
      throw new Error('It was deleted or replaced while it was open.');
    }
  }

  /** Windows replaces no file that is open; the lock beside it keeps others away meanwhile. */
  async #exchangeFor(draft: Draft): Promise<void> {
    if (process.platform !== 'win32') {
      await draft.commit();
      return;
    }
    await this.#file.close();
    try {
      await draft.commit();
    } catch (cause) {
      // The old one is still there.
      this.#file = await this.#folder.openFile(journalName, appending).catch((again: unknown) => {
        throw this.#fail(again);
      });
      throw cause;
    }
  }

  async #shortenToNewest(): Promise<void> {
    const kept = compacted(this.#records);
    const text = kept.map((record, sequence) => encodeJournalLine(sequence, record)).join('');
    const draft = await this.#folder.startDraft(journalName, constants.O_APPEND);
    try {
      // Held before it has the name, so that nobody else finds it free.
      if (process.platform !== 'win32')
        await holdAlone(draft.handle, this.#folder.pathOf(journalName));
      await draft.handle.appendFile(text);
      await draft.handle.sync();
      await this.#exchangeFor(draft);
    } catch (cause) {
      await draft.discard();
      throw cause;
    }
    if (process.platform !== 'win32') await this.#file.close();
    this.#file = draft.handle;
    this.#written = kept.length;
    this.#size = Buffer.byteLength(text);
    this.#shortenAt = Math.max(journalCeiling, 2 * this.#size);
  }
}

/** What of a file is not valid, and where a copy of it goes. */
interface Remainder {
  readonly from: number;
  readonly size: number;
}

const chunkBytes = 1024 * 1024;

async function* chunksOf(file: FileHandle, { from, size }: Remainder): AsyncGenerator<Uint8Array> {
  for (let place = from; place < size;) {
    const chunk = Buffer.alloc(Math.min(chunkBytes, size - place));
    const { bytesRead } = await file.read(chunk, 0, chunk.length, place);
    if (bytesRead === 0) return;
    place += bytesRead;
    yield chunk.subarray(0, bytesRead);
  }
}

/**
 * Copies what is not valid beside the journal, so that nothing is lost, and returns the copy's name: it tells the
 * content, so that starts which fail one after the other put the same end into the same file.
 */
async function setAside(file: FileHandle, folder: Folder, end: Remainder): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunksOf(file, end)) hash.update(chunk);
  const name = `journal-damaged-${hash.digest('hex').slice(0, 16)}.jsonl`;
  await folder.replace(name, chunksOf(file, end));
  return name;
}

async function readValid(file: FileHandle, size: number): Promise<JournalContent> {
  const decoder = new JournalDecoder();
  for await (const chunk of chunksOf(file, { from: 0, size })) {
    if (!decoder.push(chunk)) break;
  }
  return decoder.content;
}

async function readAndMend(
  file: FileHandle,
  folder: Folder,
  lock: FileHandle | null,
): Promise<OpenedJournal> {
  const { mtimeMs, size } = await file.stat();
  const { records, validBytes } = await readValid(file, size);
  let aside: string | null = null;
  if (validBytes < size) {
    aside = await setAside(file, folder, { from: validBytes, size });
    // By a handle of its own: Windows refuses it to one that only appends (libuv asks for no right to write elsewhere).
    await folder.shorten(journalName, file, validBytes);
  }
  await folder.sync();
  const journal = new Journal(file, folder, { records, size: validBytes, lock });
  await journal.compact();
  return {
    journal,
    lastTouchedAt: Math.round(mtimeMs),
    setAside: aside === null ? null : folder.pathOf(aside),
  };
}

/** Another program may have put a shorter one in its place between opening and holding. */
async function assertStillThere(folder: Folder, file: FileHandle): Promise<void> {
  if (!(await folder.leadsTo(journalName, file)))
    throw new Error('It was just replaced. Try again.');
}

/**
 * Opens the journal of a folder, making both when they are missing. One process at a time can.
 * @throws {AppFailure} with the code 'journal' when it cannot be read, written or mended. Then nothing may be applied.
 */
export async function openJournal(data: DataFolder): Promise<OpenedJournal> {
  const filePath = data.pathOf(journalName);
  let lock: FileHandle | null = null;
  let file: FileHandle | undefined;
  try {
    const folder = await data.open();
    file = await folder.openFile(journalName, appending);
    lock = await holdAlone(file, filePath);
    await assertStillThere(folder, file);
    return await readAndMend(file, folder, lock);
  } catch (cause) {
    await file?.close();
    await lock?.close();
    throw unusable(filePath, cause);
  }
}

/** Whether there is a journal, which nothing is made for. Rejects when the folder cannot be used. */
export async function hasJournal(data: DataFolder): Promise<boolean> {
  try {
    const folder = await data.open();
    await (await folder.openFile(journalName, constants.O_RDONLY)).close();
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw cause;
  }
}

/** What a journal says while perhaps somebody else has it open. */
export interface JournalReading {
  readonly records: readonly JournalRecord[];
  /** Last sign of life of the app that writes here; milliseconds of the wall clock. */
  readonly lastTouchedAt: number;
}

/**
 * Reads a journal without holding or mending it; nothing where there is none.
 * @throws {AppFailure} with the code 'journal' when it cannot be read.
 */
export async function readJournal(data: DataFolder): Promise<JournalReading> {
  let file: FileHandle | undefined;
  try {
    const folder = await data.open();
    file = await folder.openFile(journalName, constants.O_RDONLY);
    const { mtimeMs, size } = await file.stat();
    const { records } = await readValid(file, size);
    return { records, lastTouchedAt: mtimeMs };
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    if (isMissing) return { records: [], lastTouchedAt: 0 };
    throw unusable(data.pathOf(journalName), cause);
  } finally {
    await file?.close();
  }
}
