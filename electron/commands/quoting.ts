// SPDX-License-Identifier: MIT
// Words that shells must take as they are, whatever an interface is called.

/** Characters that no shell, and no terminal a command is pasted into, gives a meaning. */
const plainWord = /^[A-Za-z0-9_./:@%+,=-]+$/;

/** What a terminal acts upon even inside quotes. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\u0000-\u001f\u007f-\u009f]/;

/** Text as numbers for `printf %b`, except letters and digits. */
function octal(text: string): string {
  return [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9]/.test(character) ? character : `\\0${byte.toString(8).padStart(3, '0')}`;
    })
    .join('');
}

/** One word for a POSIX shell. Control characters are written as numbers, for they would reach the terminal. */
export function quoteForShell(word: string): string {
  if (plainWord.test(word)) return word;
  if (controls.test(word)) return `"$(printf %b '${octal(word)}')"`;
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

/** A name inside a comment, which ends with the line. */
export function inComment(name: string): string {
  return name.replaceAll(new RegExp(controls.source, 'g'), '\ufffd');
}
