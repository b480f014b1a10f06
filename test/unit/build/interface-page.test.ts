// SPDX-License-Identifier: MIT
// Numbers that comments cite lead into docs/interface.md, and the program says what stands there.

import { TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../../build/messages/arguments';
import { messagesOf, readCatalogue, sourceLanguage } from '../../../build/messages/catalogues';
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

/** What stands for anything put in, and for a list of such. */
const anything = '{}';
const sentencesOf = (text: string): readonly string[] =>
  text.replaceAll(/\{\}(?:(?:, | and )\{\})+/g, anything).split(/(?<=[.?]) +/);

/** Every text that a message can become. */
function textsOf([first, ...others]: readonly MessageFormatElement[]): readonly string[] {
  if (!first) return [''];
  const rest = textsOf(others);
  return beginningsOf(first).flatMap((begin) => rest.map((end) => begin + end));
}

function beginningsOf(element: MessageFormatElement): readonly string[] {
  if (element.type === TYPE.literal) return [element.value];
  const isChoice = element.type === TYPE.select || element.type === TYPE.plural;
  if (!isChoice) return [anything];
  return Object.values(element.options).flatMap(({ value }) => textsOf(value));
}

const said = new Set(
  [...messagesOf(readCatalogue(sourceLanguage)).values()].flatMap((message) =>
    textsOf(parseMessage(message)).flatMap(sentencesOf),
  ),
);

/** The sentences of each row; what is in italics only tells of them. */
const specified = Array.from(page.matchAll(/^\| (S\d+) +\|[^|]*\| (.*?) *\|$/gm)).flatMap(
  ([, id = '', row = '']) =>
    row
      .replaceAll(/_[^_]*_ ?/g, '')
      .replaceAll(/\{[^}]*\}/g, anything)
      .split(' / ')
      .flatMap(sentencesOf)
      .filter((sentence) => sentence !== '')
      .map((sentence) => ({ id, sentence })),
);

describe('interface.md', () => {
  it.each(specified)('says $id as the program does: $sentence', ({ sentence }) => {
    expect(said).toContain(sentence);
  });

  it('has every number that the code cites', () => {
    expect(cited.length).toBeGreaterThan(30);
    expect(cited.filter(({ number }) => !rows.includes(number))).toEqual([]);
  });

  it('has each number once, without a gap', () => {
    expect(rows).toEqual(rows.map((_, index) => index + 1));
  });
});
