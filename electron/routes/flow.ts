// SPDX-License-Identifier: MIT
// What is looked up and what comes of it, alike for every stack.

import type { AddressText, Luid, Route } from '../contract/snapshot';
import type { IpAddress } from './ip-address';

/** A packet that this computer sends. */
export interface Flow {
  readonly destination: IpAddress;
  /** Where it comes from; null: not chosen yet, as in a plain lookup. */
  readonly source: IpAddress | null;
  /** The interface it must leave through, named by a zone; null: any. */
  readonly boundTo: Luid | null;
  /** Who sends it (Linux rules may ask). */
  readonly userId: number;
  /** Its firewall mark (Linux rules may ask); 0: none. */
  readonly mark: number;
}

/** A packet as a plain lookup takes it: without a source, a zone and a mark. */
export function plainFlow(destination: IpAddress, userId: number): Flow {
  return { destination, source: null, boundTo: null, userId, mark: 0 };
}

/** A way out through one interface. */
export interface Hop {
  readonly luid: Luid;
  readonly nextHop: AddressText;
}

/** What a lookup finds. */
export type Verdict =
  /** `hops` has more than one where the system doesn't document which of them it takes. */
  | { readonly kind: 'hops'; readonly route: Route; readonly hops: readonly Hop[] }
  | { readonly kind: 'local'; readonly luid: Luid; readonly prefixLength: number }
  /** `route`: the one whose type refuses; null: a rule does, or there is none. */
  | { readonly kind: 'refused'; readonly reason: RoutingRefusal; readonly route: Route | null };

export type RoutingRefusal = 'no-route' | 'unreachable' | 'blackhole' | 'prohibit';
