// SPDX-License-Identifier: MIT

/** Several runs of the same thing. */
export interface Measurement {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Runs of each thing; odd, so that the median is one of them. */
export const runs = 7;

export function summarise(values: readonly number[]): Measurement {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  return { median: at(Math.floor(sorted.length / 2)), min: at(0), max: at(sorted.length - 1) };
}

/** Runs all things in turn, round after round, so that a load that comes and goes meets each of them. */
export async function measureInTurn<Name extends string>(
  things: Readonly<Record<Name, () => number | Promise<number>>>,
  rounds = runs,
): Promise<Record<Name, Measurement>> {
  const names = Object.keys(things) as Name[];
  const values = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) values.get(name)?.push(await things[name]());
  }
  return Object.fromEntries(
    names.map((name) => [name, summarise(values.get(name) ?? [])]),
  ) as Record<Name, Measurement>;
}

/** The 95th percentile in place of the median. */
export function ninetyFifth(values: readonly number[]): Measurement {
  const sorted = values.toSorted((a, b) => a - b);
  const at = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
  return { ...summarise(values), median: at };
}
