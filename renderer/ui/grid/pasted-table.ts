// SPDX-License-Identifier: MIT

/** A cell of a table to paste: what would begin another cell or row becomes a space. */
function plain(text: string): string {
  return text.replaceAll(/[\t\r\n]+/g, ' ');
}

/** A table to paste into a spreadsheet or a letter: tabs between cells, a line with the columns' names first. */
export function pastedTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  return [columns, ...rows].map((cells) => `${cells.map(plain).join('\t')}\n`).join('');
}
