// SPDX-License-Identifier: MIT
// Text laid out for a terminal: columns side by side, and sentences over several lines.

/** What every terminal has. */
const terminalWidth = 80;

const gap = 2;
/** A column that is narrower would be hard to read. */
const narrowest = 12;

let characters: Intl.Segmenter | null = null;
/** Made when it is first asked: it takes milliseconds, and the window starts with this file. */
const segmenter = () => (characters ??= new Intl.Segmenter('en', { granularity: 'grapheme' }));
/** Of these each is a character; asking the segmenter about 100,000 routes would take many seconds. */
const plain = /^[ -~]*$/;
const charactersOf = (text: string): readonly string[] =>
  plain.test(text) ? text.split('') : [...segmenter().segment(text)].map(({ segment }) => segment);

/** How many characters a reader sees, which is fewer than a string holds for many scripts. */
export const widthOf = (text: string): number =>
  plain.test(text) ? text.length : charactersOf(text).length;

const insetOf = (text: string): string => /^ */.exec(text)?.[0] ?? '';

/** As Math.max, which takes no more arguments than the stack has room for. */
const greatest = (numbers: readonly number[]): number =>
  numbers.reduce((most, one) => Math.max(most, one), 0);

const padded = (text: string, width: number) => text + ' '.repeat(width - widthOf(text));

/** A word in pieces that fit. */
function piecesOf(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width) return [word];
  const all = charactersOf(word);
  const count = Math.ceil(all.length / width);
  return Array.from({ length: count }, (_, piece) =>
    all.slice(piece * width, (piece + 1) * width).join(''),
  );
}

/** A text over lines of at most so many characters; words that are longer are broken, and all lines begin like the first. */
export function wrapped(text: string, width: number = terminalWidth): readonly string[] {
  const inset = insetOf(text);
  const room = Math.max(1, width - inset.length);
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .trim()
    .split(' ')
    .flatMap((one) => piecesOf(one, room))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= room) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].map((one) => inset + one);
}

/** A text over several lines, set in. */
export function indented(text: string, by: number): readonly string[] {
  return wrapped(text, terminalWidth - by).map((line) => ' '.repeat(by) + line);
}

/** What a column needs for a text if no word of it is to be broken. */
const narrowestFor = (text: string) =>
  insetOf(text).length + greatest(text.split(' ').map(widthOf));

/** Takes from the widest column that is wider than it has to be, one by one; answers how much is still too much. */
function narrow(widths: number[], least: readonly number[], tooMuch: number): number {
  let left = tooMuch;
  for (; left > 0; left -= 1) {
    const spare = widths.map((width, column) => (width > (least[column] ?? 0) ? width : 0));
    const widest = greatest(spare);
    if (widest === 0) break;
    widths[spare.indexOf(widest)] = widest - 1;
  }
  return left;
}

/** The widths of columns beside each other: words are broken only where there is no other way. */
function fitting(rows: readonly (readonly string[])[], most: number): readonly number[] {
  const count = greatest(rows.map((row) => row.length));
  const ofColumns = (measure: (text: string) => number) =>
    Array.from({ length: count }, (_, column) =>
      greatest(rows.map((row) => measure(row[column] ?? ''))),
    );
  const widths = ofColumns(widthOf);
  const tooMuch = widths.reduce((sum, width) => sum + width + gap, -gap) - most;
  const left = narrow(widths, ofColumns(narrowestFor), tooMuch);
  narrow(
    widths,
    widths.map(() => narrowest),
    left,
  );
  return widths;
}

/** Rows of cells as columns; a cell that is too wide goes on in the next line, and nothing of it is lost. */
export function columns(
  rows: readonly (readonly string[])[],
  width: number = terminalWidth,
): readonly string[] {
  const widths = fitting(rows, width);
  return rows.flatMap((row) => {
    const cells = widths.map((most, column) => wrapped(row[column] ?? '', Math.max(1, most)));
    const height = greatest(cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((lines, column) => padded(lines[line] ?? '', widths[column] ?? 0))
        .join(' '.repeat(gap))
        .trimEnd(),
    );
  });
}
