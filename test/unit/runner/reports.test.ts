// SPDX-License-Identifier: MIT
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDoctest, readPlaywright, readVitest } from '../../runner/reports';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reports-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function report(text: string): string {
  const file = path.join(folder, 'report');
  writeFileSync(file, text);
  return file;
}

const program = (status: string, output: string) =>
  `<testcase name="p" classname="p" time="0.1" status="${status}">
     <system-out>${output}</system-out>
   </testcase>`;

const summary = (passed: number, failed: number) =>
  `[doctest] test cases: ${passed + failed} | ${passed} passed | ${failed} failed | 0 skipped`;

describe('the report of ctest', () => {
  it('gives the test cases of every doctest program', () => {
    const file = report(program('run', summary(2, 0)) + program('fail', summary(3, 1)));
    expect(readDoctest(file)).toEqual({ passed: 5, failed: 1, failures: ['p'] });
  });

  it('makes one failure of a program that died before its summary', () => {
    const file = report(program('run', summary(2, 0)) + program('fail', ''));
    expect(readDoctest(file)).toEqual({ passed: 2, failed: 1, failures: ['p'] });
  });

  it('makes one failure of a program that died after its summary', () => {
    const file = report(program('fail', summary(2, 0)));
    expect(readDoctest(file)).toEqual({ passed: 2, failed: 1, failures: ['p'] });
  });
});

it('reads the report of Vitest', () => {
  const assertionResults = [
    { status: 'passed', fullName: 'a helper starts', failureMessages: [] },
    { status: 'failed', fullName: 'a helper ends', failureMessages: ['Error: late\n  at x'] },
  ];
  const told = { numPassedTests: 5, numFailedTests: 1, testResults: [{ assertionResults }] };
  const failures = ['a helper ends: Error: late'];
  expect(readVitest(report(JSON.stringify(told)))).toEqual({ passed: 5, failed: 1, failures });
});

it('reads the report of Playwright, where a flaky test has not passed', () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
  const inner = { title: 'by keyboard', specs: [spec('keeps', 'unexpected')] };
  const specs = [spec('opens', 'flaky'), spec('closes', 'expected')];
  const told = {
    stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 },
    suites: [{ title: 'window.spec.ts', specs, suites: [inner] }],
  };
  const failures = ['window.spec.ts › opens', 'window.spec.ts › by keyboard › keeps'];
  expect(readPlaywright(report(JSON.stringify(told)))).toEqual({ passed: 5, failed: 2, failures });
});

it.each([readDoctest, readVitest, readPlaywright])(
  'counts nothing where %o finds no report',
  (read) => {
    expect(read(path.join(folder, 'missing'))).toEqual({ passed: 0, failed: 0 });
  },
);
