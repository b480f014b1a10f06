// SPDX-License-Identifier: MIT

import type { Language } from '../contract/languages.generated';
import type { LanguageChoice } from '../contract/preferences';
import { matchedLanguage, speakLanguage } from '../language/languages';

/** The language that main speaks and serves the page in. */
export class SpokenLanguage {
  readonly #ofSystem: () => readonly string[];
  #current: Language = 'en';

  /** `ofSystem` are the tags of the languages that the user prefers by the system's settings, the first most. */
  constructor(ofSystem: () => readonly string[]) {
    this.#ofSystem = ofSystem;
  }

  get current(): Language {
    return this.#current;
  }

  /** Speaks as was chosen. Answers whether that is another language than before. */
  async follow(choice: LanguageChoice): Promise<boolean> {
    const language = choice === 'system' ? matchedLanguage(this.#ofSystem()) : choice;
    if (language === this.#current) return false;
    this.#current = language;
    await speakLanguage(language);
    return true;
  }
}
