// SPDX-License-Identifier: MIT
import { describe, expect, it, vi } from 'vitest';
import type { Operation } from '../../../electron/contract/operation';
import type { LastingChange } from '../../../electron/contract/lasting';
import type { Snapshot } from '../../../electron/contract/snapshot';
import { applyQuestion } from '../../../electron/shell/questions';
import { lastingChange } from './lasting-store';

vi.mock('electron', () => ({ dialog: {} }));

const operation = (luid: number, field: Operation['field']): Operation => ({
  luid: String(luid),
  family: 'IPv4',
  field,
  expected: 0,
  value: 1,
});
const adapters = Array.from({ length: 200 }, (_, index) => ({
  luid: String(index),
  alias: `eth${index}\u001b`,
})) as unknown as Snapshot['adapters'];
const detail = (
  operations: readonly Operation[],
  lastingChanges: readonly LastingChange[] = [],
): string => applyQuestion({ operations, lastingChanges }, { adapters }).detail;

describe('the question before a change that nobody else asks about', () => {
  it('names each value', () => {
    expect(detail([operation(1, 'NlMtu')])).toContain('eth1\\u{1B}, IPv4: MTU 0 → 1');
  });

  it('hides no field behind many harmless ones', () => {
    const many = Array.from({ length: 150 }, (_, index) => operation(index, 'NlMtu'));
    const text = detail([...many, operation(150, 'ForwardingEnabled')]);
    expect(text).toContain('MTU on 150 adapters');
    expect(text).toContain('Forwarding on 1 adapter');
    expect(text.split('\n').length).toBeLessThan(20);
  });

  it('hides no adapter among a few', () => {
    const fields = [
      'NlMtu',
      'Metric',
      'ForwardingEnabled',
      'DadTransmits',
      'RetransmitTime',
    ] as const;
    const text = detail([1, 2, 3].flatMap((luid) => fields.map((field) => operation(luid, field))));
    for (const name of ['eth1', 'eth2', 'eth3']) expect(text).toContain(`${name}\\u{1B}: MTU, `);
  });

  it('says how many values are set again, and how many no longer', () => {
    const change = lastingChange();
    const stop = { ...change, luid: null, expected: 1, value: null };
    const one = [operation(1, 'NlMtu')];
    expect(detail(one)).not.toContain('again');
    const text = detail(one, [change, stop, stop]);
    expect(text).toContain('1 value is set again whenever the adapter comes back.');
    expect(text).toContain('2 values are no longer set again.');
  });
});
