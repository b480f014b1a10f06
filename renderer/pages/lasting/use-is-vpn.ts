// SPDX-License-Identifier: MIT
import { useCallback } from 'react';
import type { LastingSetting } from '../../../electron/contract/lasting';
import { knownKind } from '../../../electron/contract/preferences';
import { useKnownAdapters } from '../../adapters/known-adapters';
import { usePreferences } from '../../bridge/use-preferences';

/** IANA ifType of a tunnel. */
const tunnelType = 131;

/** Whether a setting is of a VPN: of one that is gone by its last look in this window, or else by its type. */
export function useIsVpn(): (setting: LastingSetting) => boolean {
  const adapters = useKnownAdapters();
  const { adapterKinds } = usePreferences();
  return useCallback(
    ({ luid, alias, type }) => {
      const adapter =
        luid === null
          ? [...adapters.values()].find((one) => one.alias === alias && one.type === type)
          : adapters.get(luid);
      return adapter ? knownKind(adapter, adapterKinds) === 'vpn' : type === tunnelType;
    },
    [adapters, adapterKinds],
  );
}
