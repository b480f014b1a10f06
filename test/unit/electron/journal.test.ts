// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Journal, openJournal } from '../../../electron/journal/journal';
import type { JournalFile } from '../../../electron/journal/journal';
import { compacted, journalCeiling } from '../../../electron/journal/journal-compaction';
import { encodeJournalLine, JournalDecoder } from '../../../electron/journal/journal-lines';
import type { JournalRecord } from '../../../electron/journal/journal-record';
import { TransactionIndex } from '../../../electron/journal/transaction-index';
import { decodedJournal } from './decoded-journal';
import { dataFolderOfTest } from './data-folder-of-test';

const id = '0123456789abcdef0123456789abcdef';

const records: readonly [JournalRecord, JournalRecord, JournalRecord] = [
  {
    id,
    time: 1,
    state: 'started',
    kind: 'set',
    restores: null,
    planCode: '0A1B2C3D',
    deadline: 60,
    operations: [{ luid: '7', family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1400 }],
  },
  { id, time: 2, state: 'prepared', before: ['AAEC/w=='] },
  { id, time: 3, state: 'committed' },
];

const textOf = (some: readonly JournalRecord[]) =>
  some.map((record, sequence) => encodeJournalLine(sequence, record)).join('');

describe('reading a journal', () => {
  const bytes = new TextEncoder().encode(textOf(records));
  const ends = records.map((_, index) => Buffer.byteLength(textOf(records.slice(0, index + 1))));

  it('gives back what was written', () => {
    expect(decodedJournal(bytes)).toEqual({ records, validBytes: bytes.length });
    expect(decodedJournal(new Uint8Array())).toEqual({ records: [], validBytes: 0 });
  });

  it('cut at any byte keeps the whole records before the cut', () => {
    for (let length = 0; length <= bytes.length; length += 1) {
      const whole = ends.filter((end) => end <= length).length;
      expect(decodedJournal(bytes.subarray(0, length))).toEqual({
        records: records.slice(0, whole),
        validBytes: ends[whole - 1] ?? 0,
      });
    }
  });

  it('with any bit of a record flipped keeps the records before it', () => {
    const [first = 0, second = 0] = ends;
    for (let bit = first * 8; bit < second * 8; bit += 1) {
      const damaged = Uint8Array.from(bytes);
      const place = Math.floor(bit / 8);
      damaged[place] = (damaged[place] ?? 0) ^ (1 << (bit % 8));
      expect(decodedJournal(damaged)).toEqual({
        records: records.slice(0, 1),
        validBytes: first,
      });
    }
  });

  it('comes to the same in chunks of any length', () => {
    for (let length = 1; length < bytes.length; length += 7) {
      const decoder = new JournalDecoder();
      for (let start = 0; start < bytes.length; start += length) {
        expect(decoder.push(bytes.subarray(start, start + length))).toBe(true);
      }
      expect(decoder.content).toEqual({ records, validBytes: bytes.length });
    }
  });

  const [one] = records;
  const line = (text: string) => text.replace(/^.*"entry":/, '"entry":');
  it.each<[string, string]>([
    ['a duplicate', encodeJournalLine(0, records[0])],
    ['one of a later sequence number', encodeJournalLine(2, records[2])],
    ['a line without a checksum', `{${line(encodeJournalLine(1, records[1]))}`],
    ['an empty line', '\n'],
    ['a line that is no JSON', 'nonsense\n'],
  ])('ends at %s', (_name, next) => {
    const text = encodeJournalLine(0, one);
    const { records: read, validBytes } = decodedJournal(new TextEncoder().encode(text + next));
    expect(read).toEqual([one]);
    expect(validBytes).toBe(Buffer.byteLength(text));
    expect(new JournalDecoder().push(new TextEncoder().encode(text + next))).toBe(false);
  });

  it('ends at bytes that only become the text of their checksum when they are mended', () => {
    const mended = '\uFFFD';
    const written = encodeJournalLine(0, {
      ...{ id, time: 1, state: 'started', kind: 'set', restores: null, deadline: 60 },
      operations: [],
      origin: { account: mended, consent: 'direct', adapters: [] },
    });
    expect(decodedJournal(Buffer.from(written)).records).toHaveLength(1);
    const [before = '', after = ''] = written.split(mended);
    const noText = Buffer.concat([Buffer.from(before), Buffer.of(0xff), Buffer.from(after)]);
    const marked = Buffer.from(`\uFEFF${written}`);
    for (const bytes of [noText, marked]) expect(decodedJournal(bytes).records).toEqual([]);
  });

  it('ends where a line has no end', () => {
    const endless = Buffer.alloc(97 * 1024 * 1024, ' ');
    expect(new JournalDecoder().push(endless)).toBe(false);
  });

  it('ends at a record of a later version, however sound it is', () => {
    const entry = JSON.stringify({ version: 2, sequence: 1, record: records[1] });
    const checksum = createHash('sha256').update(entry).digest('hex').slice(0, 16);
    const next = `{"checksum":"${checksum}","entry":${entry}}\n`;
    const text = encodeJournalLine(0, one);
    expect(decodedJournal(Buffer.from(text + next)).records).toEqual([one]);
  });

  it('ends at a record with members it does not know', () => {
    const strange = { ...records[2], more: 1 } as unknown as JournalRecord;
    expect(decodedJournal(Buffer.from(encodeJournalLine(0, strange))).records).toEqual([]);
  });
});

