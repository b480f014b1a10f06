// SPDX-License-Identifier: MIT
import { useMemo } from 'react';
import { useKnownAdapters } from '../app/known-adapters';
import { useSystemName } from '../bridge/use-bridge-query';
import { adapterName } from '../interfaces/adapter-name';
import { isolatedName } from '../ui/isolated-name';
import type { TrafficNames } from './traffic-text';

/** Names for sentences about traffic. */
export function useTrafficNames(): TrafficNames {
  const adapters = useKnownAdapters();
  const system = useSystemName();
  return useMemo(
    () => ({ nameOf: (luid) => isolatedName(adapterName(adapters.get(luid), luid)), system }),
    [adapters, system],
  );
}
