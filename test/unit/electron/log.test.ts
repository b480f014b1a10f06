// SPDX-License-Identifier: MIT
import { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { toErrorOutput } from '../../../electron/log/error-output';
import { entryLines, Log } from '../../../electron/log/log';
import { LogFile } from '../../../electron/log/log-file';
import { causeOfPage } from '../../../electron/log/page-cause';
import { RotatingFile } from '../../../electron/log/rotating-file';
import { noteUnexpectedErrors } from '../../../electron/log/unexpected-errors';
import { dataFolderOfTest } from './data-folder-of-test';

let folder: string;
const inFolder = (name: string) => path.join(folder, name);
const read = (name: string) => readFileSync(inFolder(name), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'log-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the log', () => {
  it('writes each message as one line to the error output, and the cause without its own line ends', () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => {
      error.mockRestore();
    });
    new Log([toErrorOutput]).note('a\nb', new Error('first\n    at forged (x:1:1)'));
    const lines = error.mock.calls.map(([line]) => line as string);
    expect(lines.slice(0, 2)).toEqual(['a\\u{A}b', 'Error: first\\u{A}    at forged (x:1:1)']);
    expect(lines.join('')).not.toContain('\n');
  });

  it('counts what comes too often, and says so when it is quiet again', () => {
    const lines: string[] = [];
    let now = 0;
    const log = new Log([({ message }) => lines.push(message)], () => now);
    for (let call = 0; call < 1_000; call += 1) log.note('refused');
    expect(lines).toHaveLength(60);
    now += 60_000;
    log.note('again');
    expect(lines.slice(60)).toEqual(['940 more messages were left out.', 'again']);
  });

  it('notes exceptions and rejections that nobody caught', () => {
    const noted: unknown[] = [];
    const process = new EventEmitter();
    noteUnexpectedErrors(process, (message, cause) => noted.push([message, cause]));
    process.emit('uncaughtExceptionMonitor', 1, 'uncaughtException');
    process.emit('unhandledRejection', 2, Promise.resolve());
    expect(noted).toEqual([
      ['An exception was not caught', 1],
      ['A rejected promise was not handled', 2],
    ]);
  });

  it('tells an error of the page as one of its own', () => {
    const stack = 'TypeError: no\n    at f (app.js:1:2)';
    const cause = causeOfPage({ kind: 'error', text: 'TypeError: no', stack });
    expect(entryLines({ message: 'm', cause })).toEqual([
      'm',
      'TypeError: no',
      '    at f (app.js:1:2)',
    ]);
    expect(causeOfPage({ kind: 'error', text: '', stack: '' }).message).toBe('');
  });
});

describe('the file of the log', () => {
  interface Line {
    readonly time: string;
    readonly level: string;
    readonly msg: string;
    readonly cause?: { readonly text: string; readonly stack?: string };
  }
  const linesIn = (name: string) =>
    read(name)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);

  async function openLog(): Promise<LogFile> {
    const file = new LogFile();
    await file.open(dataFolderOfTest(folder));
    onTestFinished(() => file.close());
    return file;
  }

  it('holds a message as soon as it is told, in one line with its time in UTC', async () => {
    const { write } = await openLog();
    const [inner, outer] = [new Error('inner'), new TypeError('outer')];
    outer.cause = inner;
    write({ message: 'refused: 100 %s %c' });
    write({ message: 'failed', cause: outer });
    write({ message: 'thrown', cause: 'text' });
    write({ message: 'odd', cause: Object.create(null) });
    const [warning, failure, thrown, odd] = linesIn('log.jsonl');
    expect(warning).toMatchObject({ level: 'warn', msg: 'refused: 100 %s %c' });
    expect(warning?.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(failure).toMatchObject({ level: 'error', msg: 'failed' });
    expect(failure?.cause?.text).toBe('TypeError: outer: inner');
    expect(failure?.cause?.stack).toContain('caused by: Error: inner');
    expect(thrown?.cause).toEqual({ text: 'text' });
    expect(odd?.cause).toEqual({ text: 'Something that has no text' });
  });

  it('shows what acts on a terminal, and forges no line', async () => {
    const { write } = await openLog();
    const message = 'a\n\u001b[2J\u009b31m\u202e\u2028\ud800b';
    write({ message, cause: new Error(message) });
    expect(read('log.jsonl')).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}]+\n$/u);
    expect(linesIn('log.jsonl')[0]?.msg).toBe(message);
  });

  it('holds what came before it was open, and goes on where the last run ended', async () => {
    writeFileSync(inFolder('log.jsonl'), '{"msg":"before"}\n', { mode: 0o644 });
    const file = new LogFile();
    file.write({ message: 'early' });
    await file.open(dataFolderOfTest(folder));
    file.write({ message: 'late' });
    expect(linesIn('log.jsonl').map(({ msg }) => msg)).toEqual(['before', 'early', 'late']);
    expect(statSync(inFolder('log.jsonl')).mode & 0o777).toBe(0o600);
    await file.close();
  });

  it('never takes more than two files of 512 KiB, however much is told', async () => {
    const { write } = await openLog();
    const message = 'x'.repeat(100_000);
    for (let call = 0; call < 500; call += 1) write({ message: `${call} ${message}` });
    const sizes = ['log.jsonl', 'log.old.jsonl'].map((name) => statSync(inFolder(name)));
    for (const { size, mode } of sizes) {
      expect(size).toBeLessThanOrEqual(512 * 1024);
      expect(mode & 0o777).toBe(0o600);
    }
    const kept = ['log.old.jsonl', 'log.jsonl'].flatMap(linesIn).map(({ msg }) => parseInt(msg));
    expect(kept.length).toBeGreaterThan(200);
    expect(kept).toEqual(kept.map((_, at) => 500 - kept.length + at));
  });

  it('tells the last lines of both files', async () => {
    writeFileSync(inFolder('log.old.jsonl'), 'a\nb\n');
    writeFileSync(inFolder('log.jsonl'), `${'x'.repeat(70_000)}\nc\n`);
    const file = await openLog();
    expect(await file.lastLines()).toEqual(['a', 'b', 'c']);
  });

  it('that cannot be opened is told, and keeps nobody', async () => {
    const file = new LogFile();
    file.write({ message: 'early' });
    writeFileSync(inFolder('taken'), '');
    await expect(file.open(dataFolderOfTest(inFolder('taken')))).rejects.toThrow();
    file.write({ message: 'late' });
    expect(await file.lastLines()).toEqual([]);
  });
});

describe('a file that rotates', () => {
  it('begins anew where somebody removed it', async () => {
    const opened = await dataFolderOfTest(folder).open();
    const file = await RotatingFile.open(opened, 'x.txt', 8);
    onTestFinished(() => file.close());
    file.write('12345678');
    rmSync(inFolder('x.txt'));
    file.write('9');
    expect(read('x.txt')).toBe('9');
  });
});
