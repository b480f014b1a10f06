// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { families } from '../../../electron/contract/family';
import type { Route, Snapshot } from '../../../electron/contract/snapshot';
import { patchedSnapshot } from '../../../electron/contract/snapshot-patch';
import type { SnapshotPatch } from '../../../electron/contract/snapshot-patch';
import { addressParts } from '../../../electron/routes/address-parts';
import { answeredParts, prefixesOf, wayKey, wayOf } from '../../../electron/routes/answered-parts';
import { plainFlow } from '../../../electron/routes/flow';
import { internetTraffic } from '../../../electron/routes/internet-traffic';
import { addressText } from '../../../electron/routes/ip-address';
import { lookUpAsProgram } from '../../../electron/routes/lookup';
import { Network } from '../../../electron/routes/network';
import type { Range } from '../../../electron/routes/prefix';
import { followSnapshot, indexOf, SnapshotIndex } from '../../../electron/routes/snapshot-index';
import type { AddressParts, Part } from '../../../electron/routes/tree-parts';
import { Random } from '../../prediction/random';
import { networkOf, set } from './routes-network';
import type { NetworkSketch } from './routes-network';
import { anyOperations, anySketch } from './routes-random-network';
import { anyPatch } from './routes-random-patch';
import type { SketchRoute } from './routes-random-network';

function middle({ first, last }: Range): bigint {
  return (BigInt(first) + BigInt(last)) / 2n;
}

/** The first, the last and a middle address of every range of a part. */
function samples(ranges: readonly Range[]): readonly bigint[] {
  return ranges.flatMap((range) => [BigInt(range.first), middle(range), BigInt(range.last)]);
}

const seeds = Array.from({ length: 150 }, (_, seed) => seed);

describe.each(['linux', 'windows'] as const)('the parts of all addresses (%s)', (stack) => {
  it.each(families)('of %s go the way that a lookup of any of their addresses says', (family) => {
    for (const seed of seeds) {
      const random = new Random(seed);
      const { snapshot, luid } = networkOf(anySketch(random, stack));
      const network = new Network(snapshot, anyOperations(random, stack, luid));
      const { rangesOf } = addressParts(network.index, family);
      for (const { part, way } of answeredParts(network, family, 0)) {
        // The scope of a multicast address decides about its source; nobody calls it internet or a company's.
        if (family === 'IPv6' && part.example.bits >> 120n === 0xffn) continue;
        for (const bits of samples(rangesOf([part]))) {
          const destination = { family, bits, zone: null };
          const { verdict } = lookUpAsProgram(network, plainFlow(destination, 0));
          const here = `seed ${seed}, ${addressText(family, bits)}`;
          expect([here, wayKey(wayOf(network, verdict))]).toEqual([here, wayKey(way)]);
        }
      }
    }
  });

  it.each(families)('of %s hold every address once', (family) => {
    const { snapshot } = networkOf(anySketch(new Random(7), stack));
    const { parts, rangesOf } = addressParts(indexOf(snapshot), family);
    const ranges = parts
      .flatMap((part: Part) => rangesOf([part]))
      .toSorted((one, other) => (one.first < other.first ? -1 : 1));
    const bits = family === 'IPv4' ? 32n : 128n;
    let next = 0n;
    for (const { first, last } of ranges) {
      expect(BigInt(first)).toBe(next);
      next = BigInt(last) + 1n;
    }
    expect(next).toBe(1n << bits);
    expect(parts.length).toBeGreaterThan(4);
  });

  it.each(families)('of %s are ranges that do not touch', (family) => {
    const { snapshot } = networkOf(anySketch(new Random(7), stack));
    const { parts, rangesOf } = addressParts(indexOf(snapshot), family);
    const ranges = parts.map((part) => rangesOf([part]));
    for (const own of [...ranges, rangesOf(parts.slice(1))]) {
      own.slice(1).forEach(({ first }, place) => {
        expect(BigInt(own[place]?.last ?? 0) + 1n).toBeLessThan(BigInt(first));
      });
    }
    expect(rangesOf(parts)).toHaveLength(1);
  });
});

function routeAt({ routes }: Snapshot, place: number): Route {
  const route = routes[place];
  if (!route) throw new RangeError('The network has too few routes');
  return route;
}

/** All that parts say. */
function contents({ parts, rangesOf }: AddressParts) {
  return parts.map((part) => ({ ...part, ranges: rangesOf([part]) }));
}

describe.each(['linux', 'windows'] as const)('the parts of a changing network (%s)', (stack) => {
  it.each(families)('of %s are those of a network that was always so', (family) => {
    for (const seed of seeds.slice(0, 60)) {
      const random = new Random(seed);
      let { snapshot } = networkOf(anySketch(random, stack));
      expect(addressParts(indexOf(snapshot), family).parts).not.toEqual([]);
      for (let step = 0; step < 10; step += 1) {
        const patch = anyPatch(random, snapshot, stack);
        const before = snapshot;
        snapshot = patchedSnapshot(before, patch);
        followSnapshot(before, patch, snapshot);
        // Now and then nobody asks for a while.
        if (random.chance(0.3)) continue;
        const here = `seed ${seed}, step ${step}`;
        const followed = contents(addressParts(indexOf(snapshot), family));
        const made = contents(addressParts(new SnapshotIndex(snapshot), family));
        expect([here, followed]).toEqual([here, made]);
      }
      const traffic = internetTraffic(new Network(snapshot), family, 0);
      const anew = internetTraffic(new Network({ ...snapshot }), family, 0);
      expect([seed, traffic]).toEqual([seed, anew]);
    }
  });
});

