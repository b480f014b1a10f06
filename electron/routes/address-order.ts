// SPDX-License-Identifier: MIT

import type { Family } from '../contract/family';
import type { Bits } from './prefix';

/** How many places the fraction of a number has room to count, beside an IPv4 address. */
const placesInFraction = 2 ** 21;

/** By address and place as one number each, which a typed array sorts many times faster than a comparison. */
function byNumber(addresses: readonly Bits[]): Float64Array {
  const keys = new Float64Array(addresses.length);
  addresses.forEach((address, place) => {
    keys[place] = Number(address) * placesInFraction + place;
  });
  keys.sort();
  return keys.map((key) => key - Math.floor(key / placesInFraction) * placesInFraction);
}

function byComparison(addresses: readonly Bits[]): readonly number[] {
  const addressAt = (place: number) => addresses[place] ?? 0;
  return [...addresses.keys()].sort((one, other) =>
    addressAt(one) === addressAt(other) ? 0 : addressAt(one) < addressAt(other) ? -1 : 1,
  );
}

/** The places of addresses of a family in ascending order; equal ones stay as they come. */
export function placesInOrder(family: Family, addresses: readonly Bits[]): Iterable<number> {
  const isCountable = family === 'IPv4' && addresses.length <= placesInFraction;
  return isCountable ? byNumber(addresses) : byComparison(addresses);
}
