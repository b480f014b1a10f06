// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { FootprintCollector } from '../../../electron/protocol/footprint-collector';

type Part = Parameters<FootprintCollector['add']>[0];

/** Of a footprint of five bytes, from before the first operation. */
const part = (offset: number, bytes: readonly number[], some: Partial<Part> = {}): Part => ({
  ...{ message: 'FOOTPRINT', operation: 0, which: 0, total: 5 },
  ...{ offset, bytes: Uint8Array.from(bytes) },
  ...some,
});

function collected(...parts: readonly Part[]) {
  const collector = new FootprintCollector();
  return parts.map((one) => collector.add(one));
}

describe('a footprint', () => {
  it('is there with its last part, and the next can begin', () => {
    expect(
      collected(
        part(0, [1, 2]),
        part(2, [3, 4, 5]),
        part(0, [6], { operation: 1, which: 1, total: 1 }),
      ),
    ).toEqual([
      null,
      { index: 0, which: 'before', bytes: Uint8Array.of(1, 2, 3, 4, 5) },
      { index: 1, which: 'after', bytes: Uint8Array.of(6) },
    ]);
  });

  it.each<[string, readonly Part[]]>([
    ['begins in the middle', [part(2, [3])]],
    ['has a gap', [part(0, [1]), part(2, [3])]],
    ['begins again', [part(0, [1]), part(0, [1])]],
    ['is broken off by another operation’s', [part(0, [1]), part(1, [2], { operation: 1 })]],
    ['is broken off by the one from after', [part(0, [1]), part(1, [2], { which: 1 })]],
    ['becomes longer', [part(0, [1]), part(1, [2], { total: 6 })]],
    ['has more than it said', [part(0, [1, 2, 3, 4, 5, 6])]],
  ])('that %s is refused', (_name, parts) => {
    expect(() => collected(...parts)).toThrow(RangeError);
  });
});