describe('the file', () => {
  let folder: string;
  const file = () => path.join(folder, 'journal.jsonl');
  const setAsideFiles = () =>
    readdirSync(folder).filter((name) => name.startsWith('journal-damaged'));

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'journal-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is made with its folder, for this user alone', async () => {
    const { journal, setAside } = await openJournal(dataFolderOfTest(path.join(folder, 'a', 'b')));
    await journal.close();
    expect(setAside).toBeNull();
    expect(statSync(path.join(folder, 'a', 'b', 'journal.jsonl')).mode & 0o777).toBe(0o600);
  });

  it('goes on where the last run ended', async () => {
    const first = await openJournal(dataFolderOfTest(folder));
    await first.journal.append(records.slice(0, 2));
    await first.journal.close();
    const second = await openJournal(dataFolderOfTest(folder));
    await second.journal.append(records.slice(2), 'durable');
    expect(second.journal.records).toEqual(records);
    await second.journal.close();
    expect(readFileSync(file(), 'utf8')).toBe(textOf(records));
  });

  it('is refused to others while it is open', async () => {
    const { journal } = await openJournal(dataFolderOfTest(folder));
    await expect(openJournal(dataFolderOfTest(folder))).rejects.toThrow('is open. Close it first.');
    await journal.close();
    await (await openJournal(dataFolderOfTest(folder))).journal.close();
  });

  it('keeps the order of appends that are asked for at once', async () => {
    const { journal } = await openJournal(dataFolderOfTest(folder));
    await Promise.all(records.map((record) => journal.append([record], 'durable')));
    await journal.close();
    expect(decodedJournal(readFileSync(file())).records).toEqual(records);
  });

  it.each([
    ['a torn record', textOf(records).slice(0, -20), 2],
    ['garbage after the records', `${textOf(records)}\u0000garbage`, 3],
    ['a record of a later version', textOf(records).replace('"version":1', '"version":2'), 0],
  ])('with %s puts that aside and keeps the rest', async (_name, text, whole) => {
    writeFileSync(file(), text);
    const { journal, setAside } = await openJournal(dataFolderOfTest(folder));
    await journal.close();
    expect(journal.records).toEqual(records.slice(0, whole));
    const valid = textOf(records.slice(0, whole));
    expect(readFileSync(file(), 'utf8')).toBe(valid);
    expect(setAsideFiles().map((name) => path.join(folder, name))).toEqual([setAside]);
    expect(readFileSync(setAside ?? '', 'utf8')).toBe(text.slice(valid.length));
  });

  it('goes on after what was put aside', async () => {
    writeFileSync(file(), textOf(records).slice(0, -20));
    const { journal } = await openJournal(dataFolderOfTest(folder));
    await journal.append(records.slice(2), 'durable');
    await journal.close();
    const again = await openJournal(dataFolderOfTest(folder));
    await again.journal.close();
    expect(again.setAside).toBeNull();
    expect(again.journal.records).toEqual(records);
  });

  it('tells when it was last touched', async () => {
    writeFileSync(file(), textOf(records));
    utimesSync(file(), 1_000, 1_000);
    const { journal, lastTouchedAt } = await openJournal(dataFolderOfTest(folder));
    expect(lastTouchedAt).toBe(1_000_000);
    await journal.touch();
    expect(statSync(file()).mtimeMs).toBeGreaterThan(1_000_000);
    await journal.close();
  });

  it.each<[string, () => void]>([
    [
      'replaced by a folder',
      () => {
        mkdirSync(file());
      },
    ],
    [
      'replaced by a link',
      () => {
        writeFileSync(path.join(folder, 'elsewhere'), '');
        symlinkSync(path.join(folder, 'elsewhere'), file());
      },
    ],
    [
      'replaced by a link to nothing',
      () => {
        symlinkSync('/nowhere/at/all', file());
      },
    ],
  ])('%s is refused', async (_name, replace) => {
    replace();
    await expect(openJournal(dataFolderOfTest(folder))).rejects.toMatchObject({
      appError: { code: 'journal' },
    });
  });

  it.skipIf(process.platform === 'win32')('replaced by a pipe is refused as such', async () => {
    execFileSync('mkfifo', [file()]);
    await expect(openJournal(dataFolderOfTest(folder))).rejects.toThrow('is not a plain file');
  });

  it('in a place where no folder can be is refused', async () => {
    writeFileSync(path.join(folder, 'file'), '');
    await expect(
      openJournal(dataFolderOfTest(path.join(folder, 'file', 'deeper'))),
    ).rejects.toMatchObject({
      appError: { code: 'journal' },
    });
  });

  it('in a place nobody can write to is refused', async () => {
    const place = process.platform === 'win32' ? '\\\\?\\nowhere' : '/sys/journal';
    await expect(openJournal(dataFolderOfTest(place))).rejects.toMatchObject({
      appError: { code: 'journal' },
    });
  });

  it.each<[string, () => void]>([
    ['deleted', () => undefined],
    [
      'replaced by a folder',
      () => {
        mkdirSync(file());
      },
    ],
    [
      'replaced by a link',
      () => {
        symlinkSync('elsewhere', file());
      },
    ],
    [
      'replaced by another file',
      () => {
        writeFileSync(file(), '');
      },
    ],
  ])('%s while it is open is told before anybody relies on it', async (_name, replace) => {
    const { journal } = await openJournal(dataFolderOfTest(folder));
    await journal.append(records.slice(0, 1), 'durable');
    // Kept under another name, so that the new file cannot get its place on the disk.
    renameSync(file(), path.join(folder, 'old'));
    replace();
    await expect(journal.append(records.slice(1), 'durable')).rejects.toMatchObject({
      appError: { code: 'journal' },
    });
    await journal.close();
  });

  it('of 10,000 records is read whole', async () => {
    const many = Array.from({ length: 10_000 }, (_, time): JournalRecord => ({
      id,
      time,
      state: 'committed',
    }));
    writeFileSync(file(), textOf(many));
    const { journal, setAside } = await openJournal(dataFolderOfTest(folder));
    await journal.close();
    expect(setAside).toBeNull();
    expect(journal.records).toHaveLength(10_000);
  });
});

