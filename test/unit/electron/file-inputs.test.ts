// SPDX-License-Identifier: MIT
// Whatever lies where a file of ours should be, and whatever is answered: no reader fails in another way than it says,
// takes much memory, or writes outside its folder. `npm run fuzz` runs it with 10,000 inputs for each.

import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoredEdits } from '../../../electron/changes/stored-edits';
import { openJournal } from '../../../electron/journal/journal';
import { encodeJournalLine } from '../../../electron/journal/journal-lines';
import type { JournalRecord } from '../../../electron/journal/journal-record';
import { TransactionIndex } from '../../../electron/journal/transaction-index';
import { defaultPreferences } from '../../../electron/contract/preferences';
import { DataFolder } from '../../../electron/files/data-folder';
import { readTextFile } from '../../../electron/files/json-file';
import { AppFailure } from '../../../electron/base/app-failure';
import { PreferencesStore } from '../../../electron/preferences/preferences';
import { readWindowPlace } from '../../../electron/preferences/window-place';
import { readOpened } from '../../../electron/reports/opened-file';
import { maxOpenedBytes } from '../../../electron/contract/support';
import { visibleText } from '../../../electron/base/visible-text';

const inputs = Number(process.env['FILE_INPUTS'] ?? 100);
const seed = Number(process.env['FILE_INPUTS_SEED'] ?? 1);
const mostMemory = 64 * 1024 * 1024;

let outside: string;
let folder: string;
let data: DataFolder;

beforeAll(() => {
  outside = mkdtempSync(path.join(tmpdir(), 'file-inputs-'));
  folder = path.join(outside, 'linux');
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(path.join(outside, 'canary'), 'sings');
  data = new DataFolder(folder);
});
afterAll(async () => {
  await data.close();
  rmSync(outside, { recursive: true });
});

const id = '0123456789abcdef0123456789abcdef';
const records: readonly JournalRecord[] = [
  {
    id,
    time: 1,
    state: 'started',
    kind: 'set',
    restores: null,
    deadline: 60,
    operations: [{ luid: '7', family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1400 }],
  },
  { id, time: 2, state: 'prepared', before: ['AAEC/w=='] },
  { id, time: 3, state: 'committed' },
];

/** Files as they should be. */
const good: Readonly<Record<string, string>> = {
  'journal.jsonl': records.map((record, index) => encodeJournalLine(index, record)).join(''),
  'edits.json': JSON.stringify([
    { luid: '1', family: 'IPv4', field: 'NlMtu', expected: 1500, draft: '1400' },
  ]),
  'preferences.json': JSON.stringify({ version: 1, preferences: defaultPreferences }),
  'window.json': JSON.stringify({
    version: 1,
    bounds: { x: 0, y: 0, width: 800, height: 600 },
    isMaximized: false,
    zoom: 1,
  }),
  'saved.interfacepanel': JSON.stringify({
    format: 'interface-panel-edits',
    version: 1,
    computer: 'here',
    savedAt: '2026-11-26T12:00:00.000Z',
    edits: [],
  }),
};

/** Anything, or what it should be with some bytes altered, left out or put in. */
function contents(name: string): fc.Arbitrary<Uint8Array> {
  const whole = Buffer.from(good[name] ?? '');
  const alteration = fc.tuple(
    fc.nat({ max: whole.length }),
    fc.nat({ max: 20 }),
    fc.uint8Array({ maxLength: 20 }),
  );
  const altered = fc
    .array(alteration, { minLength: 1, maxLength: 4 })
    .map((alterations) =>
      alterations.reduce<Uint8Array>(
        (bytes, [at, left, put]) =>
          Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + left)]),
        whole,
      ),
    );
  const nested = fc
    .nat({ max: 50_000 })
    .map((depth) => Buffer.from('['.repeat(depth) + ']'.repeat(depth)));
  return fc.oneof(
    { weight: 6, arbitrary: altered },
    { weight: 2, arbitrary: fc.uint8Array({ maxLength: 500 }) },
    { weight: 1, arbitrary: fc.json().map((text) => Buffer.from(text)) },
    { weight: 1, arbitrary: nested },
  );
}

const readers: Readonly<Record<string, () => Promise<unknown>>> = {
  'journal.jsonl': async () => {
    const { journal } = await openJournal(data);
    const index = new TransactionIndex(() => journal.records);
    index.open();
    await journal.close();
  },
  'edits.json': () => new StoredEdits(data).load(),
  'preferences.json': () => new PreferencesStore(data, () => undefined).load(),
  'window.json': () => readWindowPlace(data),
  'saved.interfacepanel': async () => {
    const content = await readTextFile(path.join(folder, 'saved.interfacepanel'), maxOpenedBytes);
    return 'text' in content ? readOpened(content.text) : content;
  },
};

describe(`${inputs} contents, seed ${seed},`, () => {
  it.each(Object.keys(readers))(
    'of %s are read, or refused as it should be',
    async (name) => {
      const before = process.memoryUsage().rss;
      await fc.assert(
        fc.asyncProperty(contents(name), async (bytes) => {
          for (const left of readdirSync(folder)) rmSync(path.join(folder, left));
          writeFileSync(path.join(folder, name), bytes);
          await readers[name]?.().catch((cause: unknown) => {
            expect(cause).toBeInstanceOf(AppFailure);
          });
        }),
        { numRuns: inputs, seed },
      );
      expect(process.memoryUsage().rss - before).toBeLessThan(mostMemory + 64 * inputs);
      expect(readdirSync(outside)).toEqual(['canary', 'linux']);
      expect(readFileSync(path.join(outside, 'canary'), 'utf8')).toBe('sings');
    },
    600_000,
  );

  it('of a name become one visible line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(visibleText(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
      { numRuns: inputs, seed },
    );
  });
});
