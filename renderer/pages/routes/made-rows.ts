// SPDX-License-Identifier: MIT
// The rows of all routes, made once each: what came is made, what went is dropped, the rest stays.

import { routeId } from '../../../electron/contract/snapshot';
import type { Route } from '../../../electron/contract/snapshot';
import { splicedList } from '../../../electron/contract/snapshot-patch';
import type { RowsDelta } from './arrange-rows';
import type { RouteListing, RouteSplices } from './route-feed';
import { routeRow } from '../../../electron/texts/route-rows';
import type { RouteRow, RowContext, Standings } from '../../../electron/texts/route-rows';

export interface MadeRows {
  /** Counts them: a delta leads from the one before. */
  readonly serial: number;
  /** Of the listing they are made of. */
  readonly version: number;
  readonly contextKey: string;
  readonly standings: Standings;
  /** One for each route, in the stack's order. */
  readonly rows: readonly RouteRow[];
  /** What this differs in from the rows before; null: in everything. */
  readonly delta: RowsDelta | null;
}

export const noMadeRows: MadeRows = {
  serial: 0,
  version: 0,
  contextKey: '',
  standings: new Map(),
  rows: [],
  delta: null,
};

/** Rows gathered over several changes, of which some may come and go again. */
class Delta {
  readonly removed = new Set<RouteRow>();
  readonly added = new Set<RouteRow>();

  remove(row: RouteRow): void {
    if (!this.added.delete(row)) this.removed.add(row);
  }

  get done(): RowsDelta {
    return { removed: this.removed, added: [...this.added] };
  }
}

type Make = (route: Route) => RouteRow;

function spliced(
  rows: readonly RouteRow[],
  splices: RouteSplices,
  make: Make,
  delta: Delta,
): readonly RouteRow[] {
  for (const { start, removed } of splices) {
    for (const row of rows.slice(start, start + removed)) delta.remove(row);
  }
  const made = splices.map((splice) => ({ ...splice, rows: splice.rows.map(make) }));
  for (const { rows: own } of made) for (const row of own) delta.added.add(row);
  return splicedList(rows, made);
}

/** Default routes whose standing has changed get another row. */
function restood(
  rows: readonly RouteRow[],
  standings: Standings,
  delta: Delta,
): readonly RouteRow[] {
  const stood = new Map<RouteRow, RouteRow>();
  for (const row of rows) {
    if (row.route.prefixLength !== 0) continue;
    const standing = standings.get(routeId(row.route)) ?? null;
    const isSame =
      row.standing?.state === standing?.state && row.standing?.reason === standing?.reason;
    if (!isSame) stood.set(row, { ...row, standing });
  }
  if (stood.size === 0) return rows;
  for (const [row, made] of stood) {
    delta.remove(row);
    delta.added.add(made);
  }
  return rows.map((row) => stood.get(row) ?? row);
}

/** The rows of a listing, from those that were made before it; these themselves where they are the same. */
export function madeRows(
  before: MadeRows,
  listing: RouteListing,
  context: RowContext,
  standings: Standings,
): MadeRows {
  const { version, steps, routes } = listing;
  const missed = version - before.version;
  const isOfSame = before.contextKey === context.key;
  if (isOfSame && missed === 0 && before.standings === standings) return before;
  const isNext = isOfSame && missed <= steps.length;
  const make = (route: Route) => routeRow(route, context, standings);
  const shared = { serial: before.serial + 1, version, contextKey: context.key, standings };
  if (!isNext) return { ...shared, rows: routes.map(make), delta: null };
  const delta = new Delta();
  const rows = steps
    .slice(steps.length - missed)
    .reduce((now, splices) => spliced(now, splices, make, delta), before.rows);
  const stood = before.standings === standings ? rows : restood(rows, standings, delta);
  return { ...shared, rows: stood, delta: delta.done };
}
