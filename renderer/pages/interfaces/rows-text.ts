// SPDX-License-Identifier: MIT
import type { InterfaceColumnId } from '../../../electron/contract/preferences';
import { pastedTable } from '../../ui/grid/pasted-table';
import { messages } from '../../../electron/language/messages';
import type { InterfaceRow } from '../../adapters/interface-rows';
import { rowMarkText } from './row-marks';
import type { RowMark, RowMarks } from './row-marks';

const words = messages.interfaces;

const cellText: Readonly<
  Record<InterfaceColumnId, (row: InterfaceRow, mark: RowMark | undefined) => string>
> = {
  adapter: ({ name }) => name,
  family: ({ ipInterface }) => ipInterface.family,
  traffic: ({ traffic, ipInterface }) =>
    ipInterface.defaultRoutesOverridden ? words.trafficOverridden : words.traffic[traffic],
  metric: ({ ipInterface: { values } }) => {
    if (typeof values.Metric !== 'number') return '';
    return values.UseAutomaticMetric === 1
      ? words.automaticMetric({ metric: values.Metric })
      : String(values.Metric);
  },
  changes: ({ notDefault }, mark) => {
    if (mark) return rowMarkText(mark);
    return notDefault > 0 ? words.notDefaultCount({ n: notDefault }) : '';
  },
  state: ({ state }) => words.states[state],
  mtu: ({ ipInterface }) => String(ipInterface.values.NlMtu ?? ''),
  addresses: ({ addresses }) => addresses,
};

/** IP interfaces as a table to paste, with the columns in sight. */
export function rowsText(
  rows: readonly InterfaceRow[],
  columns: readonly InterfaceColumnId[],
  marks: RowMarks,
): string {
  return pastedTable(
    columns.map((id) => words.columnNames[id]),
    rows.map((row) => columns.map((id) => cellText[id](row, marks.get(row.id)))),
  );
}
