// SPDX-License-Identifier: MIT
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inOutput, projectRoot } from '../../../build/project-paths';
import { DoneMark, filesUnder, fingerprint } from '../../../build/set-up/fingerprint';

let folder: string;

beforeEach(() => {
  mkdirSync(inOutput(), { recursive: true });
  folder = path.relative(projectRoot, mkdtempSync(inOutput('fingerprint-')));
  write('a', 'one');
  write('b', 'two');
});

afterEach(() => {
  rmSync(path.join(projectRoot, folder), { recursive: true });
});

function write(name: string, contents: string): void {
  writeFileSync(path.join(projectRoot, folder, name), contents);
}

const print = () => fingerprint(filesUnder(folder));

it('is the same for the same contents, whatever their dates', () => {
  const before = print();
  write('a', 'one');
  expect(print()).toBe(before);
});

it('changes with contents, with a new file and with a moved border between files', () => {
  const before = print();
  write('a', 'One');
  const changed = print();
  write('a', 'on');
  write('b', 'etwo');
  const moved = print();
  write('c', '');
  expect(new Set([before, changed, moved, print()]).size).toBe(4);
});

it('is remembered as done for one fingerprint alone, and until cleared', () => {
  const done = new DoneMark(path.join(projectRoot, folder, 'marks', 'done'));
  expect(done.isFor('x')).toBe(false);
  done.set('x');
  expect(done.isFor('x')).toBe(true);
  expect(done.isFor('y')).toBe(false);
  done.clear();
  expect(done.isFor('x')).toBe(false);
});
