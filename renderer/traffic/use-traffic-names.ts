// SPDX-License-Identifier: MIT
import { useMemo } from 'react';
import type { Adapter } from '../../electron/contract/snapshot';
import { useKnownAdapters } from '../adapters/known-adapters';
import { useSystemName } from '../bridge/use-bridge-query';
import { adapterName, sharedNames } from '../../electron/texts/adapter-name';
import { useInterfaces } from '../adapters/use-interfaces';
import { isolatedName } from '../ui/isolated-name';
import type { TrafficNames } from '../../electron/texts/traffic-text';

const none: readonly Adapter[] = [];

/** Names for sentences about traffic. */
export function useTrafficNames(): TrafficNames {
  const adapters = useKnownAdapters();
  // Those that are gone share their name with what came in their place.
  const present = useInterfaces().data?.adapters ?? none;
  const system = useSystemName();
  return useMemo(() => {
    const shared = sharedNames(present);
    return {
      nameOf: (luid) => isolatedName(adapterName(adapters.get(luid), luid, shared)),
      system,
    };
  }, [adapters, present, system]);
}
