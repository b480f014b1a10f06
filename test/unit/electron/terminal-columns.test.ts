// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { columns, indented, widthOf, wrapped } from '../../../electron/terminal/columns';

describe('wrapped text', () => {
  it('fits, and loses no word', () => {
    expect(wrapped('one two three four', 9)).toEqual(['one two', 'three', 'four']);
    expect(wrapped('', 9)).toEqual(['']);
  });

  it('breaks a word that is longer than a line, but no character', () => {
    expect(wrapped('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
    expect(wrapped('🏴󠁧󠁢󠁳󠁣󠁴󠁿🏴󠁧󠁢󠁳󠁣󠁴󠁿', 1)).toEqual(['🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🏴󠁧󠁢󠁳󠁣󠁴󠁿']);
  });

  it('goes on as far in as it begins', () => {
    expect(wrapped('  one two', 5)).toEqual(['  one', '  two']);
    for (const line of indented('word '.repeat(40).trim(), 8)) {
      expect(line).toMatch(/^ {8}word/);
      expect(line.length).toBeLessThanOrEqual(80);
    }
  });
});

describe('columns', () => {
  it('stand below each other', () => {
    expect(
      columns([
        ['a', 'bb'],
        ['ccc', ''],
      ]),
    ).toEqual(['a    bb', 'ccc']);
  });

  it('give way at spaces first, and go on in the next line', () => {
    const [address, name] = ['2001:db8:1:2:3:4:5:6/128', 'a name of many words'];
    const lines = columns([[address, name, 'end']], 40);
    expect(lines[0]).toMatch(new RegExp(`^${address} {2}a name`));
    expect(lines.join(' ').replaceAll(/\s+/g, ' ')).toContain('many words');
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(40);
  });

  it('break no word for being set in', () => {
    const name = 'x'.repeat(30);
    const lines = columns([[`  ${name}`, 'a value of many words']], 40);
    expect(lines[0]).toMatch(new RegExp(`^ {2}${name} {2}a`));
  });

  it('take more rows than a call takes arguments', () => {
    const rows = Array.from({ length: 200_000 }, () => ['192.0.2.0/24', 'lan0']);
    expect(columns(rows)).toHaveLength(200_000);
  });

  it('break words where there is no other way', () => {
    const lines = columns([['x'.repeat(60), 'y'.repeat(60)]]);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(80);
    expect(lines.join('').replaceAll(' ', '')).toHaveLength(120);
  });
});
