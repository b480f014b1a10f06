// SPDX-License-Identifier: MIT
import type { Language } from '../contract/languages.generated';
import { matchedLanguage } from '../language/languages';

type Environment = Readonly<Partial<Record<'LC_ALL' | 'LC_MESSAGES' | 'LANG', string>>>;

/**
 * The language of the terminal: by the variables of POSIX, the first that is set; on Windows, where there are none, that
 * of the user.
 */
export function terminalLanguage(
  { LC_ALL, LC_MESSAGES, LANG }: Environment,
  platform: NodeJS.Platform,
): Language {
  const told = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  if (told !== undefined) return matchedLanguage([told]);
  return platform === 'win32'
    ? matchedLanguage([new Intl.DateTimeFormat().resolvedOptions().locale])
    : 'en';
}
