// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { editsFromStored } from '../../../renderer/changes/edit';
import type { Edit } from '../../../renderer/changes/edit';
import { editsReducer } from '../../../renderer/changes/edits-reducer';
import { ethernetLuid } from './sample-snapshot';

const mtu: Edit = {
  luid: ethernetLuid,
  family: 'IPv4',
  field: 'NlMtu',
  expected: 1500,
  draft: '1400',
};
const metric: Edit = { ...mtu, field: 'Metric', expected: 25, draft: '10' };

describe('editsReducer', () => {
  it('keeps the value the user began with while typing goes on', () => {
    const begun = editsReducer([], { type: 'drafted', edits: [mtu] });
    const typed = editsReducer(begun, {
      type: 'drafted',
      edits: [{ ...mtu, expected: 1450, draft: '14000' }],
    });
    expect(typed).toEqual([{ ...mtu, draft: '14000' }]);
  });

  it('drops an edit that asks for the value that was there', () => {
    expect(editsReducer([mtu], { type: 'drafted', edits: [{ ...mtu, draft: ' 1500 ' }] })).toEqual(
      [],
    );
  });

  it.each([' 5', '05', '5 '])('takes %j for the value 5', (draft) => {
    const five = { ...metric, expected: 5 };
    expect(editsReducer([], { type: 'drafted', edits: [{ ...five, draft }] })).toEqual([]);
    const edits = [{ ...metric, draft }];
    const operations = [{ ...metric, value: 5 }];
    expect(editsReducer(edits, { type: 'kept', operations })).toEqual([]);
    expect(editsReducer(edits, { type: 'rebased', target: metric, live: 5 })).toEqual([]);
  });

  it('starts what main brings from the value now, wherever an older edit began', () => {
    const { luid, family, field } = mtu;
    const bring = (expected: number, value: number) =>
      editsReducer([mtu, metric], {
        type: 'brought',
        operations: [{ luid, family, field, expected, value }],
      });
    expect(bring(1300, 1280)).toEqual([metric, { ...mtu, expected: 1300, draft: '1280' }]);
    expect(bring(1300, 1500)).toEqual([metric, { ...mtu, expected: 1300, draft: '1500' }]);
    expect(bring(1400, 1400)).toEqual([metric]);
  });

  it('keeps an invalid draft', () => {
    expect(editsReducer([], { type: 'drafted', edits: [{ ...mtu, draft: '' }] })).toHaveLength(1);
  });

  it('discards the edit that was touched last', () => {
    const touched = editsReducer([mtu, metric], {
      type: 'drafted',
      edits: [{ ...mtu, draft: '1401' }],
    });
    expect(editsReducer(touched, { type: 'discarded-latest' })).toEqual([metric]);
    expect(editsReducer([], { type: 'discarded-latest' })).toEqual([]);
  });

  it('tells families apart when it discards', () => {
    const ipv6: Edit = { ...mtu, family: 'IPv6' };
    expect(editsReducer([mtu, ipv6], { type: 'discarded', targets: [mtu] })).toEqual([ipv6]);
  });

  it('returns the same edits when there is nothing to discard', () => {
    const edits = [mtu];
    expect(editsReducer(edits, { type: 'discarded', targets: [metric] })).toBe(edits);
  });

  it('starts a kept edit from the value that came from outside', () => {
    expect(editsReducer([mtu], { type: 'rebased', target: mtu, live: 1300 })).toEqual([
      { ...mtu, expected: 1300 },
    ]);
    expect(editsReducer([mtu], { type: 'rebased', target: mtu, live: 1400 })).toEqual([]);
  });

  it('drops what was kept, and only that', () => {
    const { draft, ...target } = mtu;
    const operations = [{ ...target, value: Number(draft) }];
    expect(editsReducer([mtu, metric], { type: 'kept', operations })).toEqual([metric]);
    const newer = { ...mtu, draft: '1300' };
    expect(editsReducer([newer], { type: 'kept', operations })).toEqual([newer]);
  });

  it('lets newer edits win over those of the last run', () => {
    const newer = { ...mtu, draft: '1300' };
    expect(editsReducer([newer], { type: 'restored', edits: [mtu, metric] })).toEqual([
      metric,
      newer,
    ]);
  });
});

describe('editsFromStored', () => {
  it('leaves out fields this build does not know', () => {
    expect(editsFromStored([mtu, { ...mtu, field: 'NoSuchField' }])).toEqual([mtu]);
  });
});
