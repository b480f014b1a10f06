// SPDX-License-Identifier: MIT
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataFolder, isForeignOwner } from '../../../electron/files/data-folder';
import { dataFolderOfTest } from './data-folder-of-test';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'data-folder-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a data folder', () => {
  it('is made for its user alone, and made private where it is not', async () => {
    const [made, there] = [path.join(folder, 'made'), path.join(folder, 'there')];
    mkdirSync(there, { mode: 0o755 });
    for (const one of [made, there]) {
      await dataFolderOfTest(one).open();
      expect(statSync(one).mode & 0o777).toBe(0o700);
    }
  });

  it('that is not to be made is told missing', async () => {
    const missing = new DataFolder(path.join(folder, 'x'), { makesIt: false });
    await expect(missing.open()).rejects.toMatchObject({ code: 'ENOENT' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes no name that leads elsewhere', async () => {
    const opened = await dataFolderOfTest(folder).open();
    for (const name of ['../x', 'a/b', '/x']) {
      await expect(opened.replace(name, '')).rejects.toThrow('is no name in a folder');
    }
  });

  it('says in its errors where it is, not by which descriptor it is open', async () => {
    const opened = await dataFolderOfTest(folder).open();
    mkdirSync(path.join(folder, 'taken'));
    await expect(opened.replace('taken', '')).rejects.toThrow(path.join(folder, 'taken'));
  });

  it('loses what a program that died left unfinished, once it is old', async () => {
    const [old, fresh] = ['.x.json.0123456789abcdef.new', '.x.json.fedcba9876543210.new'];
    for (const name of [old, fresh, 'x.json']) writeFileSync(path.join(folder, name), '');
    for (const name of [old, 'x.json']) utimesSync(path.join(folder, name), 1, 1);
    await dataFolderOfTest(folder).open();
    expect(readdirSync(folder)).toEqual([fresh, 'x.json']);
  });

  it('leaves no draft behind that could not become the file', async () => {
    const opened = await dataFolderOfTest(folder).open();
    mkdirSync(path.join(folder, 'taken'));
    await opened.replace('taken', 'x').catch(() => undefined);
    expect(() => {
      opened.replaceNow('taken', 'x');
    }).toThrow();
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});

describe('an owner on Windows', () => {
  const self = 'S-1-5-21-1-2-3-1001';
  it.each<[string, boolean]>([
    [self, false],
    ['S-1-5-32-544', false],
    ['S-1-5-18', false],
    ['S-1-1-0', false],
    ['S-1-5-21-1-2-3-1002', true],
    ['S-1-5-32-545', true],
  ])('%s is foreign: %s', (owner, foreign) => {
    expect(isForeignOwner(owner, self)).toBe(foreign);
  });
});
