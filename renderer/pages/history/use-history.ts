// SPDX-License-Identifier: MIT
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type {
  HistoryEntry,
  HistoryFilter,
  HistoryPart,
  HistoryPlace,
} from '../../../electron/contract/history';
import { useInterfaces } from '../../adapters/use-interfaces';
import { useBridge } from '../../bridge/bridge';
import {
  historyOutlineQuery,
  historyPageQuery,
  historyPagesKey,
  historyPageSize,
} from '../../bridge/queries';
import { useLastingSettings } from '../../bridge/use-bridge-query';

/** Where the transactions are that a filter lets through, newest first; undefined until that is known. */
export function useHistoryOutline(filter: HistoryFilter): {
  readonly total: number | undefined;
  readonly places: readonly HistoryPlace[];
  readonly error: unknown;
  readonly refetch: () => void;
} {
  const { data, error, refetch } = useQuery(historyOutlineQuery(useBridge(), filter));
  const places = useMemo(() => data?.places.toReversed() ?? [], [data]);
  return { total: data?.total, places, error, refetch: () => void refetch() };
}

/** Has pages asked anew when what decides what can be taken back changes; until it is known, what was known stands. */
function useAskedAnew(): void {
  const client = useQueryClient();
  const { adapters, ipInterfaces } = useInterfaces().data ?? {};
  const lasting = useLastingSettings();
  useEffect(() => {
    void client.invalidateQueries({ queryKey: historyPagesKey });
  }, [client, adapters, ipInterfaces, lasting]);
}

/** The transactions whose places in the journal are asked for, by place; those not read yet are missing. */
export function useHistoryEntries(sequences: readonly number[]): ReadonlyMap<number, HistoryEntry> {
  const bridge = useBridge();
  useAskedAnew();
  const numbers = [...new Set(sequences.map((place) => Math.floor(place / historyPageSize)))];
  const pages = useQueries({
    queries: numbers.map((number) => historyPageQuery(bridge, number)),
    combine: (results) => results.map(({ data }) => data),
  });
  return useMemo(() => entriesOf(pages), [pages]);
}

function entriesOf(pages: readonly (HistoryPart | undefined)[]): ReadonlyMap<number, HistoryEntry> {
  return new Map(
    pages.flatMap((page) => page?.entries ?? []).map((entry) => [entry.sequence, entry]),
  );
}