describe('parts of a network', () => {
  const { snapshot } = networkOf({
    stack: 'linux',
    adapters: { eth0: { addresses: ['192.168.2.16/24'] }, tun0: {} },
    routes: [
      ['0.0.0.0/0', 'eth0'],
      ['8.0.0.0/8', 'tun0', { metric: 1 }],
      ['8.1.0.0/16', 'eth0'],
      ['8.1.2.0/24', 'tun0'],
      ['9.0.0.0/8', 'eth0'],
    ],
  });
  const follow = (before: Snapshot, patch: SnapshotPatch) => {
    const after = patchedSnapshot(before, patch);
    followSnapshot(before, patch, after);
    return after;
  };
  const partsOf = (of: Snapshot) => addressParts(indexOf(of), 'IPv4');

  it('are one where a route within another is like one elsewhere', () => {
    const internet = partsOf(snapshot).parts.filter(({ space }) => space === 'internet');
    // By the default route, by routes through tun0, and by routes through eth0.
    expect(internet.map(({ example }) => addressText('IPv4', example.bits))).toEqual([
      '1.0.0.0',
      '8.0.0.0',
      '8.1.0.0',
    ]);
  });

  it.each<[string, SnapshotPatch]>([
    ['a default route goes', { routes: [{ start: 0, removed: 1, rows: [] }] }],
    [
      'a metric changes',
      {
        routes: [{ start: 1, removed: 1, rows: [{ ...routeAt(snapshot, 1), metric: 2 }] }],
      },
    ],
    [
      'time passes',
      {
        unicastAddresses: [
          {
            start: 0,
            removed: 1,
            rows: snapshot.unicastAddresses.map((row) => ({ ...row, validLifetime: 60 })),
          },
        ],
      },
    ],
  ])('are the same ones after %s', (_, patch) => {
    const before = { ...snapshot };
    const parts = partsOf(before);
    expect(partsOf(follow(before, patch))).toBe(parts);
  });

  it('belong to the adapter that is named last, wherever the order changes', () => {
    const { snapshot: shared, luid } = networkOf({
      stack: 'linux',
      adapters: {
        eth0: { addresses: ['192.168.2.16/24'] },
        wlan0: { addresses: ['192.168.2.17/24'] },
      },
    });
    const ownerOf = (of: Snapshot) =>
      partsOf(of).parts.find(({ example }) => example.bits === 0xc0a80200n)?.ownedBy;
    expect(ownerOf(shared)).toBe(luid('wlan0'));
    const rows = shared.unicastAddresses.toReversed();
    const after = follow(shared, { unicastAddresses: [{ start: 0, removed: 2, rows }] });
    expect(ownerOf(after)).toBe(luid('eth0'));
  });

  it('are found again after more changes than are remembered', () => {
    const before = { ...snapshot };
    partsOf(before);
    const rows = Array.from({ length: 5000 }, (_, number) => ({
      ...routeAt(snapshot, 0),
      destination: `11.${number >> 8}.${number & 255}.0`,
      prefixLength: 24,
      luid: snapshot.adapters[number % 2]?.luid ?? '',
    }));
    const after = follow(before, { routes: [{ start: 1, removed: 0, rows }] });
    expect(contents(partsOf(after))).toEqual(
      contents(addressParts(new SnapshotIndex(after), 'IPv4')),
    );
  });

  it('that were answered stay so after the network moved on', () => {
    const before = { ...snapshot };
    const network = new Network(before);
    const answered = answeredParts(network, 'IPv4', 0);
    const were = prefixesOf(network, 'IPv4', answered.slice(0, 3), 'all');
    follow(before, { routes: [{ start: 1, removed: 3, rows: [] }] });
    expect(prefixesOf(network, 'IPv4', answered.slice(0, 3), 'all')).toEqual(were);
  });
});

describe('prefixes of parts', () => {
  /** Every other network of 10,000 goes another way. */
  const { snapshot } = networkOf({
    stack: 'linux',
    adapters: { eth0: {}, tun0: {} },
    routes: [
      ['0.0.0.0/0', 'eth0'],
      ...Array.from({ length: 5000 }, (_, number): SketchRoute => [
        `11.${number >> 7}.${(number & 127) * 2}.0/24`,
        'tun0',
      ]),
    ],
  });

  it('are counted up to one more than a thousand', () => {
    const { rest } = internetTraffic(new Network(snapshot), 'IPv4', 0);
    expect(rest).toMatchObject([{ networks: 1001 }]);
    expect(rest[0]?.examples).toHaveLength(50);
  });

  it('are found once for all networks of a snapshot', () => {
    const listOf = (network: Network) =>
      prefixesOf(network, 'IPv4', answeredParts(network, 'IPv4', 0).slice(0, 2), 'internet');
    const now = new Network(snapshot);
    const luid = snapshot.adapters[0]?.luid ?? '';
    expect(listOf(now.with([set(luid, 'IPv4', 'Metric', 5)]))).toBe(listOf(now));
  });
});

describe('parts that meet alike routes', () => {
  it('are one, however many routes there are', () => {
    const routes = Array.from({ length: 256 }, (_, byte): SketchRoute => [
      `8.${byte}.8.0/24`,
      'tun0',
    ]);
    const sketch: NetworkSketch = {
      stack: 'linux',
      adapters: { eth0: {}, tun0: {} },
      routes: [['0.0.0.0/0', 'eth0'], ...routes],
    };
    const network = new Network(networkOf(sketch).snapshot);
    const { parts } = addressParts(network.index, 'IPv4');
    expect(parts.filter(({ space }) => space === 'internet')).toHaveLength(2);
    const { rest } = internetTraffic(network, 'IPv4', 0);
    expect(rest).toMatchObject([{ networks: 256 }]);
    expect(rest[0]?.examples[1]).toBe('8.1.8.0/24');
  });
});
