// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { indexOf } from '../../../electron/routes/snapshot-index';
import { wideRoutesThrough } from '../../../electron/routes/wide-routes';
import { networkOf } from './routes-network';
import type { SketchRoute } from './routes-random-network';

function found(routes: readonly SketchRoute[]) {
  const adapters = { eth0: {}, tun0: {} };
  const { snapshot, luid } = networkOf({ stack: 'linux', adapters, routes });
  return wideRoutesThrough(indexOf(snapshot), luid('tun0'), { family: 'IPv4', table: 254 });
}

describe('the routes by which an adapter takes the internet', () => {
  it('are those of its own and of the table, each prefix once', () => {
    const answer = found([
      ['0.0.0.0/0', 'tun0'],
      ['128.0.0.0/1', 'tun0'],
      ['0.0.0.0/1', 'tun0', { metric: 1 }],
      ['0.0.0.0/1', 'tun0', { metric: 2 }],
      ['8.0.0.0/8', 'eth0'],
      ['9.0.0.0/8', 'tun0', { table: 100 }],
      ['2000::/3', 'tun0'],
      ['10.0.0.0/8', 'tun0'],
      ['11.1.0.0/16', 'tun0'],
    ]);
    const prefixes = ['0.0.0.0/1', '128.0.0.0/1', '11.1.0.0/16'];
    expect(answer).toEqual({ routes: 3, prefixes });
  });

  it('are named as far as they are widest, whatever their order', () => {
    const bytes = [9, 3, 8, 1, 7, 2, 6, 5, 4];
    const { routes, prefixes } = found(bytes.map((byte) => [`8.${byte}.0.0/16`, 'tun0']));
    expect(routes).toBe(9);
    expect(prefixes).toEqual([1, 2, 3, 4, 5, 6].map((byte) => `8.${byte}.0.0/16`));
  });

  it('are found among all of a table where the adapter has most of it', () => {
    const many = Array.from({ length: 5000 }, (_, number): SketchRoute => [
      `12.${number >> 8}.${number & 255}.0/24`,
      'tun0',
    ]);
    const { routes, prefixes } = found([
      ...many.reverse(),
      ['8.0.0.0/8', 'eth0'],
      ['0.0.0.0/0', 'tun0'],
      ['10.0.0.0/9', 'tun0'],
      ['9.0.0.0/9', 'tun0'],
      ['8.0.0.0/16', 'tun0'],
    ]);
    expect(routes).toBe(1001);
    const lowest = [0, 1, 2, 3].map((byte) => `12.0.${byte}.0/24`);
    expect(prefixes).toEqual(['9.0.0.0/9', '8.0.0.0/16', ...lowest]);
  });

  it('are counted up to one more than a thousand, however many there are', () => {
    const networks = (length: number, count: number) =>
      Array.from({ length: count }, (_, number): SketchRoute => [
        `11.${number >> 8}.${number & 255}.0/${length}`,
        'tun0',
      ]);
    expect(found([...networks(24, 1500), ...networks(25, 1500)]).routes).toBe(1001);
    expect(found([...networks(24, 900), ...networks(25, 100)]).routes).toBe(1000);
    expect(found([...networks(24, 900), ...networks(25, 900), ...networks(26, 9)]).routes).toBe(
      1001,
    );
  });
});
