// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import type { SavedEdit, SavedEditFit } from '../../../electron/contract/support';
import { savedRows } from '../../../renderer/pages/support/saved-rows';
import { ethernetLuid } from './sample-snapshot';

const edit = (field: string, expected: number, value: number, fit: SavedEditFit): SavedEdit => {
  return { adapter: 'Ethernet', family: 'IPv4', field, expected, value, fit };
};
const fits = (field: 'Metric' | 'UseAutomaticMetric', live: number): SavedEditFit => {
  return { kind: 'fits', luid: ethernetLuid, field, live };
};
const isSo: SavedEditFit = { kind: 'already-so', luid: ethernetLuid };
const isGone: SavedEditFit = { kind: 'adapter-gone' };

const told = (...edits: readonly SavedEdit[]) =>
  savedRows(edits, 'windows').map(({ setting, now, next, fit }) => [setting, now, next, fit.kind]);

describe('the rows of a saved set', () => {
  it.each<[string, SavedEditFit, SavedEditFit, readonly string[]]>([
    [
      'both fit',
      fits('UseAutomaticMetric', 1),
      fits('Metric', 25),
      ['automatic (25)', '7', 'fits'],
    ],
    ['the metric is fixed already', isSo, fits('Metric', 30), ['30', '7', 'fits']],
    ['both are so already', isSo, isSo, ['–', '7', 'already-so']],
    ['the adapter is gone', isGone, isGone, ['–', '7', 'adapter-gone']],
  ])('join automatic metric and metric where %s', (_when, automatic, metric, row) => {
    expect(
      told(edit('UseAutomaticMetric', 1, 0, automatic), edit('Metric', 25, 7, metric)),
    ).toEqual([['Metric', ...row]]);
  });

  it('tell each by itself where they don’t fit alike', () => {
    const outOfRange: SavedEditFit = { kind: 'out-of-range', range: { min: 0, max: 9999 } };
    const rows = told(
      edit('UseAutomaticMetric', 1, 0, fits('UseAutomaticMetric', 1)),
      edit('Metric', 25, 10_000, outOfRange),
    );
    expect(rows).toEqual([
      ['Automatic metric', 'On', 'Off', 'fits'],
      ['Metric', '–', '10000', 'out-of-range'],
    ]);
  });

  it('leave what is alone, of another family, twice there or not known as it is', () => {
    const metric = edit('Metric', 25, 7, fits('Metric', 25));
    const automatic = edit('UseAutomaticMetric', 1, 0, fits('UseAutomaticMetric', 1));
    expect(told(metric)).toEqual([['Metric', '25', '7', 'fits']]);
    expect(told(metric, { ...automatic, family: 'IPv6' })).toHaveLength(2);
    expect(told(metric, metric)).toHaveLength(2);
    expect(told(edit('Future', 0, 1, { kind: 'unknown-field' }))).toEqual([
      ['Future', '–', '1', 'unknown-field'],
    ]);
  });
});
