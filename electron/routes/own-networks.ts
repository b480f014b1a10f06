// SPDX-License-Identifier: MIT
// The networks that this computer is part of: subnets of its addresses, and peers at the other end of a link.

import type { Family } from '../contract/family';
import type { Luid, Route, UnicastAddress } from '../contract/snapshot';
import { widestNetwork } from './address-space';
import { addressOf } from './ip-address';
import { onceFor } from './once-for';
import { prefixAround, prefixAt } from './prefix';
import type { Prefix } from './prefix';
import type { SnapshotIndex } from './snapshot-index';

/** A network and the adapter that is part of it. */
export interface OwnNetwork {
  readonly luid: Luid;
  readonly prefix: Prefix;
}

const subnetOf = onceFor(({ luid, address, prefixLength }: UnicastAddress): OwnNetwork => {
  return { luid, prefix: prefixAround(addressOf(address), prefixLength) };
});

const lineOf = onceFor(({ luid, family, destination, prefixLength }: Route): OwnNetwork => {
  return { luid, prefix: prefixAt(family, destination, prefixLength) };
});

/** The own networks of a family; the same object for the same row. */
export function ownNetworks(index: SnapshotIndex, family: Family): readonly OwnNetwork[] {
  const { snapshot } = index;
  const isOfFamily = (row: UnicastAddress | Route) => row.family === family;
  const subnets = snapshot.unicastAddresses.filter(isOfFamily).map(subnetOf);
  const lines =
    snapshot.stack === 'linux' ? index.routes.madeForAddresses.filter(isOfFamily).map(lineOf) : [];
  // An address "in" half of the internet says how a tunnel was set up, not what it is part of.
  return [...subnets, ...lines].filter(({ prefix }) => prefix.length >= widestNetwork[family]);
}
