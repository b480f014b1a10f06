// SPDX-License-Identifier: MIT
/** Reads the counts out of the reports that test runners write for machines. */
import { readFileSync } from 'node:fs';
import { nothing, sum } from './counts';
import type { Counts } from './counts';

function readReport(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The runner died before it could write; judge() makes a failure of it.
    return undefined;
  }
}

/** Vitest's `json` reporter. */
export function readVitest(file: string): Counts {
  const report = readReport(file);
  if (report === undefined) return nothing;
  const { numPassedTests, numFailedTests } = JSON.parse(report) as {
    numPassedTests: number;
    numFailedTests: number;
  };
  return { passed: numPassedTests, failed: numFailedTests };
}

/** Playwright's `json` reporter. A test that passed on a retry only has not passed. */
export function readPlaywright(file: string): Counts {
  const report = readReport(file);
  if (report === undefined) return nothing;
  const { stats } = JSON.parse(report) as {
    stats: { expected: number; unexpected: number; flaky: number };
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

const testProgram = /<testcase\b([^>]*)>([\s\S]*?)<\/testcase>/g;
const doctestSummary = /\[doctest\] test cases:\s*\d+ \|\s*(\d+) passed \|\s*(\d+) failed/;

/** One doctest program of a ctest report: its test cases, or one failure when it died before its summary. */
function readProgram(attributes: string, output: string): Counts {
  const summary = doctestSummary.exec(output);
  const counts = summary
    ? { passed: Number(summary[1]), failed: Number(summary[2]) }
    : { passed: 0, failed: 1 };
  const failed = !attributes.includes('status="run"');
  return failed && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** ctest's `--output-junit`, whose test programs are doctest's. */
export function readDoctest(file: string): Counts {
  const report = readReport(file);
  if (report === undefined) return nothing;
  return sum(
    [...report.matchAll(testProgram)].map(([, attributes = '', output = '']) =>
      readProgram(attributes, output),
    ),
  );
}
