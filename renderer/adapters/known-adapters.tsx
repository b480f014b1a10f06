// SPDX-License-Identifier: MIT
import { createContext, useCallback, useContext } from 'react';
import type { ReactNode } from 'react';
import type { Adapter, Luid } from '../../electron/contract/snapshot';
import { useFold } from '../ui/use-fold';
import { useInterfaces } from './use-interfaces';

type KnownAdapters = ReadonlyMap<Luid, Adapter>;

const none: readonly Adapter[] = [];
const KnownAdaptersContext = createContext<KnownAdapters>(new Map());

/** Remembers adapters that are gone, so that edits and results can still name them. */
export function KnownAdaptersProvider({ children }: { readonly children: ReactNode }) {
  const adapters = useInterfaces().data?.adapters ?? none;
  const known = useFold<KnownAdapters>(
    useCallback(
      (before = new Map()) =>
        new Map([...before, ...adapters.map((adapter) => [adapter.luid, adapter] as const)]),
      [adapters],
    ),
  );
  return <KnownAdaptersContext.Provider value={known}>{children}</KnownAdaptersContext.Provider>;
}

/** All adapters seen in this window, by LUID. */
export function useKnownAdapters(): KnownAdapters {
  return useContext(KnownAdaptersContext);
}

/** The adapter with this LUID, also when it is gone by now. */
export function useKnownAdapter(luid: Luid): Adapter | undefined {
  return useKnownAdapters().get(luid);
}
