// SPDX-License-Identifier: MIT
import type { Family } from '../contract/family';
import { prefixesIn } from './prefix';
import type { Prefix, Range } from './prefix';

/** The fewest prefixes that hold some addresses: how many, the first ones in their order, and a largest one. */
export interface PrefixList {
  readonly count: number;
  readonly first: readonly Prefix[];
  readonly largest: Prefix | null;
}

/** Lists those prefixes of ranges, which neither touch nor overlap, that count; at most `most` are kept. */
export function prefixList(
  family: Family,
  ranges: readonly Range[],
  most: number,
  counts: (prefix: Prefix) => boolean,
): PrefixList {
  const first: Prefix[] = [];
  let count = 0;
  let largest: Prefix | null = null;
  for (const range of ranges) {
    for (const prefix of prefixesIn(family, range)) {
      if (!counts(prefix)) continue;
      count += 1;
      if (first.length < most) first.push(prefix);
      if (largest === null || prefix.length < largest.length) largest = prefix;
    }
  }
  return { count, first, largest };
}
