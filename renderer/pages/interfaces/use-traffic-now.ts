// SPDX-License-Identifier: MIT
import { useQuery } from '@tanstack/react-query';
import { useBridge } from '../../bridge/bridge';
import { askedAboutNow, previewQuery } from '../../bridge/queries';
import type { TrafficNow } from '../../adapters/traffic-use';
import { useInterfaces } from '../../adapters/use-interfaces';

/** Which way internet traffic goes now; the same object as long as that doesn't change. */
export function useTrafficNow(): TrafficNow {
  const bridge = useBridge();
  const { data: snapshot } = useInterfaces();
  const { data } = useQuery({
    ...previewQuery(bridge, askedAboutNow, snapshot?.revision ?? 0),
    select: ({ traffic }) => traffic,
    enabled: snapshot !== undefined,
  });
  return data;
}
