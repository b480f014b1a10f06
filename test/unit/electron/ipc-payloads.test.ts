// SPDX-License-Identifier: MIT
// Whatever is sent gets a valid answer or a typed error. `npm run fuzz` sends more of it.

import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { isDomainName } from '../../../electron/contract/domain-name';
import { answer, channels, goodCalls, makeWayIn, refusedWith } from './ipc-rig';

/** A few hundred inside `npm test`, ten thousand in `npm run fuzz`. */
const payloadsPerChannel = Number(process.env['PAYLOADS_PER_CHANNEL'] ?? 300);
/** Random unless given; a failure tells it too. */
const seed = Number(process.env['PAYLOADS_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const runs = { seed, numRuns: payloadsPerChannel };

/** What programs have stumbled over before. */
const notorious = fc.constantFrom<unknown>(
  Number.NaN,
  -0,
  Infinity,
  -Infinity,
  2 ** 53,
  Number.MIN_VALUE,
  -1n,
  2n ** 64n,
  '',
  '\0',
  '__proto__',
  'constructor',
  '\u202etxt.exe',
  '\ud800',
  '\udc00\ud800',
  'x'.repeat(100_000),
  '\u20ac'.repeat(30_000),
  new Array(100_000),
  Array.from({ length: 5_000 }, () => ({})),
  new Uint8Array(100_000),
  new Date(Number.NaN),
  new Map<unknown, unknown>([['operations', []]]),
  JSON.parse('{"__proto__":{"operations":[]},"constructor":{"prototype":1}}'),
  Object.assign(Object.create(null) as object, { length: 2 ** 32 }),
);

/** Objects whose keys every object has anyway. */
const prototypeKeys = fc.dictionary(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length'),
  fc.anything(),
);

const anything = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withSparseArray: true,
      withTypedArray: true,
      stringUnit: 'binary',
      depthSize: 'small',
    }),
  },
  { weight: 2, arbitrary: notorious },
  { weight: 1, arbitrary: prototypeKeys },
);

/** How many places a value has: itself and everything inside. */
function placesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, part) => sum + placesIn(part), 1);
}

/** A copy with something else at one of its places, counted from the outside in. */
function bend(value: unknown, place: number, by: unknown): never {
  let left = place % placesIn(value);
  const copy = (part: unknown): unknown => {
    if (left-- === 0 && part !== value) return by;
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return part.map(copy);
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, copy(inner)]));
  };
  return copy(value) as never;
}

/** The little that random values can get right by accident. */
function isFine(channel: string, values: readonly unknown[]): boolean {
  const [first] = values;
  return (
    (channel === 'support.openText' && values.every((value) => typeof value === 'string')) ||
    (channel === 'support.fitAgain' && typeof first === 'number') ||
    (channel === 'app.copyText' && typeof first === 'string') ||
    (channel === 'app.pageFailed' && typeof first === 'object') ||
    (channel === 'app.startAtSignIn' && typeof first === 'boolean') ||
    (channel === 'routes.resolveName' && typeof first === 'string' && isDomainName(first)) ||
    (channel === 'history.page' && typeof first === 'number') ||
    ((channel === 'routes.since' || channel === 'routes.chunk') && typeof first === 'number') ||
    (channel === 'routes.chunk' && first === null) ||
    (channel === 'edits.store' && Array.isArray(first) && first.length === 0)
  );
}

let wayIn: ReturnType<typeof makeWayIn>;

beforeEach(() => {
  answer.mockReset().mockReturnValue('answer');
  wayIn = makeWayIn();
});

describe.each(channels)('%s', { timeout: 600_000 }, (channel) => {
  const parameters = goodCalls[channel] ?? [];

  it('refuses random payloads with a typed error', async () => {
    const payload = fc
      .array(anything, { minLength: parameters.length === 0 ? 1 : 0, maxLength: 3 })
      .filter((some) => !isFine(channel, some));
    await fc.assert(
      fc.asyncProperty(payload, async (some) => {
        const reply = await wayIn.call(channel, some);
        expect(reply).toMatchObject(refusedWith('invalid-request'));
        expect(answer).not.toHaveBeenCalled();
      }),
      runs,
    );
  });

  it('takes a good call bent in one place, or refuses it with a typed error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), anything, async (place, value) => {
        answer.mockClear();
        const reply = await wayIn.call(channel, bend(parameters, place, value));
        if (reply.ok) expect(answer).toHaveBeenCalledOnce();
        else {
          expect(reply).toMatchObject(refusedWith('invalid-request'));
          expect(answer).not.toHaveBeenCalled();
        }
      }),
      runs,
    );
  });
});
