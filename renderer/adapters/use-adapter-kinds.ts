// SPDX-License-Identifier: MIT
import { useMemo } from 'react';
import type { AdapterKind } from '../../electron/contract/adapter-kind';
import { adapterIdentity } from '../../electron/contract/preferences';
import type { AdapterKinds } from '../../electron/contract/preview';
import type { Adapter } from '../../electron/contract/snapshot';
import { usePreferences, useStorePreferences } from '../bridge/use-preferences';
import { useInterfaces } from './use-interfaces';

const noAdapters: readonly Adapter[] = [];

/** The kinds the user corrected, of adapters that are there. */
export function useAdapterKinds(): AdapterKinds {
  const adapters = useInterfaces().data?.adapters ?? noAdapters;
  const { adapterKinds } = usePreferences();
  return useMemo(
    () =>
      Object.fromEntries(
        adapters.flatMap((adapter): [string, AdapterKind][] => {
          const kind = adapterKinds[adapterIdentity(adapter)];
          return kind ? [[adapter.luid, kind]] : [];
        }),
      ),
    [adapters, adapterKinds],
  );
}

/** Remembers what kind an adapter is; the kind that is recognised anyway is forgotten again. */
export function useCorrectAdapterKind(): (adapter: Adapter, kind: AdapterKind) => void {
  const { adapterKinds } = usePreferences();
  const store = useStorePreferences();
  return (adapter, kind) => {
    const identity = adapterIdentity(adapter);
    const others = Object.entries(adapterKinds).filter(([other]) => other !== identity);
    const corrected = kind === adapter.kind ? [] : [[identity, kind] as const];
    store({ adapterKinds: Object.fromEntries([...others, ...corrected]) });
  };
}
