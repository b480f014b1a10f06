// SPDX-License-Identifier: MIT
import { useQuery } from '@tanstack/react-query';
import type { ManagerName } from '../../../../electron/contract/manager-name';
import type { Luid } from '../../../../electron/contract/snapshot';
import { unwrap, useBridge } from '../../../bridge/bridge';

/** Which program of the system configures an adapter, asked anew whenever a pane opens; null: none, or not known yet. */
export function useManager(luid: Luid): ManagerName | null {
  const bridge = useBridge();
  const { data } = useQuery({
    queryKey: ['manager', luid],
    queryFn: async () => unwrap(await bridge.interfaces.manager(luid)),
    gcTime: 0,
  });
  return data ?? null;
}
