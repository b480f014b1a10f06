// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../electron/contract/operation';
import { operationResult } from '../../../electron/protocol/helper-replies';
import { committedResult } from '../../../electron/protocol/transaction-result';
import type { CommittedFacts } from '../../../electron/protocol/transaction-result';

const mtu: Operation = { luid: '1', family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1400 };

describe('what a transaction came to', () => {
  const ended = (ending: CommittedFacts['ending'], exitCode: number | null) =>
    committedResult({
      ...{ ending, exitCode, kind: 'set', results: [], obstacles: [] },
      ...{ isLastingWritten: false, keepCameTooLate: false },
    });

  it('is not complete where the helper ended as one that could not put everything back', () => {
    const incomplete = { kind: 'incomplete', cause: 'deadline' };
    expect(ended({ kind: 'reverted', cause: 'deadline' }, 11)).toEqual(incomplete);
    expect(ended({ kind: 'rolled-back' }, 11)).toMatchObject({ kind: 'incomplete' });
  });

  it('is nothing where it was rolled back, and no error told', () => {
    expect(ended({ kind: 'rolled-back' }, 0)).toEqual({ kind: 'rolled-back' });
  });
});

describe('what the helper says of an operation', () => {
  const said = (domain: 0 | 1, live: bigint | null) =>
    operationResult(
      { message: 'OUTCOME', operation: 0, outcome: 0, live, domain, code: 5, name: 'X' },
      [mtu],
    );

  it.each<[0 | 1, string]>([
    [0, 'win32'],
    [1, 'errno'],
  ])('has an error of domain %i, which is %s', (domain, name) => {
    expect(said(domain, null).error).toMatchObject({ platform: { domain: name, number: 5 } });
  });

  it('has a value where there is one', () => {
    expect(said(0, null).live).toBeNull();
    expect(said(0, 1400n).live).toBe(1400);
  });
});
