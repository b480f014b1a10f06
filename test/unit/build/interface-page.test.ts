// SPDX-License-Identifier: MIT
// Numbers that comments cite lead into docs/interface.md.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inProject } from '../../../build/project-paths';

const page = readFileSync(inProject('docs', 'interface.md'), 'utf8');
const rows = Array.from(page.matchAll(/^\| S(\d+) /gm), ([, number]) => Number(number));

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(inProject(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.join(folder, file));
}

/** Every number in a comment of the program, with the file that cites it. */
const cited = [...sourcesIn('electron'), ...sourcesIn('renderer')].flatMap((file) =>
  readFileSync(inProject(file), 'utf8')
    .split('\n')
    .filter((line) => /^\s*(\/\/|\/\*|\*)/.test(line))
    .flatMap((line) => Array.from(line.matchAll(/\bS(\d{1,2})\b/g), ([, number]) => Number(number)))
    .map((number) => ({ file, number })),
);

describe('interface.md', () => {
  it('has every number that the code cites', () => {
    expect(cited.length).toBeGreaterThan(30);
    expect(cited.filter(({ number }) => !rows.includes(number))).toEqual([]);
  });

  it('has each number once, without a gap', () => {
    expect(rows).toEqual(rows.map((_, index) => index + 1));
  });
});
