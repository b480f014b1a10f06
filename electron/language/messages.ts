// SPDX-License-Identifier: MIT
// Every word that people read, but for names out of the system. They lie in a catalogue for each language, en.json
// first of all; messages.generated.ts says what each takes. S-numbers in docs/interface.md name some of them.

import { IntlMessageFormat } from 'intl-messageformat';
import type { Catalogue } from './catalogue';
import english from './en.json';
import type { Messages } from './messages.generated';

/** In what is spoken. */
export interface Speech {
  /** BCP 47: by it numbers, plurals, lists and dates are written. */
  readonly locale: string;
  readonly catalogue: Catalogue;
}

type MessagePath = readonly string[];
type Arguments = Readonly<Record<string, string | number | boolean>>;

const englishSpeech: Speech = { locale: 'en-GB', catalogue: english };

let speech = englishSpeech;
/** Looked up, or made, when a message is said for the first time. */
const texts = new Map<MessagePath, string>();
const formats = new Map<MessagePath, IntlMessageFormat>();

/** Says everything in another language from now on; what was asked for before stays as it is. */
export function speak(other: Speech): void {
  speech = other;
  texts.clear();
  formats.clear();
}

/** Says everything in English again. */
export function speakEnglish(): void {
  speak(englishSpeech);
}

/** The locale of the language that is spoken. */
export const locale = (): string => speech.locale;

/** The locale by which dates are written: that of the system, where it has the same language. */
export function dateLocale(): string {
  const system = new Intl.DateTimeFormat().resolvedOptions().locale;
  const languageOf = (tag: string) => new Intl.Locale(tag).language;
  return languageOf(system) === languageOf(speech.locale) ? system : speech.locale;
}

function textAt(path: MessagePath, catalogue: Catalogue): string | undefined {
  const found = path.reduce<Catalogue | string | undefined>(
    (part, name) => (typeof part === 'object' ? part[name] : undefined),
    catalogue,
  );
  return typeof found === 'string' ? found : undefined;
}

/** Whoever translates sees English where a message is still missing; the build lets no such language through. */
function text(path: MessagePath): string {
  const known = texts.get(path);
  if (known !== undefined) return known;
  const found = textAt(path, speech.catalogue) ?? textAt(path, english) ?? '';
  texts.set(path, found);
  return found;
}

function format(path: MessagePath, values: Arguments): string {
  const made =
    formats.get(path) ??
    new IntlMessageFormat(text(path), speech.locale, undefined, { ignoreTag: true });
  formats.set(path, made);
  return String(made.format(values));
}

/** A message looks itself up whenever it is asked for: the language may be another one by then. */
function messageAt(path: MessagePath, source: string): PropertyDescriptor {
  return source.includes('{')
    ? { enumerable: true, value: (values: Arguments) => format(path, values) }
    : { enumerable: true, get: () => text(path) };
}

function partAt(path: MessagePath, part: Catalogue | string): PropertyDescriptor {
  if (typeof part === 'string') return messageAt(path, part);
  let made: object | null = null;
  return { enumerable: true, get: () => (made ??= branch(part, path)) };
}

/** What a catalogue has at a path; what lies below is made when it is asked for. */
function branch(catalogue: Catalogue, path: MessagePath): object {
  const properties = Object.entries(catalogue).map(([name, part]): [string, PropertyDescriptor] => [
    name,
    partAt([...path, name], part),
  ]);
  return Object.defineProperties({}, Object.fromEntries(properties));
}

/** The messages by their names: a text, or a function of its arguments. */
export const messages = branch(english, []) as Messages;
