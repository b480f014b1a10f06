// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import type { EditStatus } from '../../../renderer/changes/edit-status';
import { reviewGate } from '../../../renderer/changes/review-gate';
import type { ListedEdit } from '../../../renderer/changes/use-edit-list';
import { ethernetLuid } from './sample-snapshot';

const operation = {
  luid: ethernetLuid,
  family: 'IPv4',
  field: 'NlMtu',
  expected: 1500,
  value: 1400,
} as const;

function listed(status: EditStatus): ListedEdit {
  return { edit: { ...operation, draft: '1400' }, status, name: 'Ethernet' };
}

const ready = listed({ kind: 'ready', operation });
const gone = listed({ kind: 'gone' });
const withoutValue = listed({ kind: 'no-value' });
const alreadySo = listed({ kind: 'already-so' });

describe('the gate of a review', () => {
  it('lets through what can be applied, and names what waits', () => {
    expect(reviewGate([gone, ready, withoutValue, alreadySo], false)).toEqual({
      kind: 'open',
      operations: [operation],
      leftOut: [gone, withoutValue, alreadySo],
    });
  });

  it.each<[EditStatus]>([
    [{ kind: 'invalid', problem: { kind: 'empty' } }],
    [{ kind: 'changed-outside', live: 1300 }],
    [{ kind: 'refused', refusal: 'loopbackReadOnly' }],
  ])('is blocked by the first edit that needs a decision: %j', (status) => {
    const by = listed(status);
    expect(reviewGate([ready, by, listed(status)], false)).toEqual({ kind: 'blocked', by });
  });

  it('has nothing to apply where there is no edit, or all of them wait', () => {
    expect(reviewGate([], false)).toEqual({ kind: 'nothing-to-apply', leftOut: [] });
    expect(reviewGate([gone], false)).toEqual({ kind: 'nothing-to-apply', leftOut: [gone] });
  });

  it('is locked while a transaction is on its way', () => {
    expect(reviewGate([ready], true)).toEqual({ kind: 'locked' });
  });
});
