// SPDX-License-Identifier: MIT
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { DefaultRouteStanding } from '../../../electron/contract/preview';
import { useBridge } from '../../bridge/bridge';
import { standingsQuery } from '../../bridge/queries';
import { useInterfaces } from '../../adapters/use-interfaces';
import { useFold } from '../../ui/use-fold';
import { arrangeRows, isWanted, rearrangeRows } from './arrange-rows';
import type { Arrangement, RowsDelta } from './arrange-rows';
import { madeRows, noMadeRows } from './made-rows';
import type { MadeRows } from './made-rows';
import { isInOtherTable, rowContext } from '../../../electron/texts/route-rows';
import type { RouteRow, Standings } from '../../../electron/texts/route-rows';
import { useRouteListing } from './use-route-listing';

const noStandings: readonly DefaultRouteStanding[] = [];

/** Passed through `select`, an answer that says the same as the one before is the same object. */
const asTheyAre = (standings: readonly DefaultRouteStanding[]) => standings;

/** What each default route does, by `routeId`; the same map until it is another. */
function useStandings(revision: number | undefined): Standings {
  const { data = noStandings } = useQuery({
    ...standingsQuery(useBridge(), revision ?? 0),
    enabled: revision !== undefined,
    select: asTheyAre,
  });
  return useMemo(() => new Map(data.map(({ route, standing }) => [route, standing])), [data]);
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
  return a.filters === b.filters && a.sort === b.sort && a.lookedUpId === b.lookedUpId;
}

/** The rows of `made` in order, from those that were arranged before. */
function arrangedFrom(before: Arranged | undefined, made: MadeRows, by: Arrangement): Arranged {
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
  const query = useInterfaces();
  const snapshot = query.data;
  const { listing, retry } = useRouteListing(snapshot?.revision);
  const standings = useStandings(snapshot?.revision);
  const context = useMemo(() => snapshot && rowContext(snapshot), [snapshot]);
  const made = useFold<MadeRows>(
    useCallback(
      (before = noMadeRows) =>
        listing && context ? madeRows(before, listing, context, standings) : before,
      [listing, context, standings],
    ),
  );
  return { query, listing, retry, made };
}

/** Made rows in the order that is wanted, and whether tables other than the main one are among them. */
export function useArrangedRows(
  made: MadeRows,
  { filters, sort, lookedUpId }: Arrangement,
): Pick<Arranged, 'rows'> & { readonly withTables: boolean } {
  const { rows, inOtherTables } = useFold<Arranged>(
    useCallback(
      (before) => arrangedFrom(before, made, { filters, sort, lookedUpId }),
      [made, filters, sort, lookedUpId],
    ),
  );
  return { rows, withTables: inOtherTables > 0 };
}
