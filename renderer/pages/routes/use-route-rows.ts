// SPDX-License-Identifier: MIT
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { DefaultRouteStanding } from '../../../electron/contract/preview';
import { useBridge } from '../../bridge/bridge';
import { standingsQuery } from '../../bridge/queries';
import { useInterfaces } from '../../adapters/use-interfaces';
import { arrangeRows, isWanted, rearrangeRows } from './arrange-rows';
import type { Arrangement, RowsDelta } from './arrange-rows';
import { madeRows, noMadeRows } from './made-rows';
import type { MadeRows } from './made-rows';
import { isInOtherTable, rowContext } from '../../../electron/texts/route-rows';
import type { RouteRow, Standings } from '../../../electron/texts/route-rows';
import { useRouteListing } from './use-route-listing';

const noStandings: Standings = new Map();

function byRoute(standings: readonly DefaultRouteStanding[]): Standings {
  return new Map(standings.map(({ route, standing }) => [route, standing]));
}

/** Of two, the one before where both say the same: a new answer is no reason to draw anything. */
function isSameStandings(a: Standings, b: Standings): boolean {
  return (
    a.size === b.size &&
    [...a].every(([route, { state, reason }]) => {
      const other = b.get(route);
      return other?.state === state && other.reason === reason;
    })
  );
}

interface Arranged {
  readonly of: MadeRows;
  readonly by: Arrangement;
  readonly rows: readonly RouteRow[];
  /** How many of them are in other tables than the main one. */
  readonly inOtherTables: number;
}

function countInOtherTables(rows: Iterable<RouteRow>, by: Arrangement): number {
  const isCounted = isWanted(by);
  let count = 0;
  for (const row of rows) if (isInOtherTable(row) && isCounted(row)) count += 1;
  return count;
}

function isSameArrangement(a: Arrangement, b: Arrangement): boolean {
  return a.filters === b.filters && a.sorting === b.sorting && a.lookedUpId === b.lookedUpId;
}

/** The rows of `made` in order, from those that were arranged before. */
function arrangedFrom(before: Arranged | null, made: MadeRows, by: Arrangement): Arranged {
  const { delta, serial, rows } = made;
  const isNext = before?.of.serial === serial - 1 && isSameArrangement(before.by, by);
  if (isNext && delta) return rearranged(before, made, delta);
  const arranged = arrangeRows(rows, by);
  return { of: made, by, rows: arranged, inOtherTables: countInOtherTables(arranged, by) };
}

/** The same after some rows came and went: nothing looks at those that stay. */
function rearranged(
  { rows, by, inOtherTables }: Arranged,
  of: MadeRows,
  delta: RowsDelta,
): Arranged {
  const came = countInOtherTables(delta.added, by);
  const went = countInOtherTables(delta.removed, by);
  return {
    of,
    by,
    rows: rearrangeRows(rows, delta, by),
    inOtherTables: inOtherTables + came - went,
  };
}

/** The rows of all routes of the computer; those that show what they showed are the same objects as before. */
export function useRouteRows() {
  const bridge = useBridge();
  const query = useInterfaces();
  const snapshot = query.data;
  const { listing, retry } = useRouteListing(snapshot?.revision);
  const { data: standings = noStandings } = useQuery({
    ...standingsQuery(bridge, snapshot?.revision ?? 0),
    enabled: snapshot !== undefined,
    select: byRoute,
  });
  const context = useMemo(() => snapshot && rowContext(snapshot), [snapshot]);
  const [made, setMade] = useState(noMadeRows);
  const known = isSameStandings(made.standings, standings) ? made.standings : standings;
  const isMade =
    !listing ||
    !context ||
    (made.version === listing.version &&
      made.contextKey === context.key &&
      made.standings === known);
  const shared = { query, listing, retry };
  if (isMade) return { ...shared, made };
  const next = madeRows(made, listing, context, known);
  setMade(next);
  return { ...shared, made: next };
}

/** Made rows in the order that is wanted, and whether tables other than the main one are among them. */
export function useArrangedRows(
  made: MadeRows,
  by: Arrangement,
): Pick<Arranged, 'rows'> & { readonly withTables: boolean } {
  const [arranged, setArranged] = useState<Arranged | null>(null);
  const isSame = arranged?.of === made && isSameArrangement(arranged.by, by);
  const { rows, inOtherTables } = isSame ? arranged : renewed();
  return { rows, withTables: inOtherTables > 0 };

  function renewed(): Arranged {
    const next = arrangedFrom(arranged, made, by);
    setArranged(next);
    return next;
  }
}
