// SPDX-License-Identifier: MIT
import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Snapshot } from '../../electron/contract/snapshot';
import { useBridge } from '../bridge/bridge';
import { snapshotQuery } from '../bridge/queries';

/** Everything the stack shows; main pushes changes into it, and `refetch` reads it again. */
export function useInterfaces(): UseQueryResult<Snapshot> {
  return useQuery(snapshotQuery(useBridge()));
}
