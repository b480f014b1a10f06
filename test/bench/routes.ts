// SPDX-License-Identifier: MIT
// What a table of routes costs the main process: once at the start, and then for each route that changes.

import type { Route, Snapshot } from '../../electron/contract/snapshot';
import { patchedSnapshot } from '../../electron/contract/snapshot-patch';
import { families } from '../../electron/contract/family';
import { addressParts } from '../../electron/routes/address-parts';
import { trafficOf } from '../../electron/routes/internet-traffic';
import { addressText } from '../../electron/routes/ip-address';
import { Network } from '../../electron/routes/network';
import { prefixOf } from '../../electron/routes/prefix';
import { followSnapshot, indexOf } from '../../electron/routes/snapshot-index';
import { Random } from '../prediction/random';
import { networkOf } from '../unit/electron/routes-network';
import type { NetworkSketch } from '../unit/electron/routes-network';
import { measureInTurn } from './measurement';
import type { Line } from './report';

type SketchRoute = NonNullable<NetworkSketch['routes']>[number];

/** The tables that are measured, each beside the one with a tenth of its routes, or beside the first. */
const few = 100;
const sizes = [few, 1000, 10_000, 100_000];

/** Of so many routes one is IPv6. */
const ofIpv6 = 8;

/** Changes that are timed as one: one alone takes less than a clock can tell. */
const changes = 20;

const names = ['eth0', 'eth1', 'tun0'];

function anyPrefix(random: Random): string {
  if (random.below(ofIpv6) === 0) {
    const bits = (0x20n << 120n) | (BigInt(random.below(2 ** 32)) << 80n);
    return `${addressText('IPv6', bits)}/48`;
  }
  const length = 16 + random.below(9);
  const rest = BigInt(32 - length);
  const bits = BigInt(random.below(223 * 2 ** 24));
  return `${addressText('IPv4', (bits >> rest) << rest)}/${length}`;
}

/** In the order of the kernel, which the tables of a stack have as a rule. */
function ascending(prefixes: Iterable<string>): readonly string[] {
  const byAddress = [...prefixes].map((text) => ({ text, first: BigInt(prefixOf(text).first) }));
  byAddress.sort((one, other) => (one.first < other.first ? -1 : 1));
  return byAddress.map(({ text }) => text);
}

/** Default routes, and as many others as there shall be, each another way than its neighbours more often than not. */
function tableOf(size: number): Snapshot {
  const random = new Random(size);
  const prefixes = new Set<string>();
  while (prefixes.size < size) prefixes.add(anyPrefix(random));
  const routes = ascending(prefixes).map((prefix): SketchRoute => [prefix, random.pick(names)]);
  return networkOf({
    stack: 'linux',
    adapters: {
      eth0: { addresses: ['192.0.2.2/24', '2001:db8::2/64'] },
      eth1: { addresses: ['198.51.100.2/24'] },
      tun0: { addresses: ['10.8.0.2/24'] },
    },
    routes: [['0.0.0.0/0', 'eth0'], ['::/0', 'eth0'], ...routes],
  }).snapshot;
}

function timed(task: () => unknown): number {
  const began = performance.now();
  task();
  return performance.now() - began;
}

function partsOf(snapshot: Snapshot): void {
  for (const family of families) addressParts(indexOf(snapshot), family);
}

/** Milliseconds by what is done for each change. */
type Costs = Readonly<Record<'index' | 'parts' | 'traffic', number>>;

/** A network of which one route after another changes. */
class ChangingNetwork {
  readonly #random = new Random(1);
  #now: Snapshot;

  constructor(size: number) {
    this.#now = tableOf(size);
    partsOf(this.#now);
  }

  /** The index of a snapshot that follows none. */
  indexAnew(): number {
    const snapshot = { ...this.#now };
    return timed(() => indexOf(snapshot).routes);
  }

  /** The parts of all addresses, with the index there. */
  partsAnew(): number {
    const snapshot = { ...this.#now };
    const { routes } = indexOf(snapshot);
    return timed(() => {
      partsOf(snapshot);
      return routes;
    });
  }

  /** One of the costs of a change, as the mean of some changes. */
  ofChange(what: keyof Costs): number {
    let sum = 0;
    for (let change = 0; change < changes; change += 1) sum += this.#change()[what];
    return sum / changes;
  }

  #otherWay(route: Route): Route {
    const others = this.#now.adapters.filter(({ luid }) => luid !== route.luid);
    return { ...route, luid: this.#random.pick(others).luid };
  }

  #change(): Costs {
    const before = this.#now;
    const start = this.#random.below(before.routes.length);
    const rows = before.routes.slice(start, start + 1).map((route) => this.#otherWay(route));
    const patch = { routes: [{ start, removed: 1, rows }] };
    const after = patchedSnapshot(before, patch);
    this.#now = after;
    return {
      index: timed(() => {
        followSnapshot(before, patch, after);
        return indexOf(after).routes;
      }),
      parts: timed(() => {
        partsOf(after);
      }),
      traffic: timed(() => trafficOf(new Network(after), 0)),
    };
  }
}

interface Measured {
  readonly what: string;
  readonly of: (network: ChangingNetwork) => number;
  /** The table beside which one of a size is measured. */
  readonly beside: (size: number) => number;
  /** The most that it may be of what that takes. */
  readonly goal: number;
}

/** All routes are looked at: ten times as many may take twelve times as long. */
const growing = { beside: (size: number) => size / 10, goal: 12 };
/** What changed is looked at, however many others there are. */
const steady = { beside: () => few, goal: 10 };

const measured: readonly Measured[] = [
  { what: 'Index made anew', of: (network) => network.indexAnew(), ...growing },
  { what: 'Parts of all addresses, anew', of: (network) => network.partsAnew(), ...growing },
  { what: 'Index after a change', of: (network) => network.ofChange('index'), ...steady },
  { what: 'Parts after a change', of: (network) => network.ofChange('parts'), ...steady },
  {
    what: 'Traffic after a change',
    of: (network) => network.ofChange('traffic'),
    ...steady,
    // Of few routes there is no thousand of prefixes to count.
    goal: 30,
  },
];

/** Each thing of tables of all sizes, in turn. */
export async function measureRoutes(): Promise<readonly Line[]> {
  const networks = new Map(sizes.map((size) => [String(size), new ChangingNetwork(size)]));
  const lines: Line[] = [];
  for (const { what, of, beside, goal } of measured) {
    const things = [...networks].map(([size, network]) => [size, () => of(network)] as const);
    const bySize = await measureInTurn(Object.fromEntries(things));
    for (const size of sizes.slice(1)) {
      const [figures, baseline] = [bySize[size], bySize[beside(size)]];
      if (!figures || !baseline) continue;
      lines.push({
        what: `${what}, ${size.toLocaleString('en')} routes`,
        unit: 'ms',
        measured: figures,
        baseline: { name: beside(size).toLocaleString('en'), measured: baseline },
        goal,
      });
    }
  }
  return lines;
}
