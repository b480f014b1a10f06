// SPDX-License-Identifier: MIT
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { AppError } from '../../../electron/contract/errors';
import type { BestRoute } from '../../../electron/contract/snapshot';
import { appErrorOf, unwrap, useBridge } from '../../bridge/bridge';

/** What is known about an address. */
export type Lookup =
  | { readonly kind: 'answered'; readonly address: string; readonly route: BestRoute }
  | { readonly kind: 'failed'; readonly address: string; readonly error: AppError };

/** Looks an address up in the system itself, and again with each snapshot. */
export function useLookup(address: string, revision: number | undefined): Lookup | null {
  const bridge = useBridge();
  const { data, error, refetch } = useQuery({
    queryKey: ['best-route', address],
    queryFn: async () => unwrap(await bridge.interfaces.bestRoute(address)),
    enabled: address !== '',
    gcTime: 0,
  });
  const before = useRef(revision);
  useEffect(() => {
    const last = before.current;
    before.current = revision;
    if (last !== revision && address !== '') void refetch();
  }, [revision, address, refetch]);
  return useMemo(() => {
    if (address === '') return null;
    if (error) return { kind: 'failed', address, error: appErrorOf(error) };
    return data ? { kind: 'answered', address, route: data } : null;
  }, [address, data, error]);
}
