// SPDX-License-Identifier: MIT
// Which networks a VPN leads to besides the internet: what lookups really send into it, own networks left out.

import { mostCounted } from '../contract/preview';
import { families } from '../contract/family';
import type { Family } from '../contract/family';
import type { Luid, Route } from '../contract/snapshot';
import { leadsToInternet, widestNetwork } from './address-space';
import { answeredParts, prefixesOf } from './answered-parts';
import type { AnsweredPart } from './answered-parts';
import { carriersOf } from '../contract/carriers';
import { internetTraffic } from './internet-traffic';
import type { Network } from './network';
import { prefixAt } from './prefix';
import type { Prefix } from './prefix';
import type { PrefixList } from './prefix-list';

/**
 * Whether a route of a VPN is for a company's networks: it leads to no internet address; or the internet goes another
 * way, and it is no wider than a network can be.
 */
function isForCompany(
  { family, destination, prefixLength }: Route,
  carriesInternet: boolean,
): boolean {
  if (!leadsToInternet(prefixAt(family, destination, prefixLength))) return true;
  return !carriesInternet && prefixLength >= widestNetwork[family];
}

function isCompanyPart(
  { part, verdict, way }: AnsweredPart,
  luid: Luid,
  carriesInternet: boolean,
): boolean {
  if (part.space === 'reserved' || part.ownedBy !== null) return false;
  if (way.kind !== 'through' || way.luid !== luid || verdict.kind !== 'hops') return false;
  return isForCompany(verdict.route, carriesInternet);
}

/** Adapters that lead to networks besides the internet, were they VPNs. */
export function leadingToCompany(network: Network, userId: number): ReadonlySet<Luid> {
  const leading = families.flatMap((family) => {
    const carriers = carriersOf(internetTraffic(network, family, userId));
    return answeredParts(network, family, userId).flatMap((answered) => {
      if (answered.way.kind !== 'through') return [];
      const { luid } = answered.way;
      return isCompanyPart(answered, luid, carriers.includes(luid)) ? [luid] : [];
    });
  });
  return new Set(leading);
}

/** What a VPN leads to besides the internet, family by family. */
export interface CompanyNetworks {
  /** How many prefixes hold them, of both families; beyond `mostCounted` not counted on. */
  readonly count: number;
  /** A largest one of each family that has any. */
  readonly largest: readonly Prefix[];
}

function networksOf(network: Network, family: Family, luid: Luid, userId: number): PrefixList {
  const carriesInternet = carriersOf(internetTraffic(network, family, userId)).includes(luid);
  const parts = answeredParts(network, family, userId).filter((one) =>
    isCompanyPart(one, luid, carriesInternet),
  );
  return prefixesOf(network, family, parts, 'all');
}

/** The networks that lookups send into a VPN and that are neither the internet nor this computer's own. */
export function companyNetworks(network: Network, luid: Luid, userId: number): CompanyNetworks {
  const lists = families.map((family) => networksOf(network, family, luid, userId));
  return {
    count: Math.min(
      lists.reduce((sum, { count }) => sum + count, 0),
      mostCounted + 1,
    ),
    largest: lists.flatMap(({ largest }) => largest ?? []),
  };
}

/** Whether company traffic of a family goes through a VPN: to networks of its own, or along with everything. */
export function carriesCompany(
  network: Network,
  family: Family,
  luid: Luid,
  userId: number,
): boolean {
  const carriers = carriersOf(internetTraffic(network, family, userId));
  const carriesInternet = carriers.includes(luid);
  if (carriesInternet && carriers.length === 1) return true;
  return answeredParts(network, family, userId).some((one) =>
    isCompanyPart(one, luid, carriesInternet),
  );
}
