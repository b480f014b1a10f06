// SPDX-License-Identifier: MIT
// The catalogues of electron/language as the build reads them.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../project-paths';

/** What a file of a language holds: messages by their names, nested. */
export interface Catalogue {
  readonly [name: string]: string | Catalogue;
}

const folder = inProject('electron', 'language');

/** The language that all others are translations of. */
export const sourceLanguage = 'en';

/** A language's tag is the name of its file. */
export function languages(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => /^[a-z]{2,3}(-\w+)*\.json$/.test(file))
    .map((file) => path.basename(file, '.json'));
}

/** The catalogue of a language. */
export function readCatalogue(language: string): Catalogue {
  return JSON.parse(readFileSync(path.join(folder, `${language}.json`), 'utf8')) as Catalogue;
}

/** Every message by its whole name, such as `edits.discardAll`. */
export function messagesOf(catalogue: Catalogue): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([name, part]): [string, string][] =>
      typeof part === 'string'
        ? [[name, part]]
        : [...messagesOf(part)].map(([rest, text]) => [`${name}.${rest}`, text]),
    ),
  );
}
