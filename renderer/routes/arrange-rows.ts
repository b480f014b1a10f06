// SPDX-License-Identifier: MIT
import type { Family } from '../../electron/contract/family';
import { adaptersText } from './route-rows';
import type { RouteRow } from './route-rows';

/** Which routes the table shows. */
export interface RouteFilters {
  /** Empty: both. */
  readonly families: readonly Family[];
  readonly defaultRoutesOnly: boolean;
  /** Routes about this computer and its links alone. */
  readonly local: boolean;
}

export const usualFilters: RouteFilters = { families: [], defaultRoutesOnly: false, local: false };

/** How many choices differ from the usual ones. */
export function countFilters({ families, defaultRoutesOnly, local }: RouteFilters): number {
  return families.length + Number(defaultRoutesOnly) + Number(local);
}

export const routeColumnIds = [
  'destination',
  'gateway',
  'interface',
  'metric',
  'defaultRoute',
  'origin',
  'table',
] as const;
export type RouteColumnId = (typeof routeColumnIds)[number];

export interface RouteSorting {
  readonly column: RouteColumnId;
  readonly isDescending: boolean;
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const standings = ['wins', 'tie', 'standby', 'partly', 'refuses', 'ignored'];

const byOrder = (a: RouteRow, b: RouteRow) =>
  a.order < b.order ? -1 : Number(a.order > b.order) || a.metric - b.metric;

/** Default routes by how they stand, then all others. */
function standingRank({ standing }: RouteRow): number {
  return standing ? standings.indexOf(standing.state) : standings.length;
}

const comparisons: Readonly<Record<RouteColumnId, (a: RouteRow, b: RouteRow) => number>> = {
  destination: byOrder,
  gateway: (a, b) => collator.compare(a.gateway, b.gateway),
  interface: (a, b) => collator.compare(adaptersText(a), adaptersText(b)),
  metric: (a, b) => a.metric - b.metric,
  defaultRoute: (a, b) => standingRank(a) - standingRank(b),
  origin: (a, b) => collator.compare(a.origin, b.origin),
  table: (a, b) => a.route.table - b.route.table,
};

function passes(row: RouteRow, { families, defaultRoutesOnly, local }: RouteFilters): boolean {
  if (row.isLocal && !local) return false;
  if (defaultRoutesOnly && row.route.prefixLength > 0) return false;
  return families.length === 0 || families.includes(row.route.family);
}

/** The rows that pass, and the one that is looked up whatever the filters say, in order. */
export function arrangeRows(
  rows: readonly RouteRow[],
  filters: RouteFilters,
  sorting: RouteSorting,
  lookedUpId: string | null,
): readonly RouteRow[] {
  const compare = comparisons[sorting.column];
  const sign = sorting.isDescending ? -1 : 1;
  return rows
    .filter((row) => row.id === lookedUpId || passes(row, filters))
    .sort((a, b) => sign * compare(a, b) || byOrder(a, b));
}
