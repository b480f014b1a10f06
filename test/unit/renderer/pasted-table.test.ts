// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { pastedTable } from '../../../renderer/ui/grid/pasted-table';

const cell = (text: string) => pastedTable(['Name'], [[text]]).split('\n')[1];

describe('a table to paste', () => {
  it.each(['=1+1', '+cmd|x!A1', '-2+3', '@SUM(A1)', ' =1', '=HYPERLINK("http://x")'])(
    'makes no formula of %j',
    (text) => {
      expect(cell(text)).toBe(`'${text}`);
    },
  );

  it.each(['Ethernet', '25', '-1', '–', '192.0.2.1/24', 'a=b'])('leaves %j as it is', (text) => {
    expect(cell(text)).toBe(text);
  });

  it('keeps a cell in its place, whatever is in it', () => {
    expect(pastedTable(['A', 'B'], [['a\tb', 'c\r\nd']])).toBe('A\tB\na b\tc d\n');
  });
});
