// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allProblems, languageProblems } from '../../../build/messages/language-problems';
import { filesOfCatalogues } from '../../../build/messages/made-files';

describe('the catalogues', () => {
  it('have nothing wrong with them', () => {
    expect(allProblems()).toEqual([]);
  });

  it('are what the types, the list of languages and the loaders are made of', async () => {
    for (const { path, content } of await filesOfCatalogues()) {
      expect(readFileSync(path, 'utf8')).toBe(content);
    }
  });
});

const english = new Map([
  ['plain', 'Two words'],
  ['named', '{name} is gone'],
  ['counted', '{n, plural, one {# route} other {# routes}}'],
  ['chosen', '{isOn, select, true {On} other {Off}}'],
]);

const german = {
  plain: 'Zwei Wörter',
  named: '{name} ist weg',
  counted: '{n, plural, one {# Route} other {# Routen}}',
  chosen: '{isOn, select, true {Ein} other {Aus}}',
};

const problemsWith = (texts: Readonly<Record<string, string>>, language = 'de') =>
  languageProblems(language, new Map(Object.entries({ ...german, ...texts })), english);

describe('what is wrong with a language', () => {
  it('is nothing where it says the same', () => {
    expect(problemsWith({})).toEqual([]);
  });

  it('may put a number in as it is', () => {
    expect(problemsWith({ counted: 'Routen: {n}' })).toEqual([]);
  });

  it.each([
    ['a message of its own', { another: 'x' }, 'is not in English'],
    ['another argument', { named: '{nme} ist weg' }, '{nme} is text; in English it is missing'],
    ['an argument too few', { named: 'Es ist weg' }, '{name} is missing; in English it is text'],
    ['words in place of a choice', { chosen: '{isOn}' }, '{isOn} is text; in English it is yes-or'],
    ['an open brace', { named: '{name ist weg' }, 'It is no message'],
    ['braces where nothing is put in', { plain: 'Zwei {Wörter' }, 'It is no message'],
    ['quotes that would be lost', { plain: "Zwei ''Wörter''" }, 'must have no braces or quotes'],
    ['no singular', { counted: '{n, plural, other {# Routen}}' }, 'lacks the plural “one”'],
    ['nothing', { plain: '' }, 'It is empty'],
  ])('is %s', (_what, texts, problem) => {
    expect(problemsWith(texts as Record<string, string>).join('\n')).toContain(problem);
  });

  it('is a message that is missing', () => {
    const few = new Map(Object.entries(german).slice(1));
    expect(languageProblems('de', few, english)).toEqual(['de.json, plain: is missing.']);
  });

  it('is a plural that only other languages have', () => {
    const counted = '{n, plural, one {# x} few {# x} other {# x}}';
    expect(problemsWith({ counted }).join()).toContain('has the plural “few”');
    expect(problemsWith({ counted }, 'pl').join()).toContain('lacks the plural “many”');
  });
});
