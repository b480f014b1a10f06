// SPDX-License-Identifier: MIT

import type { Route } from '../contract/snapshot';
import type { Flow } from './flow';
import type { Network } from './network';

/** Routes of a table that match the destination of a flow, by destination, the longest prefix first. */
export function* matchingRoutes(
  network: Network,
  table: number,
  { destination }: Flow,
): Generator<readonly Route[]> {
  for (const length of network.prefixLengths(destination.family, table)) {
    const routes = network.routesAround(table, destination, length);
    if (routes.length > 0) yield routes;
  }
}
