// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { isLargerThan } from '../../../electron/ipc/payload-size';

const limit = 1_000;
const cyclic: Record<string, unknown> = { text: 'x'.repeat(100) };
cyclic['self'] = cyclic;
const shared = { text: 'x'.repeat(300) };

describe('a payload', () => {
  it.each<[string, unknown]>([
    ['a text', 'x'.repeat(2_000)],
    ['a text of long characters', '\u20ac'.repeat(500)],
    ['a key', { ['x'.repeat(2_000)]: 1 }],
    ['many small values', Array.from({ length: 500 }, () => 1)],
    ['an array with nothing in it', new Array(2 ** 32 - 1)],
    ['a typed array', new Uint8Array(2_000)],
    ['a buffer', new ArrayBuffer(2_000)],
    ['a number of thousands of digits', 2n ** 16_000n],
    ['a map', new Map([['x'.repeat(600), 'x'.repeat(600)]])],
    ['a set', new Set(['x'.repeat(600), 'y'.repeat(600)])],
    ['what lies deep', { a: [{ b: [{ c: 'x'.repeat(2_000) }] }] }],
  ])('is too large with %s', (_name, value) => {
    expect(isLargerThan([value], limit)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['a cycle', cyclic],
    ['one part in many places', Array.from({ length: 20 }, () => shared)],
    ['a short text', 'x'.repeat(900)],
    ['nothing', undefined],
    ['no number', Number.NaN],
  ])('is not too large for %s', (_name, value) => {
    expect(isLargerThan([value], limit)).toBe(false);
  });
});
