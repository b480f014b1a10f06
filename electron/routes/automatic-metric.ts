// SPDX-License-Identifier: MIT
import type { Adapter } from '../contract/snapshot';

/** From this many bits per second on, the metric is this. */
type Step = readonly [speed: bigint, metric: number];

const kilo = 1_000n;
const mega = 1_000_000n;
const giga = 1_000_000_000n;

const wireless: readonly Step[] = [
  [2n * giga, 25],
  [500n * mega, 30],
  [200n * mega, 35],
  [150n * mega, 40],
  [80n * mega, 45],
  [50n * mega, 50],
  [20n * mega, 55],
  [10n * mega, 60],
  [4n * mega, 65],
  [2n * mega, 70],
  [500n * kilo, 75],
  [200n * kilo, 80],
  [0n, 85],
];

const wired: readonly Step[] = [
  [100n * giga, 5],
  [40n * giga, 10],
  [10n * giga, 15],
  [2n * giga, 20],
  [200n * mega, 25],
  [80n * mega, 35],
  [20n * mega, 45],
  [4n * mega, 55],
  [500n * kilo, 65],
  [0n, 75],
];

const loopbackType = 24;
const loopbackMetric = 75;

/** NDIS_PHYSICAL_MEDIUM: wireless LAN, wireless WAN, native 802.11. */
const wirelessMedia: readonly number[] = [1, 8, 9];

/**
 * The metric that Windows 10 and later compute for an adapter while UseAutomaticMetric is on. Source: "Automatic
 * Metric for IPv4 routes" (Microsoft support); an estimate, since penalties for special adapters are not documented.
 */
export function automaticMetric(adapter: Adapter): number {
  if (adapter.type === loopbackType) return loopbackMetric;
  const steps = wirelessMedia.includes(adapter.physicalMediumType) ? wireless : wired;
  const speed = BigInt(adapter.transmitLinkSpeed);
  const step = steps.find(([from]) => speed >= from);
  return step ? step[1] : loopbackMetric;
}
