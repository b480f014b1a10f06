// SPDX-License-Identifier: MIT
// A prediction against what the kernel did.

import type { Hop, RoutingRefusal, Verdict } from '../../electron/routes/flow';
import type { Network } from '../../electron/routes/network';
import { isUnspecified } from '../../electron/routes/ip-address';
import type { Seen } from './witness';

/**
 * `equal`: the kernel did what was predicted; `all hops`: a hash chooses, and the kernel was seen to take exactly the
 * hops predicted; `tie`: it took one of those predicted; `unreliable`: calibration had said so.
 */
export type Judgement = 'equal' | 'all hops' | 'tie' | 'unreliable' | 'different';

/** How the kernel says no (strerror of what fib_props and fib_rules answer). */
const sayings: Readonly<Record<RoutingRefusal, RegExp>> = {
  'no-route': /Network is unreachable/,
  unreachable: /Network is unreachable|No route to host/,
  blackhole: /Invalid argument/,
  prohibit: /Permission denied/,
};

function hopText(network: Network, { luid, nextHop }: Hop): string {
  const alias = network.index.adapters.get(luid)?.alias ?? '?';
  return `${alias} ${isUnspecified(nextHop) ? '-' : nextHop}`;
}

function seenText(seen: Seen): string {
  return seen.kind === 'hop' ? `${seen.link} ${seen.nextHop ?? '-'}` : seen.kind;
}

function isAllowed(network: Network, predicted: Verdict, seen: Seen): boolean {
  switch (predicted.kind) {
    case 'local':
      return seen.kind === 'local';
    case 'refused':
      return seen.kind === 'refused' && sayings[predicted.reason].test(seen.said);
    case 'hops':
      return predicted.hops.some((hop) => hopText(network, hop) === seenText(seen));
  }
}

function sameHops(network: Network, hops: readonly Hop[], flows: readonly Seen[]): boolean {
  const predicted = new Set(hops.map((hop) => hopText(network, hop)));
  const taken = new Set(flows.map(seenText));
  return predicted.size === taken.size && [...taken].every((text) => predicted.has(text));
}

/** Judges one prediction; `flows` shows what many packets do where a prediction names several hops. */
export function judge(
  network: Network,
  predicted: Verdict,
  seen: Seen,
  flows: () => readonly Seen[],
): Judgement {
  if (!isAllowed(network, predicted, seen)) return 'different';
  if (predicted.kind !== 'hops' || predicted.hops.length === 1) return 'equal';
  return sameHops(network, predicted.hops, flows()) ? 'all hops' : 'tie';
}
