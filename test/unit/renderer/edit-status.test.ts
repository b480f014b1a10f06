// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../renderer/changes/edit';
import { blocksReview, editStatus } from '../../../renderer/changes/edit-status';
import { ethernetLuid, ipInterface } from './sample-snapshot';

const edit: Edit = {
  luid: ethernetLuid,
  family: 'IPv4',
  field: 'NlMtu',
  expected: 1500,
  draft: '1400',
};

describe('editStatus', () => {
  it('is an operation when nothing stands in its way', () => {
    const { luid, family, field, expected } = edit;
    expect(editStatus(edit, ipInterface(), 'windows')).toEqual({
      kind: 'ready',
      operation: { luid, family, field, expected, value: 1400 },
    });
  });

  it.each([
    ['gone', edit, undefined],
    ['gone', edit, ipInterface({ values: { NlMtu: null } })],
    ['invalid', { ...edit, draft: '12' }, ipInterface()],
    ['invalid', { ...edit, draft: '14e2' }, ipInterface()],
    ['changed-outside', edit, ipInterface({ values: { NlMtu: 1300 } })],
    ['already-so', edit, ipInterface({ values: { NlMtu: 1400 } })],
    ['refused', edit, ipInterface({ refusals: { NlMtu: 'loopbackReadOnly' } })],
  ])('is %s', (kind, candidate, row) => {
    expect(editStatus(candidate, row, 'windows').kind).toBe(kind);
  });

  it('lets an edit wait for its interface, and stops the review for what needs a decision', () => {
    expect(blocksReview({ kind: 'gone' })).toBe(false);
    expect(blocksReview({ kind: 'changed-outside', live: 1 })).toBe(true);
    expect(blocksReview({ kind: 'invalid', problem: { kind: 'empty' } })).toBe(true);
  });
});
