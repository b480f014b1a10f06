// SPDX-License-Identifier: MIT
import type { InterfaceColumnId } from '../../electron/contract/preferences';
import { messages } from '../ui/messages';
import type { InterfaceRow } from './interface-rows';

const words = messages.interfaces;

const cellText: Readonly<
  Record<InterfaceColumnId, (row: InterfaceRow, editCount: number) => string>
> = {
  adapter: ({ name }) => name,
  family: ({ ipInterface }) => ipInterface.family,
  traffic: ({ traffic, ipInterface }) =>
    ipInterface.defaultRoutesOverridden ? words.trafficOverridden : words.traffic[traffic],
  metric: ({ ipInterface: { values } }) => {
    if (typeof values.Metric !== 'number') return '';
    return values.UseAutomaticMetric === 1
      ? words.automaticMetric(values.Metric)
      : String(values.Metric);
  },
  changes: ({ notDefault }, editCount) => {
    if (editCount > 0) return words.editedCount(editCount);
    return notDefault > 0 ? words.notDefaultCount(notDefault) : '';
  },
  state: ({ state }) => words.states[state],
  mtu: ({ ipInterface }) => String(ipInterface.values.NlMtu ?? ''),
  addresses: ({ addresses }) => addresses,
};

/** A cell of a table to paste: what would begin another cell or row becomes a space. */
function plain(text: string): string {
  return text.replaceAll(/[\t\r\n]+/g, ' ');
}

/** Rows as a table to paste into a spreadsheet or a letter: tabs between cells, a line with the columns' names first. */
export function rowsText(
  rows: readonly InterfaceRow[],
  columns: readonly InterfaceColumnId[],
  editCounts: ReadonlyMap<string, number>,
): string {
  const lines = rows.map((row) =>
    columns.map((id) => plain(cellText[id](row, editCounts.get(row.id) ?? 0))),
  );
  return [columns.map((id) => words.columnNames[id]), ...lines]
    .map((cells) => `${cells.join('\t')}\n`)
    .join('');
}
