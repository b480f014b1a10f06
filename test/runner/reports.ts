// SPDX-License-Identifier: MIT
/** Reads the counts out of the reports that test runners write for machines. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inOutput } from '../../build/project-paths';
import { nothing, sum } from './counts';
import type { Counts } from './counts';

/** Where a runner writes its report; one of an earlier run is removed. */
export function reportFile(name: string): string {
  const file = inOutput('test-results', name);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

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

/** The `junit` reporter of Node's own test runner, which counts at the end of its report. */
export function readNodeTest(file: string): Counts {
  const report = readReport(file) ?? '';
  const count = (kind: string) =>
    Number(new RegExp(`<!-- ${kind} (\\d+) -->`).exec(report)?.[1] ?? 0);
  return { passed: count('pass'), failed: count('fail') + count('cancelled') };
}
