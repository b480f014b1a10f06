// SPDX-License-Identifier: MIT
import type { Route } from '../contract/snapshot';
import { dead } from './linux-route';
import type { Network } from './network';

/** Why no packet can leave by a default route now, whatever other routes there are. */
export type DefaultRouteObstacle = 'disconnected' | 'off' | 'link-down' | 'expired';

function obstacleOnLinux({ hops, flags }: Route): DefaultRouteObstacle | null {
  const ways = hops.length > 0 ? hops : [{ flags }];
  return ways.every((way) => (way.flags & dead) !== 0) ? 'link-down' : null;
}

function obstacleOnWindows(network: Network, { luid, family }: Route): DefaultRouteObstacle | null {
  if (network.isOn(luid, family, 'DisableDefaultRoutes')) return 'off';
  return network.isOn(luid, family, 'Connected') ? null : 'disconnected';
}

/** What keeps a default route of the main table from being used, or null. */
export function obstacleTo(network: Network, route: Route): DefaultRouteObstacle | null {
  if (route.validLifetime === 0) return 'expired';
  return network.stack === 'linux' ? obstacleOnLinux(route) : obstacleOnWindows(network, route);
}
