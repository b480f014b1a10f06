// SPDX-License-Identifier: MIT
// Whether the prediction agrees with the system about now; where it doesn't, it must not speak about after.

import { splitZone } from '../contract/address-zone';
import type { AddressText, BestRoute, Snapshot } from '../contract/snapshot';
import type { Hop, Verdict } from './flow';
import type { Network } from './network';

/** What the system answers; `refused`: it has no way, `failed`: it could not be asked. */
export type LiveAnswer =
  | { readonly kind: 'route'; readonly route: BestRoute }
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed' };

/** RTN_LOCAL: the packet stays on this computer. */
const localType = 2;

function withoutZone(address: AddressText): AddressText {
  return splitZone(address).address;
}

function isOneOf(hops: readonly Hop[], live: BestRoute): boolean {
  return hops.some(
    ({ luid, nextHop }) => luid === live.luid && withoutZone(nextHop) === withoutZone(live.nextHop),
  );
}

/** Whether the system's answer is one that the prediction for now allows. */
export function agrees(network: Network, now: Verdict, live: LiveAnswer): boolean {
  if (live.kind === 'failed') return false;
  if (live.kind === 'refused') return now.kind === 'refused';
  const { route } = live;
  switch (now.kind) {
    case 'hops':
      return isOneOf(now.hops, route);
    case 'local':
      return (
        route.type === localType ||
        route.luid === now.luid ||
        network.index.kinds.get(route.luid) === 'loopback'
      );
    case 'refused':
      return false;
  }
}

/** Asks the system, each address once for each snapshot. */
export class LiveLookups {
  readonly #ask: (destination: AddressText) => Promise<LiveAnswer>;
  readonly #answers = new WeakMap<Snapshot, Map<AddressText, Promise<LiveAnswer>>>();

  constructor(ask: (destination: AddressText) => Promise<LiveAnswer>) {
    this.#ask = ask;
  }

  /** What the system answers for an address while `snapshot` is the newest one. */
  answer(snapshot: Snapshot, destination: AddressText): Promise<LiveAnswer> {
    let answers = this.#answers.get(snapshot);
    if (!answers) {
      answers = new Map();
      this.#answers.set(snapshot, answers);
    }
    let answer = answers.get(destination);
    if (!answer) {
      answer = this.#ask(destination);
      answers.set(destination, answer);
    }
    return answer;
  }
}
