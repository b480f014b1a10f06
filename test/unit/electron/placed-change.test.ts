// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import type { Family } from '../../../electron/contract/family';
import type { FieldName } from '../../../electron/contract/fields';
import type { Operation } from '../../../electron/contract/operation';
import { placedChanges, planSubject } from '../../../electron/contract/plan-subject';
import type { SubjectAdapter } from '../../../electron/contract/plan-subject';
import { placedChangeText, placesText } from '../../../electron/texts/placed-change';

const names = { nameOf: ({ luid }: SubjectAdapter) => `eth${String(luid)}` };

const operation = (
  luid: string,
  family: Family,
  field: FieldName,
  expected: number,
  value: number,
): Operation => ({ luid, family, field, expected, value });

/** From automatic, with this number, to 5. */
const metric = (luid: string, family: Family, now: number) => [
  operation(luid, family, 'UseAutomaticMetric', 1, 0),
  operation(luid, family, 'Metric', now, 5),
];

const told = (operations: readonly Operation[]) =>
  placedChanges(operations).map((change) => [placedChangeText(change), placesText(change, names)]);

describe('the changes of a plan', () => {
  it('are told with old and new value, a metric and its mode as one', () => {
    expect(
      told([...metric('0', 'IPv4', 25), operation('1', 'IPv6', 'DisableDefaultRoutes', 0, 1)]),
    ).toEqual([
      ['Metric: automatic (25) → 5', 'eth0 (IPv4)'],
      ['Use for internet traffic: On → Off', 'eth1 (IPv6)'],
    ]);
    expect(told([operation('0', 'IPv4', 'UseAutomaticMetric', 0, 1)])).toEqual([
      ['Metric: fixed → automatic', 'eth0 (IPv4)'],
    ]);
  });

  it('are told once where families and adapters change alike', () => {
    const everywhere = ['0', '1'].flatMap((luid) => [
      operation(luid, 'IPv6', 'NlMtu', 1500, 1400),
      operation(luid, 'IPv4', 'NlMtu', 1500, 1400),
    ]);
    expect(told(everywhere)).toEqual([
      ['MTU: 1500 bytes → 1400 bytes', 'eth0 and eth1 (IPv4 and IPv6)'],
    ]);
    expect(told(everywhere.slice(1))).toEqual([
      ['MTU: 1500 bytes → 1400 bytes', 'eth0 (IPv4) and eth1 (IPv4 and IPv6)'],
    ]);
  });

  it('tell no old value where there were several', () => {
    expect(told([...metric('0', 'IPv4', 25), ...metric('0', 'IPv6', 35)])).toEqual([
      ['Metric: automatic → 5', 'eth0 (IPv4 and IPv6)'],
    ]);
    expect(
      told([
        operation('0', 'IPv4', 'NlMtu', 1500, 1400),
        operation('0', 'IPv6', 'NlMtu', 1480, 1400),
      ]),
    ).toEqual([['MTU: several values → 1400 bytes', 'eth0 (IPv4 and IPv6)']]);
  });

  it('count adapters that are too many to name', () => {
    const many = ['0', '1', '2', '3'].map((luid) => operation(luid, 'IPv4', 'NlMtu', 1500, 1400));
    expect(told(many)).toEqual([['MTU: 1500 bytes → 1400 bytes', '4 adapters (IPv4)']]);
  });

  it('are as many as the title counts', () => {
    const operations = [
      ...metric('0', 'IPv4', 25),
      ...metric('1', 'IPv6', 35),
      operation('1', 'IPv6', 'NlMtu', 1500, 1400),
      operation('1', 'IPv6', 'ForwardingEnabled', 0, 1),
    ];
    expect(told(operations)).toHaveLength(planSubject({ operations }).changeCount);
  });
});
