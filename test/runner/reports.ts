// SPDX-License-Identifier: MIT
/** Reads the counts out of the reports that test runners write for machines. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inOutput } from '../../build/project-paths';
import { firstLine, nothing, sum, withFailures } from './counts';
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

interface VitestResult {
  readonly status: string;
  readonly fullName: string;
  readonly failureMessages: readonly string[];
}

/** Vitest's `json` reporter. */
export function readVitest(file: string): Counts {
  const report = readReport(file);
  if (report === undefined) return nothing;
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(report) as {
    numPassedTests: number;
    numFailedTests: number;
    testResults: readonly { readonly assertionResults: readonly VitestResult[] }[];
  };
  const failures = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => `${fullName}: ${firstLine(failureMessages[0] ?? '')}`);
  return withFailures({ passed: numPassedTests, failed: numFailedTests }, failures);
}

/** Playwright's `json` reporter. A test that passed on a retry only has not passed. */
export function readPlaywright(file: string): Counts {
  const report = readReport(file);
  if (report === undefined) return nothing;
  const { stats, suites } = JSON.parse(report) as {
    stats: { expected: number; unexpected: number; flaky: number };
    suites: readonly PlaywrightSuite[];
  };
  const counts = { passed: stats.expected, failed: stats.unexpected + stats.flaky };
  return withFailures(counts, suites.flatMap(failedSpecs));
}

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly { readonly status: string }[];
  }[];
}

function failedSpecs({ title, suites = [], specs }: PlaywrightSuite): readonly string[] {
  const isFailed = (status: string) => status === 'unexpected' || status === 'flaky';
  const own = specs.filter(({ tests }) => tests.some(({ status }) => isFailed(status)));
  return [...own.map((spec) => spec.title), ...suites.flatMap(failedSpecs)].map(
    (one) => `${title} › ${one}`,
  );
}

const testProgram = /<testcase\b([^>]*)>([\s\S]*?)<\/testcase>/g;
const doctestSummary = /\[doctest\] test cases:\s*\d+ \|\s*(\d+) passed \|\s*(\d+) failed/;

/** One doctest program of a ctest report: its test cases, or one failure when it died before its summary. */
function readProgram(attributes: string, output: string): Counts {
  const summary = doctestSummary.exec(output);
  const counts = summary
    ? { passed: Number(summary[1]), failed: Number(summary[2]) }
    : { passed: 0, failed: 1 };
  const isFailed = !attributes.includes('status="run"');
  if (!isFailed) return counts;
  const name = /\bname="([^"]*)"/.exec(attributes)?.[1] ?? '';
  return withFailures({ ...counts, failed: Math.max(1, counts.failed) }, [name]);
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
