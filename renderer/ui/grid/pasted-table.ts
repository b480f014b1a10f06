// SPDX-License-Identifier: MIT

/** Begins a formula in a spreadsheet, which can fetch and send; a number does no harm. */
const formula = /^\s*(?:[=@]|[+-](?!\d+(?:[.,]\d+)?$))/;

/** A cell of a table to paste: what would begin another cell, row or formula does not. */
function plain(text: string): string {
  const cell = text.replaceAll(/[\t\r\n]+/g, ' ');
  return formula.test(cell) ? `'${cell}` : cell;
}

/** A table to paste into a spreadsheet or a letter: tabs between cells, a line with the columns' names first. */
export function pastedTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  return [columns, ...rows].map((cells) => `${cells.map(plain).join('\t')}\n`).join('');
}
