// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../renderer/changes/edit';
import { editStatus } from '../../../renderer/changes/edit-status';
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
    ['no-value', edit, ipInterface({ values: { NlMtu: null } })],
    ['invalid', { ...edit, draft: '12' }, ipInterface()],
    ['invalid', { ...edit, draft: '14e2' }, ipInterface()],
    ['changed-outside', edit, ipInterface({ values: { NlMtu: 1300 } })],
    ['already-so', edit, ipInterface({ values: { NlMtu: 1400 } })],
    ['refused', edit, ipInterface({ refusals: { NlMtu: 'loopbackReadOnly' } })],
  ])('is %s', (kind, candidate, row) => {
    expect(editStatus(candidate, row, 'windows').kind).toBe(kind);
  });
});
