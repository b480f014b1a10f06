// SPDX-License-Identifier: MIT
// What is made of the catalogues: the types of all messages, which languages there are, and how their catalogues are
// loaded.

import { format, resolveConfig } from 'prettier';
import { inProject } from '../project-paths';
import { argumentsOf } from './arguments';
import type { ArgumentKind } from './arguments';
import { languages, readCatalogue, sourceLanguage } from './catalogues';
import type { Catalogue } from './catalogues';

const types: Readonly<Record<ArgumentKind, string>> = {
  text: 'string | number',
  number: 'number',
  choice: 'string',
  'yes-or-no': 'boolean',
};

const property = (name: string) => (/^[a-zA-Z]\w*$/.test(name) ? name : `'${name}'`);

function messageType(text: string): string {
  const members = [...argumentsOf(text)].map(([name, kind]) => `readonly ${name}: ${types[kind]};`);
  return members.length === 0 ? 'string' : `(values: { ${members.join(' ')} }) => string`;
}

/** Numbers of the system, of which not every one has words. */
const isNumbered = (catalogue: Catalogue) =>
  Object.keys(catalogue).every((name) => /^\d+$/.test(name));

function catalogueType(catalogue: Catalogue): string {
  if (isNumbered(catalogue)) return 'Readonly<Record<number, string>>';
  const members = Object.entries(catalogue).map(([name, part]) => {
    const type = typeof part === 'string' ? messageType(part) : catalogueType(part);
    return `readonly ${property(name)}: ${type};`;
  });
  return `{\n${members.join('\n')}\n}`;
}

function messageTypes(english: Catalogue): string {
  return `
/** Every message: a text, or a function of its arguments. */
export interface Messages ${catalogueType(english)}
`;
}

/** The source first. */
const inOrder = (tags: readonly string[]) => [
  sourceLanguage,
  ...tags.filter((tag) => tag !== sourceLanguage).toSorted(),
];

function languageList(tags: readonly string[]): string {
  return `
/** The languages that there is a catalogue for, English first. */
export const languages = ${JSON.stringify(inOrder(tags))} as const;

export type Language = (typeof languages)[number];
`;
}

function catalogueLoaders(tags: readonly string[]): string {
  const loaders = inOrder(tags)
    .slice(1)
    .map((tag) => `'${tag}': async () => (await import('./${tag}.json')).default,`);
  return `
import type { Language } from '../contract/languages.generated';
import type { Catalogue } from './catalogue';

/** Loads the catalogue of a language; English is always there. */
export const loaders: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Catalogue>>> = {
${loaders.join('\n')}
};
`;
}

/** A file that is made, and what has to be in it. */
export interface MadeFile {
  readonly path: string;
  readonly content: string;
}

/** All files that are made of the catalogues. */
export async function filesOfCatalogues(): Promise<readonly MadeFile[]> {
  const tags = languages();
  const made = [
    ['language/messages.generated.ts', messageTypes(readCatalogue(sourceLanguage))],
    ['language/catalogues.generated.ts', catalogueLoaders(tags)],
    ['contract/languages.generated.ts', languageList(tags)],
  ] as const;
  return Promise.all(
    made.map(async ([place, source]) => {
      const file = inProject('electron', ...place.split('/'));
      const head =
        '// SPDX-License-Identifier: MIT\n// Made of the catalogues by `npm run messages`.\n';
      const style = await resolveConfig(file);
      return { path: file, content: await format(head + source, { ...style, filepath: file }) };
    }),
  );
}
