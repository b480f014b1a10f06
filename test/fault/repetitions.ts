// SPDX-License-Identifier: MIT

/** How often each case is run: once inside `npm test`, 20 times in `npm run test:faults`. */
const count = Number(process.env['FAULT_REPETITIONS'] ?? 1);

/** Whether this is the whole of it. */
export const isLong = count > 1;

export const repetitions: readonly number[] = Array.from(
  { length: count },
  (_, index) => index + 1,
);

/** How many transactions one app carries out in the endurance test. */
export const rounds = isLong ? 1_000 : 30;