describe('a journal that has grown long', () => {
  const operations = [
    { luid: '7', family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1400 },
  ] as const;
  const adapter = {
    luid: '7',
    alias: 'eth0',
    description: '',
    guid: '',
    type: 6,
    physicalAddress: '',
  };
  const idOf = (number: number) => number.toString(16).padStart(32, '0');
  /** About 100 KB each. */
  const bulk = Buffer.alloc(75_000).toString('base64');

  function transaction(
    number: number,
    end: 'kept' | 'open' | 'put back',
    restores: number | null = null,
  ): readonly JournalRecord[] {
    const about = { id: idOf(number), time: number };
    const isSet = restores === null;
    const back = { outcome: 'restored', live: 1500 } as const;
    const tried: JournalRecord = { ...about, state: 'operation', index: 0, end: back };
    const ends: Readonly<Record<typeof end, readonly JournalRecord[]>> = {
      kept: [{ ...about, state: 'kept' }],
      open: [],
      'put back': [{ ...about, state: 'reverted', cause: 'asked', ends: [back] }],
    };
    return [
      {
        ...about,
        state: 'started',
        kind: isSet ? 'set' : 'restore',
        restores: isSet ? null : idOf(restores),
        deadline: 60,
        operations: [...operations],
        origin: { account: 'somebody', consent: 'direct', adapters: [adapter] },
      },
      { ...about, state: 'prepared', before: [bulk] },
      { ...about, state: 'committed' },
      ...(isSet || end === 'open' ? [] : [tried]),
      ...ends[end],
    ];
  }

  it('loses its oldest transactions, but none that is open and no restore of one that stays', () => {
    const all = [
      ...transaction(1, 'open'),
      ...transaction(2, 'kept'),
      ...transaction(3, 'kept', 1),
      // The newest kept value of the setting.
      ...transaction(4, 'kept'),
      ...Array.from({ length: 200 }, (_, index) => transaction(5 + index, 'put back')).flat(),
    ];
    const kept = new Set(compacted(all).map((record) => record.id));
    const stays = [1, 2, 3, 4, 5].map((number) => kept.has(idOf(number)));
    expect(stays).toEqual([true, false, true, true, false]);
    expect(kept.has(idOf(204))).toBe(true);
    const bytes = Buffer.byteLength(textOf(compacted(all)));
    expect(bytes).toBeLessThan(journalCeiling / 2 + 100_000);
  });

  it('keeps what an open restore takes back, or nobody would know that it is open', () => {
    const all = [
      ...transaction(1, 'kept'),
      ...transaction(2, 'open', 1),
      ...transaction(3, 'kept'),
      ...Array.from({ length: 200 }, (_, index) => transaction(4 + index, 'put back')).flat(),
    ];
    const openIn = (some: readonly JournalRecord[]) =>
      new TransactionIndex(() => some).open().map((transaction) => transaction.id);
    expect(openIn(all)).toEqual([idOf(2)]);
    expect(openIn(compacted(all))).toEqual([idOf(2)]);
    // Not even where the original is gone, as a journal of another run may have it.
    expect(openIn(all.filter((record) => record.id !== idOf(1)))).toEqual([idOf(2)]);
  });

  it('that leads in a circle is read, and shortened, all the same', () => {
    const circles = [
      ...transaction(1, 'kept', 1),
      ...transaction(2, 'kept', 3),
      ...transaction(3, 'kept', 2),
      ...transaction(4, 'open', 3),
      ...Array.from({ length: 200 }, (_, index) => transaction(5 + index, 'put back')).flat(),
    ];
    const records = compacted(circles);
    const index = new TransactionIndex(() => records);
    expect(index.open().map((one) => one.id)).toEqual([idOf(4)]);
    for (const one of index.slice(0, index.size)) expect(index.inEffect(one)).toBeDefined();
  });

  it('is not written anew each time where what must stay is long', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'journal-'));
    const file = path.join(folder, 'journal.jsonl');
    const open = Array.from({ length: 200 }, (_, index) => transaction(index, 'open')).flat();
    writeFileSync(file, textOf(open));
    const { journal } = await openJournal(dataFolderOfTest(folder));
    const { ino } = statSync(file);
    await journal.append(transaction(1_000, 'put back'));
    await journal.compact();
    await journal.close();
    expect(statSync(file).ino).toBe(ino);
    rmSync(folder, { recursive: true });
  });

  it('is whole where it is short', () => {
    const all = [...transaction(1, 'kept'), ...transaction(2, 'put back')];
    expect(compacted(all)).toEqual(all);
  });

  it('is shortened when it is opened and when it has been written to, and goes on', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'journal-'));
    const file = path.join(folder, 'journal.jsonl');
    const all = Array.from({ length: 200 }, (_, index) => transaction(index, 'put back')).flat();
    writeFileSync(file, textOf(all));
    const data = dataFolderOfTest(folder);
    const { journal } = await openJournal(data);
    expect(statSync(file).size).toBeLessThan(journalCeiling);
    await expect(openJournal(data)).rejects.toThrow('is open. Close it first.');
    for (let number = 1_000; number < 1_200; number += 1) {
      await journal.append(transaction(number, 'put back'));
      await journal.compact();
      expect(statSync(file).size).toBeLessThan(journalCeiling + 200_000);
    }
    await journal.append(transaction(2_000, 'kept'), 'durable');
    await journal.close();
    const again = await openJournal(data);
    await again.journal.close();
    expect(again.setAside).toBeNull();
    expect(again.journal.records.at(-1)).toMatchObject({ id: idOf(2_000), state: 'kept' });
    expect(readdirSync(folder)).toEqual(['journal.jsonl']);
    rmSync(folder, { recursive: true });
  });
});

