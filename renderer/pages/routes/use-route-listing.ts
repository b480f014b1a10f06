// SPDX-License-Identifier: MIT
import { useCallback, useEffect, useRef, useState } from 'react';
import { useBridge } from '../../bridge/bridge';
import { RouteFeed } from './route-feed';
import type { RouteListing } from './route-feed';

/**
 * The routes of the computer, for as long as a page shows them; null until the first came. `revision` is that of the
 * newest snapshot; `retry` goes on after an error.
 */
export function useRouteListing(revision: number | undefined) {
  const bridge = useBridge();
  const [listing, setListing] = useState<RouteListing | null>(null);
  const feed = useRef<RouteFeed | null>(null);
  useEffect(() => {
    const own = new RouteFeed(bridge.routes, setListing);
    feed.current = own;
    return () => {
      own.stop();
    };
  }, [bridge]);
  useEffect(() => {
    if (revision !== undefined) feed.current?.follow(revision);
  }, [revision, bridge]);
  const retry = useCallback(() => {
    feed.current?.follow(0);
  }, []);
  return { listing, retry };
}
