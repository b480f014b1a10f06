// SPDX-License-Identifier: MIT
import type { Family } from '../../../electron/contract/family';
import { lowerBound } from '../../../electron/contract/lower-bound';
import { rowAdaptersText } from '../../../electron/texts/route-rows';
import type { RouteRow } from '../../../electron/texts/route-rows';
import type { GridSort } from '../../ui/grid/use-grid-table';

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
export function countRouteFilters({ families, defaultRoutesOnly, local }: RouteFilters): number {
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

export type RouteSort = GridSort<RouteColumnId>;

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const standingOrder = ['wins', 'tie', 'standby', 'partly', 'refuses', 'ignored'];

const byOrder = (a: RouteRow, b: RouteRow) =>
  a.order < b.order ? -1 : Number(a.order > b.order) || a.metric - b.metric;

/** Default routes by how they stand, then all others. */
function standingRank({ standing }: RouteRow): number {
  return standing ? standingOrder.indexOf(standing.state) : standingOrder.length;
}

/** What a column is sorted by; texts are compared as people read them. */
export const sortKeys: Readonly<Record<RouteColumnId, (row: RouteRow) => string | number>> = {
  destination: () => 0,
  gateway: ({ gateway }) => gateway,
  interface: rowAdaptersText,
  metric: ({ metric }) => metric,
  defaultRoute: standingRank,
  origin: ({ origin }) => origin,
  table: ({ route }) => route.table,
};

function passes(row: RouteRow, { families, defaultRoutesOnly, local }: RouteFilters): boolean {
  if (row.isLocal && !local) return false;
  if (defaultRoutesOnly && row.route.prefixLength > 0) return false;
  return families.length === 0 || families.includes(row.route.family);
}

/** Which rows are wanted, and in which order. */
export interface Arrangement {
  readonly filters: RouteFilters;
  readonly sort: RouteSort;
  /** The row that is looked up, which passes whatever the filters say. */
  readonly lookedUpId: string | null;
}

/** Whether a row is shown. */
export function isWanted({ filters, lookedUpId }: Arrangement): (row: RouteRow) => boolean {
  return (row) => row.id === lookedUpId || passes(row, filters);
}

type RowOrder = (a: RouteRow, b: RouteRow) => number;

function compareKeys(a: string | number, b: string | number): number {
  return typeof a === 'number' ? a - Number(b) : collator.compare(a, String(b));
}

function comparisonBy(rankOf: (row: RouteRow) => string | number, descending: boolean): RowOrder {
  const sign = descending ? -1 : 1;
  return (a, b) => sign * compareKeys(rankOf(a), rankOf(b)) || byOrder(a, b);
}

function comparisonOf({ column, descending }: RouteSort): RowOrder {
  if (column !== 'destination') return comparisonBy(sortKeys[column], descending);
  return descending ? (a, b) => byOrder(b, a) : byOrder;
}

/** The same order with each different text compared once: hundreds of thousands of routes have a handful. */
function rankedComparison(rows: readonly RouteRow[], sort: RouteSort): RowOrder {
  const { column, descending } = sort;
  if (column === 'destination') return comparisonOf(sort);
  const keyOf = sortKeys[column];
  const ranks = new Map<string | number, number>();
  [...new Set(rows.map(keyOf))].sort(compareKeys).reduce<string | number | null>((before, key) => {
    const isEqual = before !== null && compareKeys(before, key) === 0;
    ranks.set(key, ranks.size === 0 ? 0 : ranks.size - Number(isEqual));
    return key;
  }, null);
  return comparisonBy((row) => ranks.get(keyOf(row)) ?? 0, descending);
}

/** The wanted rows in order. */
export function arrangeRows(
  rows: readonly RouteRow[],
  arrangement: Arrangement,
): readonly RouteRow[] {
  const wanted = rows.filter(isWanted(arrangement));
  return wanted.sort(rankedComparison(wanted, arrangement.sort));
}

/** Rows that came and went. */
export interface RowsDelta {
  readonly removed: ReadonlySet<RouteRow>;
  readonly added: readonly RouteRow[];
}

/** So many are looked for one by one; it takes a handful of comparisons each. */
const fewRows = 100;

/** The first place whose row does not come before a row. */
function insertionPlace(rows: readonly RouteRow[], row: RouteRow, compare: RowOrder): number {
  return lowerBound(rows.length, (place) => {
    const other = rows[place];
    return other !== undefined && compare(other, row) < 0;
  });
}

/** Where a row is among those that compare equal; null: it was not wanted. */
function placeOfItself(rows: readonly RouteRow[], row: RouteRow, compare: RowOrder) {
  for (let place = insertionPlace(rows, row, compare); place < rows.length; place += 1) {
    const other = rows[place];
    if (other === row) return place;
    if (!other || compare(other, row) !== 0) return null;
  }
  return null;
}

function patched(
  arranged: readonly RouteRow[],
  removed: ReadonlySet<RouteRow>,
  coming: readonly RouteRow[],
  compare: RowOrder,
): readonly RouteRow[] {
  const rows = arranged.slice();
  for (const row of removed) {
    const place = placeOfItself(rows, row, compare);
    if (place !== null) rows.splice(place, 1);
  }
  for (const row of coming) rows.splice(insertionPlace(rows, row, compare), 0, row);
  return rows;
}

/** Arranged rows after some came and went: as far as they stay, they are only walked along. */
export function rearrangeRows(
  arranged: readonly RouteRow[],
  { removed, added }: RowsDelta,
  arrangement: Arrangement,
): readonly RouteRow[] {
  const compare = comparisonOf(arrangement.sort);
  const coming = added.filter(isWanted(arrangement)).sort(compare);
  if (coming.length + removed.size <= fewRows) return patched(arranged, removed, coming, compare);
  const result: RouteRow[] = [];
  let next = 0;
  for (const row of arranged) {
    if (removed.has(row)) continue;
    for (let one = coming[next]; one && compare(one, row) < 0; one = coming[next]) {
      result.push(one);
      next += 1;
    }
    result.push(row);
  }
  return [...result, ...coming.slice(next)];
}
