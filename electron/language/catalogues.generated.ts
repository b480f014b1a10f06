// SPDX-License-Identifier: MIT
// Made of the catalogues by `npm run messages`.

import type { Language } from '../contract/languages.generated';
import type { Catalogue } from './catalogue';

/** Loads the catalogue of a language; English is always there. */
export const loaders: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Catalogue>>> = {
  de: async () => (await import('./de.json')).default,
  fr: async () => (await import('./fr.json')).default,
};
