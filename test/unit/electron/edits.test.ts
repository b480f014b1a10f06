// SPDX-License-Identifier: MIT
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoredEdits } from '../../../electron/changes/stored-edits';
import type { StoredEdit } from '../../../electron/contract/ipc-schema';
import { dataFolderOfTest } from './data-folder-of-test';

const edit = (draft: string): StoredEdit => ({
  luid: '1',
  family: 'IPv4',
  field: 'NlMtu',
  expected: 1500,
  draft,
});

describe('Edits', () => {
  let folder: string;
  const file = () => path.join(folder, 'edits.json');

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'edits-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('are none at first', async () => {
    expect(await new StoredEdits(dataFolderOfTest(folder)).load()).toEqual([]);
  });

  it('outlive the run that stored them, what is no number included', async () => {
    const edits = [edit('1400'), { ...edit('14 hundred'), family: 'IPv6' as const }];
    await new StoredEdits(dataFolderOfTest(path.join(folder, 'new'))).store(edits);
    expect(await new StoredEdits(dataFolderOfTest(path.join(folder, 'new'))).load()).toEqual(edits);
  });

  it('are the last ones stored, however many are stored at once', async () => {
    const edits = new StoredEdits(dataFolderOfTest(folder));
    const drafts = Array.from({ length: 20 }, (_, index) => edit(String(index)));
    await Promise.all(drafts.map((draft) => edits.store([draft])));
    expect(await edits.load()).toEqual([edit('19')]);
    expect(readdirSync(folder)).toEqual(['edits.json']);
  });

  it('are loaded after what is being stored', async () => {
    const edits = new StoredEdits(dataFolderOfTest(folder));
    const storing = edits.store([edit('1')]);
    expect(await edits.load()).toEqual([edit('1')]);
    await storing;
  });

  it('are the old ones when a run ended while it wrote the new', async () => {
    await new StoredEdits(dataFolderOfTest(folder)).store([edit('1400')]);
    writeFileSync(`${file()}.new`, '[{"luid":"1","fam');
    expect(await new StoredEdits(dataFolderOfTest(folder)).load()).toEqual([edit('1400')]);
  });

  it.each([
    ['half of a file', '[{"luid":"1"'],
    ['nothing', ''],
    ['another shape', '{"edits":[]}'],
    ['an unknown field', JSON.stringify([{ ...edit('1'), field: 'Speed' }])],
    ['an unknown member', JSON.stringify([{ ...edit('1'), more: 1 }])],
  ])('that are %s are put aside, not deleted', async (_name, content) => {
    writeFileSync(file(), content);
    expect(await new StoredEdits(dataFolderOfTest(folder)).load()).toEqual([]);
    const aside = readdirSync(folder).filter((name) => name.startsWith('edits.json.set-aside-'));
    expect(aside.map((name) => readFileSync(path.join(folder, name), 'utf8'))).toEqual([content]);
    expect(await new StoredEdits(dataFolderOfTest(folder)).load()).toEqual([]);
  });

  it('that cannot be stored say so and leave the old ones', async () => {
    const edits = new StoredEdits(dataFolderOfTest(path.join(folder, 'edits.json', 'below')));
    await new StoredEdits(dataFolderOfTest(folder)).store([edit('1')]);
    await expect(edits.store([edit('2')])).rejects.toMatchObject({
      appError: { code: 'internal' },
    });
    expect(await new StoredEdits(dataFolderOfTest(folder)).load()).toEqual([edit('1')]);
  });
});
