// SPDX-License-Identifier: MIT
import { useCallback } from 'react';
import { interfaceRows } from '../../adapters/interface-rows';
import type { InterfaceRow } from '../../adapters/interface-rows';
import { useInterfaces } from '../../adapters/use-interfaces';
import { usePreferences } from '../../bridge/use-preferences';
import { useFold } from '../../ui/use-fold';
import { useTrafficNow } from './use-traffic-now';

const noRows: readonly InterfaceRow[] = [];

/** The rows of the newest snapshot; those nobody changed are the same objects as before. */
export function useInterfaceRows() {
  const query = useInterfaces();
  const snapshot = query.data;
  const { adapterKinds } = usePreferences();
  const traffic = useTrafficNow();
  const rows = useFold<readonly InterfaceRow[]>(
    useCallback(
      (before = noRows) =>
        snapshot ? interfaceRows(snapshot, before, adapterKinds, traffic) : noRows,
      [snapshot, adapterKinds, traffic],
    ),
  );
  return { query, rows };
}
