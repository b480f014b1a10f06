// SPDX-License-Identifier: MIT
import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { WindowSnapshot } from '../../electron/contract/window-snapshot';
import { useBridge } from '../bridge/bridge';
import { snapshotQuery } from '../bridge/queries';

/** Everything the stack shows; main pushes changes into it, and `refetch` reads it again. */
export function useInterfaces(): UseQueryResult<WindowSnapshot> {
  return useQuery(snapshotQuery(useBridge()));
}
