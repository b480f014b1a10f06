// SPDX-License-Identifier: MIT
// What is wrong with a language, in sentences for whoever translates. English has to be right by itself; every other
// language has to hold exactly its messages, with the same arguments.

import { TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { argumentsOf, elementsOf, parseMessage } from './arguments';
import { languages, messagesOf, readCatalogue, sourceLanguage } from './catalogues';

type MessageTexts = ReadonlyMap<string, string>;

/** A text without arguments is said as it is, so nothing in it may mean anything else to the parser. */
function isLiteral(text: string): boolean {
  const [only, ...others] = parseMessage(text);
  return others.length === 0 && only?.type === TYPE.literal && only.value === text;
}

/** Forms that a language has for fractions or millions alone may be left to “other”. */
const counts = Array.from({ length: 1_001 }, (_, count) => count);

function pluralProblems(element: MessageFormatElement, language: string): readonly string[] {
  if (element.type !== TYPE.plural) return [];
  const type = element.pluralType ?? 'cardinal';
  const rules = new Intl.PluralRules(language, { type });
  const known = rules.resolvedOptions().pluralCategories;
  const given = Object.keys(element.options).filter((one) => !one.startsWith('='));
  const about = `{${element.value}}`;
  return [
    ...given
      .filter((one) => !known.some((category) => category === one))
      .map((one) => `${about} has the plural “${one}”, which the language has not.`),
    ...[...new Set(counts.map((count) => rules.select(count)))]
      .filter((one) => !given.includes(one))
      .map((one) => `${about} lacks the plural “${one}”.`),
  ];
}

function textProblems(text: string, language: string): readonly string[] {
  if (text.trim() !== text || text === '') return ['It is empty, or begins or ends with a space.'];
  if (argumentsOf(text).size === 0) {
    return isLiteral(text) ? [] : ['It takes no arguments, so it must have no braces or quotes.'];
  }
  return elementsOf(parseMessage(text)).flatMap((element) => pluralProblems(element, language));
}

/** A number may be put in as a text or chosen by as a plural: what the sentence needs differs by language. */
function argumentProblems(text: string, source: string): readonly string[] {
  const [given, wanted] = [argumentsOf(text), argumentsOf(source)];
  const names = new Set([...given.keys(), ...wanted.keys()]);
  return [...names].flatMap((name) => {
    const [is, shouldBe] = [given.get(name), wanted.get(name)];
    if (is === shouldBe || (is === 'text' && shouldBe === 'number')) return [];
    return [`{${name}} is ${is ?? 'missing'}; in English it is ${shouldBe ?? 'missing'}.`];
  });
}

function messageProblems(text: string, source: string, language: string): readonly string[] {
  try {
    return [...textProblems(text, language), ...argumentProblems(text, source)];
  } catch (cause) {
    return [`It is no message: ${cause instanceof Error ? cause.message : String(cause)}`];
  }
}

/** What is wrong with a language beside its source. */
export function languageProblems(
  language: string,
  texts: MessageTexts,
  source: MessageTexts,
): readonly string[] {
  const found = [
    ...[...source.keys()].filter((name) => !texts.has(name)).map((name) => [name, 'is missing.']),
    ...[...texts].flatMap(([name, text]) => {
      const original = source.get(name);
      return original === undefined
        ? [[name, 'is not in English.']]
        : messageProblems(text, original, language).map((problem) => [name, problem]);
    }),
  ];
  return found.map(([name, problem]) => `${language}.json, ${name ?? ''}: ${problem ?? ''}`);
}

/** What is wrong with any language. */
export function allProblems(): readonly string[] {
  const source = messagesOf(readCatalogue(sourceLanguage));
  return languages().flatMap((language) =>
    languageProblems(language, messagesOf(readCatalogue(language)), source),
  );
}
