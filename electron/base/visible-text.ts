// SPDX-License-Identifier: MIT

/**
 * What a terminal or a reader of lines may take for more than text: control characters (C0, C1), what turns the
 * direction of writing or shows nothing (Cf, but for the joiners that scripts are written with), ends of lines, halves
 * of characters, and private ones.
 */
const unsafe = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

const escaped = (character: string) =>
  `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;

/** Text of anybody as one line in which everything can be seen: "eth0\u{1B}[2J". */
export function visibleText(text: string): string {
  return text.replaceAll(unsafe, escaped);
}

/** JSON that can be shown as well: the same value, with nothing in it that acts on a terminal or forges a line. */
export function visibleInJson(json: string): string {
  const units = (text: string) =>
    Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  const escape = (text: string) =>
    units(text)
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join('');
  return json.replaceAll(unsafe, escape);
}

/** A value as JSON that can be shown, indented. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value, null, 2).split('\n').map(visibleInJson).join('\n');
}
