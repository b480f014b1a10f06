// SPDX-License-Identifier: MIT
import { useState } from 'react';
import type { Preferences } from '../../../electron/contract/preferences';
import { usePreferences } from '../../bridge/use-preferences';
import { interfaceRows } from '../../adapters/interface-rows';
import type { InterfaceRow } from '../../adapters/interface-rows';
import type { TrafficNow } from '../../adapters/traffic-use';
import { useInterfaces } from '../../adapters/use-interfaces';
import { useTrafficNow } from './use-traffic-now';

const noRows: readonly InterfaceRow[] = [];

interface MadeRows {
  readonly of: ReturnType<typeof useInterfaces>['data'];
  readonly kinds: Preferences['adapterKinds'];
  readonly traffic: TrafficNow;
  readonly rows: readonly InterfaceRow[];
}

/** The rows of the newest snapshot; those nobody changed are the same objects as before. */
export function useInterfaceRows(): {
  readonly query: ReturnType<typeof useInterfaces>;
  readonly rows: readonly InterfaceRow[];
} {
  const query = useInterfaces();
  const { adapterKinds } = usePreferences();
  const traffic = useTrafficNow();
  const [made, setMade] = useState<MadeRows>({
    of: undefined,
    kinds: adapterKinds,
    traffic,
    rows: noRows,
  });
  const isMade = made.of === query.data && made.kinds === adapterKinds && made.traffic === traffic;
  if (isMade) return { query, rows: made.rows };
  const rows = query.data ? interfaceRows(query.data, made.rows, adapterKinds, traffic) : noRows;
  setMade({ of: query.data, kinds: adapterKinds, traffic, rows });
  return { query, rows };
}
