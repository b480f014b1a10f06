// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { fromChecks, fromExitCode, judge, sum } from '../../runner/counts';

describe('judge', () => {
  it('keeps the counts of a run that went well', () => {
    expect(judge({ passed: 3, failed: 0 }, 0)).toEqual({ passed: 3, failed: 0 });
  });

  it('keeps the failures a runner named', () => {
    expect(judge({ passed: 3, failed: 2 }, 1)).toEqual({ passed: 3, failed: 2 });
  });

  it('makes a failure of a runner that ended badly without naming one', () => {
    expect(judge({ passed: 3, failed: 0 }, 139)).toEqual({ passed: 3, failed: 1 });
  });

  it('makes a failure of a suite that ran nothing', () => {
    expect(judge({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
  });
});

it('counts a command as one check', () => {
  expect(fromExitCode(0)).toEqual({ passed: 1, failed: 0 });
  expect(fromExitCode(2)).toEqual({ passed: 0, failed: 1 });
});

it('sums suites', () => {
  const suites = [
    { passed: 3, failed: 1, failures: ['one'] },
    { passed: 4, failed: 0 },
  ];
  expect(sum(suites)).toEqual({ passed: 7, failed: 1, failures: ['one'] });
});

it('counts checks, and names those that do not hold by one line each', () => {
  const lines = [
    { name: 'a route comes', problem: null },
    { name: 'a route goes', problem: 'Not within 60 s\nit is still there' },
  ];
  const failures = ['a route goes: Not within 60 s'];
  expect(fromChecks(lines)).toEqual({ passed: 1, failed: 1, failures });
});
