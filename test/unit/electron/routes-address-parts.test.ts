// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { families } from '../../../electron/contract/family';
import { addressParts } from '../../../electron/routes/address-parts';
import type { Part } from '../../../electron/routes/address-parts';
import { answeredParts, wayKey, wayOf } from '../../../electron/routes/answered-parts';
import { plainFlow } from '../../../electron/routes/flow';
import { internetTraffic } from '../../../electron/routes/internet-traffic';
import { addressText } from '../../../electron/routes/ip-address';
import { lookUpAsProgram } from '../../../electron/routes/lookup';
import { Network } from '../../../electron/routes/network';
import type { Range } from '../../../electron/routes/prefix';
import { indexOf } from '../../../electron/routes/snapshot-index';
import { Random } from '../../prediction/random';
import { networkOf } from './routes-network';
import type { NetworkSketch } from './routes-network';
import { anyOperations, anySketch } from './routes-random-network';
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
