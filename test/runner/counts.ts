// SPDX-License-Identifier: MIT

/** How many checks of a suite held and how many did not. */
export interface Counts {
  passed: number;
  failed: number;
}

export const nothing: Counts = { passed: 0, failed: 0 };

/** For a suite that is one check: it held when the command ended with 0. */
export function fromExitCode(exitCode: number): Counts {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, { passed, failed }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
    }),
    nothing,
  );
}

/**
 * A suite counts as failed when its runner ended badly without naming a failure, and when it ran
 * nothing: neither may look like success.
 */
export function judge(counts: Counts, exitCode: number): Counts {
  const silentFailure = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0);
  return silentFailure ? { ...counts, failed: 1 } : counts;
}
