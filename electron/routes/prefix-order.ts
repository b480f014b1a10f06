// SPDX-License-Identifier: MIT

import type { Family } from '../contract/family';
import type { Prefix } from './prefix';

/** How many places the fraction of a number has room to count, beside an IPv4 address. */
const mostCounted = 2 ** 21;

/** By address and place as one number each, which a typed array sorts many times faster than a comparison. */
function byNumber(prefixes: readonly Prefix[]): Float64Array {
  const keys = new Float64Array(prefixes.length);
  let place = 0;
  for (const { first } of prefixes) {
    keys[place] = Number(first) * mostCounted + place;
    place += 1;
  }
  keys.sort();
  return keys.map((key) => key - Math.floor(key / mostCounted) * mostCounted);
}

function byComparison(prefixes: readonly Prefix[]): readonly number[] {
  const firsts = prefixes.map(({ first }) => first);
  const firstAt = (place: number) => firsts[place] ?? 0;
  return [...firsts.keys()].sort((one, other) =>
    firstAt(one) === firstAt(other) ? 0 : firstAt(one) < firstAt(other) ? -1 : 1,
  );
}

/** The places of prefixes of a family by their first addresses; those with the same one stay as they come. */
export function placesInOrder(family: Family, prefixes: readonly Prefix[]): Iterable<number> {
  const isCountable = family === 'IPv4' && prefixes.length <= mostCounted;
  return isCountable ? byNumber(prefixes) : byComparison(prefixes);
}