describe('a disk that fails', () => {
  let folder: string;
  let file: FailingFile;
  const filePath = () => path.join(folder, 'journal.jsonl');
  const content = () => readFileSync(filePath(), 'utf8');

  /** A file whose calls of one kind fail; half of what is written gets there. */
  class FailingFile implements JournalFile {
    readonly calls: string[] = [];
    readonly stat: FileHandle['stat'];
    readonly #handle: FileHandle;

    constructor(
      handle: FileHandle,
      readonly failing: 'appendFile' | 'sync',
      readonly code: string,
    ) {
      this.#handle = handle;
      this.stat = handle.stat.bind(handle);
    }

    async appendFile(text: unknown): Promise<void> {
      const all = String(text);
      await this.#handle.appendFile(
        this.failing === 'appendFile' ? all.slice(0, all.length / 2) : all,
      );
      await this.#call('appendFile');
    }

    sync = () => this.#call('sync');
    utimes = () => Promise.reject(new Error('EROFS'));
    close = () => this.#handle.close();

    #call(name: string): Promise<void> {
      this.calls.push(name);
      return name === this.failing ? Promise.reject(new Error(this.code)) : Promise.resolve();
    }
  }

  const failingJournal = async (failing: 'appendFile' | 'sync', code: string) => {
    file = new FailingFile(await open(filePath(), 'a'), failing, code);
    const opened = await dataFolderOfTest(folder).open();
    return new Journal(file, opened, { records: [], size: 0 });
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'journal-'));
  });
  afterEach(async () => {
    await file.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['ENOSPC', 'EIO', 'EACCES'])(
    '%s when writing is told and leaves no half record',
    async (code) => {
      const journal = await failingJournal('appendFile', code);
      await expect(journal.append(records)).rejects.toMatchObject({
        appError: { code: 'journal', message: expect.stringContaining(code) as string },
      });
      expect(content()).toBe('');
      expect(journal.records).toEqual([]);
    },
  );

  it('leaves another file that took its place as it is', async () => {
    const journal = await failingJournal('appendFile', 'EIO');
    renameSync(filePath(), path.join(folder, 'old'));
    writeFileSync(filePath(), 'of somebody else');
    await expect(journal.append(records)).rejects.toThrow('EIO');
    expect(content()).toBe('of somebody else');
  });

  it('that cannot be synced is told before anybody relies on it', async () => {
    const journal = await failingJournal('sync', 'EIO');
    await journal.append(records.slice(0, 1));
    await expect(journal.append(records.slice(1), 'durable')).rejects.toThrow('EIO');
    expect(content()).toBe(textOf(records.slice(0, 1)));
  });

  it('is not written to again', async () => {
    const journal = await failingJournal('appendFile', 'ENOSPC');
    await journal.append(records).catch(() => undefined);
    await expect(journal.append(records)).rejects.toThrow('ENOSPC');
    expect(file.calls.filter((name) => name === 'appendFile')).toHaveLength(1);
    expect(journal.problem?.appError.code).toBe('journal');
  });

  it('that cannot be touched harms nothing', async () => {
    const journal = await failingJournal('sync', 'EIO');
    await expect(journal.touch()).resolves.toBeUndefined();
  });
});
