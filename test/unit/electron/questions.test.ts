// SPDX-License-Identifier: MIT
import { describe, expect, it, vi } from 'vitest';
import type { Operation } from '../../../electron/contract/operation';
import type { LastingChange } from '../../../electron/contract/lasting';
import type { Snapshot } from '../../../electron/contract/snapshot';
import {
  applyQuestion,
  makeLastQuestion,
  restoreQuestion,
  stopLastingQuestion,
} from '../../../electron/shell/questions';
import { lastingSetting } from '../renderer/sample-lasting';
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
const known = { adapters, stack: 'linux' } as const;
const detail = (
  operations: readonly Operation[],
  lastingChanges: readonly LastingChange[] = [],
): string => applyQuestion({ operations, lastingChanges }, known).detail;

describe('the question before a change that nobody else asks about', () => {
  it('names each value', () => {
    expect(detail([operation(1, 'NlMtu')])).toContain(
      'MTU on eth1\\u{1B} (IPv4): 0 bytes → 1 bytes',
    );
  });

  it('asks what the review asks, and tells values in its words', () => {
    const split = (['IPv4', 'IPv6'] as const).map((family): Operation => ({
      ...operation(7, 'DisableDefaultRoutes'),
      family,
    }));
    const intent = {
      kind: 'split-tunnelling',
      isOn: true,
      vpn: '7',
      blocksOthers: false,
    } as const;
    const question = applyQuestion({ operations: split, lastingChanges: [], intent }, known);
    expect(question.message).toBe('Turn split tunnelling on for eth7\\u{1B}?');
    expect(question.detail.split('\n')).toEqual([
      'Use for internet traffic on eth7\\u{1B} (IPv4): On → Off',
      'Use for internet traffic on eth7\\u{1B} (IPv6): On → Off',
      '',
      'Without Keep everything goes back to how it is now. The system doesn’t ask for permission here, so Interface Panel does.',
    ]);
  });

  it('names what is taken back, and what its values become', () => {
    const { expected, value, ...key } = operation(1, 'NlMtu');
    const question = restoreQuestion(
      {
        id: 'b'.repeat(32),
        kind: 'restore',
        restores: 'a'.repeat(32),
        operations: [
          {
            kind: 'restore',
            operation: { ...key, expected: value, value: expected },
            before: new Uint8Array(),
            after: new Uint8Array(),
          },
        ],
        lastingChanges: [],
        deadline: 60,
      },
      known,
    );
    expect(question.message).toContain('“MTU 1 bytes on eth1\\u{1B} (IPv4)”');
    expect(question.detail).toContain('MTU on eth1\\u{1B} (IPv4): 1 bytes → 0 bytes');
  });

  it('names each value that is to last, or no longer is', () => {
    const key = { luid: '1', family: 'IPv4', field: 'NlMtu' } as const;
    const text = 'MTU on eth1\\u{1B} (IPv4): 1400 bytes';
    expect(makeLastQuestion([{ ...key, value: 1400 }], known).detail).toContain(text);
    const setting = lastingSetting({ ...key, alias: 'eth1\u001b', value: 1400 });
    expect(stopLastingQuestion([setting], known).detail).toContain(text);
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
    expect(text).toContain(
      '1 value is set again whenever the adapter comes back, also after a restart.',
    );
    expect(text).toContain('2 values are no longer set again.');
  });
});
