// SPDX-License-Identifier: MIT
import type { AdapterKind } from '../../electron/contract/adapter-kind';
import { families } from '../../electron/contract/family';
import type { Family } from '../../electron/contract/family';
import type { AdapterKinds } from '../../electron/contract/preview';
import type { Refusal } from '../../electron/contract/refusals';
import { ipInterfaceId } from '../../electron/contract/snapshot';
import type { Adapter, IpInterface, Luid } from '../../electron/contract/snapshot';
import type { WindowSnapshot } from '../../electron/contract/window-snapshot';
import { adapterName, sharedNames } from '../../electron/texts/adapter-name';
import { trafficUses } from '../adapters/traffic-use';

/** One family of an adapter. */
export interface CardFamily {
  readonly family: Family;
  /** DisableDefaultRoutes now; null where the system has no such value. */
  readonly live: number | null;
  /** Whether it has a default route, used or not. */
  readonly hasDefaultRoute: boolean;
  /** Default routes came back by themselves although they are switched off. */
  readonly cameBack: boolean;
  /** Why the stack would not switch it now. */
  readonly refusal: Refusal | undefined;
}

/** What the page shows of an adapter; edits are not part of it. */
export interface AdapterCard {
  readonly luid: Luid;
  readonly adapter: Adapter;
  readonly name: string;
  readonly kind: AdapterKind;
  /** Whether the user said what kind it is. */
  readonly isKindCorrected: boolean;
  readonly isConnected: boolean;
  /** A port of a bridge or a bond, without a default route of its own. */
  readonly isMerePart: boolean;
  /**
   * Whether it is shown without asking: connected, with an address and a default route that is on or off, neither
   * loopback nor a mere part.
   */
  readonly isShownAtFirst: boolean;
  readonly families: readonly CardFamily[];
}

/** MIB_IF_ROW2.AdminStatus, NET_IF_ADMIN_STATUS_DOWN. */
const adminStatusDown = 2;

function isConnected(adapter: Adapter, rows: readonly IpInterface[]): boolean {
  return (
    adapter.adminStatus !== adminStatusDown && rows.some(({ values }) => values.Connected === 1)
  );
}

/** The best metric of the default routes of each adapter, whether they are used or not. */
function bestMetrics({ defaultRoutes, ipInterfaces }: WindowSnapshot): ReadonlyMap<Luid, number> {
  const metricOf = new Map(
    ipInterfaces.map((row) => [ipInterfaceId(row), Number(row.values.Metric ?? 0)]),
  );
  const best = new Map<Luid, number>();
  for (const { family, luid: own, hops, metric } of defaultRoutes) {
    for (const luid of own === '0' ? hops.map((hop) => hop.luid) : [own]) {
      const effective = metric + (metricOf.get(ipInterfaceId({ luid, family })) ?? 0);
      best.set(luid, Math.min(effective, best.get(luid) ?? Infinity));
    }
  }
  return best;
}

/** Adapters that could carry internet traffic come first, the preferred one at the top; then VPNs. */
function rank({ luid, kind }: AdapterCard, best: ReadonlyMap<Luid, number>): number {
  const last = Number.MAX_SAFE_INTEGER;
  return best.get(luid) ?? (kind === 'vpn' ? last - 1 : last);
}

function rowsByLuid({ ipInterfaces }: WindowSnapshot): ReadonlyMap<Luid, readonly IpInterface[]> {
  const byLuid = new Map<Luid, IpInterface[]>();
  for (const row of ipInterfaces) {
    const known = byLuid.get(row.luid);
    if (known) known.push(row);
    else byLuid.set(row.luid, [row]);
  }
  return byLuid;
}

/**
 * The cards of all adapters. Their order depends on what is there, not on what is switched on, so that no
 * card moves away under the pointer.
 */
export function adapterCards(
  snapshot: WindowSnapshot,
  kinds: AdapterKinds,
): readonly AdapterCard[] {
  const rows = rowsByLuid(snapshot);
  const traffic = trafficUses(snapshot);
  const addressed = new Set(snapshot.unicastAddresses.map(({ luid }) => luid));
  const best = bestMetrics(snapshot);
  const shared = sharedNames(snapshot.adapters);

  const familyOf = (row: IpInterface): CardFamily => {
    const { DisableDefaultRoutes: live } = row.values;
    return {
      family: row.family,
      live: typeof live === 'number' ? live : null,
      hasDefaultRoute: (traffic.get(ipInterfaceId(row)) ?? 'none') !== 'none',
      cameBack: row.defaultRoutesOverridden,
      refusal: row.refusals.DisableDefaultRoutes,
    };
  };
  const cards = snapshot.adapters.map((adapter): AdapterCard => {
    const { luid } = adapter;
    const own = rows.get(luid) ?? [];
    const kind = kinds[luid] ?? adapter.kind;
    const connected = isConnected(adapter, own);
    const cardFamilies = families.flatMap((family) => {
      const row = own.find((candidate) => candidate.family === family);
      return row ? [familyOf(row)] : [];
    });
    const hasRouteToSwitch = cardFamilies.some(
      ({ live, hasDefaultRoute }) => hasDefaultRoute || live === 1,
    );
    const isMerePart =
      adapter.master !== '0' && !cardFamilies.some(({ hasDefaultRoute }) => hasDefaultRoute);
    return {
      luid,
      adapter,
      name: adapterName(adapter, luid, shared),
      kind,
      isKindCorrected: kinds[luid] !== undefined,
      isConnected: connected,
      isMerePart,
      isShownAtFirst:
        connected && kind !== 'loopback' && addressed.has(luid) && hasRouteToSwitch && !isMerePart,
      families: cardFamilies,
    };
  });
  return cards.toSorted((a, b) => rank(a, best) - rank(b, best));
}
