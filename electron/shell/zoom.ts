// SPDX-License-Identifier: MIT

/** Steps of zoom, as browsers have them, from 80 to 400 %. */
const steps = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;

/** A factor that is on no step by rounding alone still counts as that step. */
const tolerance = 0.01;

/** The next larger factor, or the largest. */
export function zoomedIn(factor: number): number {
  return steps.find((step) => step > factor + tolerance) ?? 4;
}

/** The next smaller factor, or the smallest. */
export function zoomedOut(factor: number): number {
  return steps.findLast((step) => step < factor - tolerance) ?? 0.8;
}
