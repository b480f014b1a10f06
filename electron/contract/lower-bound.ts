// SPDX-License-Identifier: MIT

/** Of places 0 to `count`, of which `isBefore` is true up to some and then no more, the first where it is not. */
export function lowerBound(count: number, isBefore: (place: number) => boolean): number {
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (isBefore(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}
