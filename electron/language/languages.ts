// SPDX-License-Identifier: MIT
// Which language is spoken.

import { languages } from '../contract/languages.generated';
import type { Language } from '../contract/languages.generated';
import { loaders } from './catalogues.generated';
import { speak, speakEnglish } from './messages';

/** "de" of "de-AT", "de_DE.UTF-8" and "de". */
const languageOf = (tag: string) => tag.split(/[-_.@]/, 1)[0]?.toLowerCase() ?? '';

/** The first of these tags that there is a catalogue for, whatever its country; English where there is none. */
export function matchedLanguage(tags: readonly string[]): Language {
  const wanted = tags.map(languageOf);
  const [found] = wanted.flatMap((one) => languages.filter((language) => language === one));
  return found ?? 'en';
}

/** What a language is called in itself, as a list of choices begins: "Deutsch", "Français". */
export function languageName(language: Language): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

let wanted: Language = 'en';

/** Says everything in a language from now on; not once another was wanted while its catalogue was loaded. */
export async function speakLanguage(language: Language): Promise<void> {
  wanted = language;
  if (language === 'en') {
    speakEnglish();
    return;
  }
  const catalogue = await loaders[language]();
  if (wanted === language) speak({ locale: language, catalogue });
}
