// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { messages } from '../../../electron/language/messages';
import { minutesAndSeconds } from '../../../electron/texts/time-text';

/** Every text of the catalogue that needs no parameter. */
function textsIn(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part];
  return typeof part === 'object' && part ? Object.values(part).flatMap(textsIn) : [];
}

describe('the catalogue', () => {
  it('never shouts, begs or promises', () => {
    const forbidden = /!|\bplease\b|\berror:|\b(secure|protected|private|permanent|hidden)\b/i;
    expect(textsIn(messages).filter((text) => forbidden.test(text))).toEqual([]);
  });
});

/** Words beside "undo" for the same; "restore" is the terminal's command alone, and "put back" what became of a value. */
const wordsBesideUndo = {
  en: /(?<!cli history, and |\{)\brestor|\btak(e|es|en|ing) (it |them |everything )?back\b|\bput back (this|these|what)\b/i,
  de: /wiederherst/i,
  fr: /restaur/i,
};

it.each(Object.entries(wordsBesideUndo))('in %s an undo has one name', (language, others) => {
  const file = path.join(__dirname, `../../../electron/language/${language}.json`);
  const texts = textsIn(JSON.parse(readFileSync(file, 'utf8')));
  expect(texts.filter((text) => others.test(text))).toEqual([]);
});

describe('counts', () => {
  it.each([
    [messages.interfaces.shown({ shown: 5_000, all: 5_000, isAll: true }), '5,000 IP interfaces'],
    [
      messages.interfaces.shown({ shown: 1_204, all: 5_000, isAll: false }),
      '1,204 of 5,000 IP interfaces',
    ],
    [messages.interfaces.shown({ shown: 1, all: 1, isAll: true }), '1 IP interface'],
    [messages.selection.selected({ n: 1_000, hidden: 0 }), '1,000 selected'],
  ])('%s', (made, expected) => {
    expect(made).toBe(expected);
  });
});

describe('minutesAndSeconds', () => {
  it.each([
    [600_000, '10:00'],
    [59_001, '1:00'],
    [9_000, '0:09'],
    [0, '0:00'],
    [-5, '0:00'],
  ])('writes %i ms as %s', (milliseconds, text) => {
    expect(minutesAndSeconds(milliseconds)).toBe(text);
  });
});
