// SPDX-License-Identifier: MIT
import { createContext, useContext, useState } from 'react';
import type { ReactNode } from 'react';
import type { Adapter, Luid } from '../../electron/contract/snapshot';
import { useInterfaces } from './use-interfaces';

type KnownAdapters = ReadonlyMap<Luid, Adapter>;

const none: readonly Adapter[] = [];
const KnownAdaptersContext = createContext<KnownAdapters>(new Map());

/** Remembers adapters that are gone, so that edits and results can still name them. */
export function KnownAdaptersProvider({ children }: { readonly children: ReactNode }) {
  const adapters = useInterfaces().data?.adapters ?? none;
  const [known, setKnown] = useState({ of: none, byLuid: new Map<Luid, Adapter>() });
  if (known.of !== adapters) {
    const byLuid = new Map(known.byLuid);
    for (const adapter of adapters) byLuid.set(adapter.luid, adapter);
    setKnown({ of: adapters, byLuid });
  }
  return (
    <KnownAdaptersContext.Provider value={known.byLuid}>{children}</KnownAdaptersContext.Provider>
  );
}

/** All adapters seen in this window, by LUID. */
export function useKnownAdapters(): KnownAdapters {
  return useContext(KnownAdaptersContext);
}

/** The adapter with this LUID, also when it is gone by now. */
export function useKnownAdapter(luid: Luid): Adapter | undefined {
  return useKnownAdapters().get(luid);
}
