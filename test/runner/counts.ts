// SPDX-License-Identifier: MIT

/** How many checks of a suite held and how many did not. */
export interface Counts {
  passed: number;
  failed: number;
  /** What is known of those that failed, one line each. */
  failures?: readonly string[];
}

/** The outcome of one check; null: nothing is wrong. */
export interface CheckLine {
  readonly name: string;
  readonly problem: string | null;
}

export const nothing: Counts = { passed: 0, failed: 0 };

/** Counts with what is known of the failures, if anything is. */
export function withFailures(counts: Counts, failures: readonly string[]): Counts {
  return failures.length === 0 ? counts : { ...counts, failures };
}

/** Of checks that say what is wrong, or null. */
export function fromChecks(checks: readonly CheckLine[]): Counts {
  const failures = checks.flatMap(({ name, problem }) =>
    problem === null ? [] : [`${name}: ${firstLine(problem)}`],
  );
  const failed = failures.length;
  return withFailures({ passed: checks.length - failed, failed }, failures);
}

/** A line that says which of many failed, and begins to say why. */
export function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.trim() ?? '';
}

/** For a suite that is one check: it held when the command ended with 0. */
export function fromExitCode(exitCode: number): Counts {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

export function sum(all: readonly Counts[]): Counts {
  const total = { passed: 0, failed: 0 };
  for (const { passed, failed } of all) {
    total.passed += passed;
    total.failed += failed;
  }
  return withFailures(
    total,
    all.flatMap(({ failures }) => failures ?? []),
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
