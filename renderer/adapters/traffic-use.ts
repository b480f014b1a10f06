// SPDX-License-Identifier: MIT
import { carriersOf } from '../../electron/contract/carriers';
import { families } from '../../electron/contract/family';
import { mainTable, unicast } from '../../electron/contract/route-numbers';
import type { Preview } from '../../electron/contract/preview';
import { ipInterfaceId } from '../../electron/contract/snapshot';
import type { IpInterface, Route } from '../../electron/contract/snapshot';
import type { WindowSnapshot } from '../../electron/contract/window-snapshot';

/** What an IP interface does for internet traffic; `none`: it has no default route that could be switched. */
export type TrafficUse = 'in-use' | 'on' | 'off' | 'none';

/** Which way internet traffic goes, as main predicts it; undefined until it has. */
export type TrafficNow = Preview['traffic'] | undefined;

function isSwitchable(route: Route): boolean {
  return route.table === mainTable && route.type === unicast;
}

/** The IP interfaces a route leads through. */
function outgoingIds(route: Route): string[] {
  const luids = route.luid === '0' ? route.hops.map((hop) => hop.luid) : [route.luid];
  return luids.map((luid) => ipInterfaceId({ luid, family: route.family }));
}

/** The IP interfaces that internet traffic leaves through; in a tie all that it may. */
function carrierIds(traffic: TrafficNow): ReadonlySet<string> {
  if (!traffic) return new Set();
  return new Set(
    families.flatMap((family) =>
      carriersOf(traffic[family].now).map((luid) => ipInterfaceId({ luid, family })),
    ),
  );
}

/** What each IP interface does for internet traffic, by `ipInterfaceId`. */
export function trafficUses(
  snapshot: WindowSnapshot,
  traffic?: TrafficNow,
): ReadonlyMap<string, TrafficUse> {
  const carriers = carrierIds(traffic);
  const switchable = new Set(snapshot.defaultRoutes.filter(isSwitchable).flatMap(outgoingIds));
  const trafficOf = (id: string, row: IpInterface): TrafficUse => {
    if (carriers.has(id)) return 'in-use';
    if (row.values.DisableDefaultRoutes === 1) return 'off';
    return switchable.has(id) ? 'on' : 'none';
  };
  return new Map(
    snapshot.ipInterfaces.map((row) => {
      const id = ipInterfaceId(row);
      return [id, trafficOf(id, row)];
    }),
  );
}
