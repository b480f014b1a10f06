// SPDX-License-Identifier: MIT
// Random patches of random networks, for tests of what goes along from one snapshot to the next.

import type { StackName } from '../../../electron/contract/family';
import type {
  IpInterface,
  Route,
  Snapshot,
  UnicastAddress,
} from '../../../electron/contract/snapshot';
import type { SnapshotPatch, Splice } from '../../../electron/contract/snapshot-patch';
import type { Random } from '../../prediction/random';
import { networkOf } from './routes-network';
import { anySketch } from './routes-random-network';

/** RTPROT_KERNEL: what the kernel adds for an address. */
const kernelMade = 2;

/** Splices at some places of a list, with copies of `others`: rows of a list are objects of their own. */
function anySplices<Row extends object>(
  random: Random,
  list: readonly Row[],
  others: readonly Row[],
): readonly Splice<Row>[] {
  const starts = Array.from({ length: 1 + random.below(3) }, () => random.below(list.length + 1));
  const ascending = [...new Set(starts)].sort((one, other) => one - other);
  return ascending.map((start, place) => ({
    start,
    removed: Math.min(random.below(4), (ascending[place + 1] ?? list.length) - start),
    rows: random.some(random.below(4), others).map((row) => ({ ...row })),
  }));
}

/** Some come as the kernel's own, and some that go come back elsewhere. */
function anyRoutes(random: Random, snapshot: Snapshot, stack: StackName): readonly Splice<Route>[] {
  const { routes } = networkOf(anySketch(random, stack)).snapshot;
  const others = routes.map((route) =>
    random.chance(0.2) ? { ...route, protocol: kernelMade } : route,
  );
  const splices = anySplices(random, snapshot.routes, others);
  const [first] = splices;
  const gone = first ? snapshot.routes.slice(first.start, first.start + first.removed) : [];
  return splices.map((splice, place) =>
    place === 1 ? { ...splice, rows: [...splice.rows, ...gone] } : splice,
  );
}

function anyAddresses(
  random: Random,
  { unicastAddresses }: Snapshot,
): readonly Splice<UnicastAddress>[] {
  const place = random.below(unicastAddresses.length);
  const row = unicastAddresses[place];
  const later = row ? [{ ...row, validLifetime: 60 }] : [];
  return [{ start: place, removed: 1, rows: random.chance(0.5) ? later : [] }];
}

function anyIpInterface(
  random: Random,
  { ipInterfaces }: Snapshot,
): readonly Splice<IpInterface>[] {
  const place = random.below(ipInterfaces.length);
  const row = ipInterfaces[place];
  if (!row) return [];
  const values = { ...row.values, Connected: random.below(2), Metric: random.below(50) };
  return [{ start: place, removed: 1, rows: [{ ...row, values }] }];
}

/** What a read may find: nearly always of routes alone. */
export function anyPatch(random: Random, snapshot: Snapshot, stack: StackName): SnapshotPatch {
  const others = networkOf(anySketch(random, stack)).snapshot;
  return {
    ...(random.chance(0.9) && { routes: anyRoutes(random, snapshot, stack) }),
    ...(random.chance(0.1) && { rules: anySplices(random, snapshot.rules, others.rules) }),
    ...(random.chance(0.1) && { unicastAddresses: anyAddresses(random, snapshot) }),
    ...(random.chance(0.1) && { ipInterfaces: anyIpInterface(random, snapshot) }),
  };
}
