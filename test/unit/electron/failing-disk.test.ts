// SPDX-License-Identifier: MIT
// A disk on which one call fails: each call that is made, one after the other. As on Windows, none of its files is
// shortened by a handle that was opened for appending.

import { constants, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type * as FsPromises from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openJournal } from '../../../electron/journal/journal';
import { encodeJournalLine } from '../../../electron/journal/journal-lines';
import type { JournalRecord } from '../../../electron/journal/journal-record';
import { DataFolder } from '../../../electron/files/data-folder';

const disk = vi.hoisted(() => ({
  /** Calls made since the last reset. */
  calls: [] as string[],
  failAt: -1,
  code: '',
  call(name: string): void {
    this.calls.push(name);
    if (this.calls.length - 1 !== this.failAt) return;
    throw Object.assign(new Error(`${this.code}: ${name}`), { code: this.code });
  },
}));

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof FsPromises>();
  const watched: readonly (string | symbol)[] = [
    'appendFile',
    'readFile',
    'stat',
    'sync',
    'truncate',
    'writeFile',
  ];
  const appends = (flags: unknown) => typeof flags === 'number' && (flags & constants.O_APPEND) > 0;
  const watch = (handle: FileHandle, flags: unknown) =>
    new Proxy(handle, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...given: unknown[]): unknown => {
          if (watched.includes(name)) disk.call(String(name));
          if (name === 'truncate' && appends(flags)) throw new Error('EPERM: ftruncate');
          return Reflect.apply(member, target, given);
        };
      },
    });
  const failing =
    (name: 'rename' | 'mkdir' | 'lstat') =>
    async (...given: readonly unknown[]): Promise<unknown> => {
      disk.call(name);
      const call = real[name] as (...all: readonly unknown[]) => Promise<unknown>;
      return await call(...given);
    };
  return {
    ...real,
    lstat: failing('lstat'),
    mkdir: failing('mkdir'),
    rename: failing('rename'),
    open: async (...given: Parameters<typeof real.open>) => {
      disk.call('open');
      return watch(await real.open(...given), given[1]);
    },
  };
});

const id = '0123456789abcdef0123456789abcdef';
const records = [1, 2].map((time): JournalRecord => ({ id, time, state: 'committed' }));
const text = records.map((record, sequence) => encodeJournalLine(sequence, record)).join('');
const torn = '{"checksum":"0123';

let folder: string;
let data: DataFolder;
const journalFile = () => path.join(folder, 'journal.jsonl');
const openAndClose = async () => {
  await (await openJournal(data)).journal.close();
};
const setAside = () =>
  readdirSync(folder)
    .filter((name) => name.startsWith('journal-damaged'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'failing-disk-'));
  data = new DataFolder(folder);
  // Opening it is not what is tried here.
  await data.open();
});
afterEach(async () => {
  await data.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a task with the call of this number failing; false once it makes fewer calls. */
async function failsAt(failAt: number, code: string, task: () => Promise<unknown>) {
  Object.assign(disk, { calls: [], failAt, code });
  const outcome = await task().then(
    () => 'done' as const,
    (cause: unknown) => cause,
  );
  const isReached = disk.calls.length > failAt;
  disk.failAt = -1;
  return { outcome, isReached };
}

describe.each(['ENOSPC', 'EIO', 'EACCES'])('%s at any one call', (code) => {
  it('while a file is replaced leaves all of the old or all of the new, and is told', async () => {
    const file = path.join(folder, 'file.json');
    for (let failAt = 0; ; failAt += 1) {
      writeFileSync(file, 'old');
      const { outcome, isReached } = await failsAt(failAt, code, async () => {
        await (await data.open()).replace('file.json', 'new');
      });
      if (!isReached) {
        expect(outcome).toBe('done');
        expect(failAt).toBeGreaterThan(4);
        return;
      }
      expect(outcome).toMatchObject({ code });
      expect(['old', 'new']).toContain(readFileSync(file, 'utf8'));
    }
  });

  it('while a torn journal is opened refuses it, and loses nothing', async () => {
    for (let failAt = 0; ; failAt += 1) {
      for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
      writeFileSync(journalFile(), text + torn);
      const { outcome, isReached } = await failsAt(failAt, code, openAndClose);
      if (!isReached) {
        expect(outcome).toBe('done');
        expect(failAt).toBeGreaterThan(8);
        return;
      }
      expect(outcome).toMatchObject({ appError: { code: 'journal' } });
      const { journal } = await openJournal(data);
      await journal.close();
      expect(journal.records).toEqual(records);
      expect(setAside()).toEqual([torn]);
    }
  });

  it('while a record is made durable is told, and leaves no half record', async () => {
    for (let failAt = 0; ; failAt += 1) {
      writeFileSync(journalFile(), text);
      const { journal } = await openJournal(data);
      const { outcome, isReached } = await failsAt(failAt, code, () =>
        journal.append([{ id, time: 3, state: 'kept' }], 'durable'),
      );
      await journal.close();
      if (!isReached) {
        expect(outcome).toBe('done');
        expect(failAt).toBeGreaterThan(2);
        return;
      }
      expect(outcome).toMatchObject({ appError: { code: 'journal' } });
      expect(journal.problem).not.toBeNull();
      expect(readFileSync(journalFile(), 'utf8')).toBe(text);
    }
  });
});

it('a journal that cannot be mended leaves one file beside it, however often it is tried', async () => {
  const tear = () => {
    writeFileSync(journalFile(), text + torn);
  };
  tear();
  await failsAt(-1, '', openAndClose);
  const shortening = disk.calls.indexOf('truncate');
  tear();
  for (let start = 0; start < 3; start += 1) {
    const { outcome } = await failsAt(shortening, 'EPERM', openAndClose);
    expect(outcome).toMatchObject({ appError: { code: 'journal' } });
  }
  expect(setAside()).toEqual([torn]);
  await openAndClose();
  expect(readFileSync(journalFile(), 'utf8')).toBe(text);
});
