// SPDX-License-Identifier: MIT
// Words that shells must take as they are, whatever an interface is called.

import { visibleText } from '../base/visible-text';

/** Characters that no shell, and no terminal a command is pasted into, gives a meaning. */
const plainWord = /^[A-Za-z0-9_./:@%+,=-]+$/;

/** Whether a terminal acts upon none of it, even inside quotes, and a reader sees all of it. */
export const isVisible = (text: string): boolean => visibleText(text) === text;

/** Text as numbers for `printf %b`, except letters and digits. */
function octal(text: string): string {
  return [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9]/.test(character) ? character : `\\0${byte.toString(8).padStart(3, '0')}`;
    })
    .join('');
}

/** One word for a POSIX shell. What is not visible is written as numbers, for it would reach the terminal. */
export function quoteForShell(word: string): string {
  if (plainWord.test(word)) return word;
  if (!isVisible(word)) return `"$(printf %b '${octal(word)}')"`;
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** PowerShell takes these for a single quote, too (about_Quoting_Rules). */
const singleQuotes = /['\u2018\u2019\u201a\u201b]/g;

/** One string for PowerShell; nothing in it is expanded. */
export function quoteForPowerShell(text: string): string {
  return `'${text.replaceAll(singleQuotes, '$&$&')}'`;
}

/** A name for a parameter that takes wildcards, so that it matches itself alone (about_Wildcards). */
export function escapeWildcards(name: string): string {
  return name.replaceAll(/[`*?[\]]/g, '`$&');
}

/** A line that does nothing, in either shell. */
export const comment = (text: string): string => `# ${text}`;
