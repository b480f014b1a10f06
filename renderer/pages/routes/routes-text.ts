// SPDX-License-Identifier: MIT
import { pastedTable } from '../../ui/grid/pasted-table';
import { messages } from '../../../electron/language/messages';
import type { RouteColumnId } from './arrange-rows';
import { rowAdaptersText, destinationText } from '../../../electron/texts/route-rows';
import type { RouteRow } from '../../../electron/texts/route-rows';

const words = messages.routes;

const cellText: Readonly<Record<RouteColumnId, (row: RouteRow) => string>> = {
  destination: destinationText,
  gateway: ({ gateway }) => gateway,
  interface: rowAdaptersText,
  metric: ({ metric }) => String(metric),
  defaultRoute: ({ standing }) =>
    standing ? `${words.states[standing.state]}: ${words.reasons[standing.reason]}` : '',
  origin: ({ origin }) => origin,
  table: ({ table }) => table,
};

/** Routes as a table to paste, with the columns in sight. */
export function routesText(rows: readonly RouteRow[], columns: readonly RouteColumnId[]): string {
  return pastedTable(
    columns.map((id) => words.columns[id]),
    rows.map((row) => columns.map((id) => cellText[id](row))),
  );
}
