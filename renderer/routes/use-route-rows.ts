// SPDX-License-Identifier: MIT
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DefaultRouteStanding } from '../../electron/contract/preview';
import { useBridge } from '../bridge/bridge';
import { standingsQuery } from '../bridge/queries';
import { useInterfaces } from '../interfaces/use-interfaces';
import { routeRows } from './route-rows';
import type { RouteRow, Standings } from './route-rows';

const noRows: readonly RouteRow[] = [];
const noStandings: Standings = new Map();

function byRoute(standings: readonly DefaultRouteStanding[]): Standings {
  return new Map(standings.map(({ route, standing }) => [route, standing]));
}

/** The rows of the newest snapshot; those that show what they showed are the same objects as before. */
export function useRouteRows() {
  const bridge = useBridge();
  const query = useInterfaces();
  const snapshot = query.data;
  const { data: standings = noStandings } = useQuery({
    ...standingsQuery(bridge, query.dataUpdatedAt),
    enabled: snapshot !== undefined,
    select: byRoute,
  });
  const [made, setMade] = useState({ snapshot, standings, rows: noRows });
  const isMade = made.snapshot === snapshot && made.standings === standings;
  if (isMade && (made.rows !== noRows || !snapshot)) return { query, rows: made.rows };
  const rows = snapshot ? routeRows(snapshot, standings, made.rows) : noRows;
  setMade({ snapshot, standings, rows });
  return { query, rows };
}
