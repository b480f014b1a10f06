// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeFrame } from '../../../electron/protocol/frames';
import { canonicalOrder } from '../../../electron/contract/canonical-order';
import { encodePlan } from '../../../electron/protocol/plan';
import type { PlanToSend } from '../../../electron/protocol/plan';
import type { Operation } from '../../../electron/contract/operation';
import { fields } from '../../../electron/contract/fields';

const operation = (changes: Partial<Operation> = {}): Operation => ({
  luid: '1688849977704448',
  family: 'IPv4',
  field: 'DisableDefaultRoutes',
  expected: 0,
  value: 1,
  ...changes,
});

const nothingLasts = { lastingChanges: [], deadline: 60 } as const;
const plan: PlanToSend = {
  ...nothingLasts,
  operations: [{ kind: 'set', operation: operation() }],
  account: 'anna',
};

describe('canonicalOrder', () => {
  it('orders by LUID as a number, not as text', () => {
    const ordered = canonicalOrder([
      operation({ luid: '10' }),
      operation({ luid: '9' }),
      operation({ luid: '18446744073709551615' }),
    ]);
    expect(ordered.map(({ luid }) => luid)).toEqual(['9', '10', '18446744073709551615']);
  });

  it('puts IPv4 before IPv6, and default routes before the other fields in the order of the table', () => {
    const ordered = canonicalOrder([
      operation({ family: 'IPv6', field: 'UseAutomaticMetric' }),
      operation({ family: 'IPv4', field: 'DisableDefaultRoutes' }),
      operation({ family: 'IPv4', field: 'Metric' }),
      operation({ family: 'IPv4', field: 'UseAutomaticMetric' }),
    ]);
    expect(ordered.map(({ family, field }) => `${family} ${field}`)).toEqual([
      'IPv4 DisableDefaultRoutes',
      'IPv4 UseAutomaticMetric',
      'IPv4 Metric',
      'IPv6 UseAutomaticMetric',
    ]);
  });

  it('leaves what it is given as it is', () => {
    const given = [operation({ luid: '2' }), operation({ luid: '1' })];
    canonicalOrder(given);
    expect(given.map(({ luid }) => luid)).toEqual(['2', '1']);
  });
});

describe('encodePlan', () => {
  const vectors = JSON.parse(
    readFileSync(path.join(__dirname, '../../vectors/frames.json'), 'utf8'),
  ) as {
    readonly frames: readonly { readonly name: string; readonly hex: string }[];
    readonly plan: { readonly frames: readonly string[]; readonly sha256: string };
  };

  it('makes the frames and the hash of the golden plan', () => {
    const encoded = encodePlan({
      ...nothingLasts,
      operations: [
        { kind: 'set', operation: operation() },
        {
          kind: 'set',
          operation: operation({
            luid: '19984723547783168',
            family: 'IPv6',
            field: 'Metric',
            expected: 4294967295,
            value: 0,
          }),
        },
        {
          kind: 'restore',
          operation: operation({ field: 'NlMtu', expected: 1400, value: 1500 }),
          before: Uint8Array.from({ length: 50 }, (_, index) => index + 1),
          after: Uint8Array.of(0, 255, 128),
        },
      ],
      account: '',
    });
    const golden = vectors.plan.frames.map(
      (name) => vectors.frames.find((frame) => frame.name === name)?.hex,
    );
    expect(encoded.frames.map((frame) => Buffer.from(frame).toString('hex'))).toEqual(golden);
    expect(encoded.hash).toBe(vectors.plan.sha256);
  });

  it('hashes the frames as they are sent and shows the first eight digits', () => {
    const { frames, hash, code } = encodePlan({ ...plan, deadline: 120 });
    const expected = createHash('sha256').update(Buffer.concat(frames)).digest('hex');
    expect(hash).toBe(expected);
    expect(code).toMatch(/^[0-9A-F]{8}$/);
    expect(hash.toUpperCase().startsWith(code)).toBe(true);
  });

  it('has another hash for another deadline or value', () => {
    const hash = (value: number, deadline: 60 | 120) =>
      encodePlan({
        ...plan,
        operations: [{ kind: 'set', operation: operation({ value }) }],
        deadline,
      }).hash;
    expect(new Set([hash(0, 60), hash(1, 60), hash(1, 120)]).size).toBe(3);
  });

  it('numbers fields as the table does', () => {
    const { frames } = encodePlan(plan);
    expect(frames[1]?.[11]).toBe(fields.length - 1);
  });

  const change = {
    id: '0123456789abcdef0123456789abcdef',
    alias: 'tun0',
    luid: '7',
    family: 'IPv4',
    field: 'DisableDefaultRoutes',
    expected: null,
    value: 1,
  } as const;

  it('ends with what is to last, which changes the hash, as the account does', () => {
    const stop = { ...change, luid: null, expected: 1, value: null };
    const encoded = encodePlan({ ...plan, lastingChanges: [change, stop] });
    const messages = encoded.frames.map((frame, index) => decodeFrame('app', frame, index + 1));
    expect(messages[0]).toMatchObject({ operations: 1, lastingChanges: 2, account: 'anna' });
    expect(messages.slice(2)).toMatchObject([
      { message: 'LASTING', index: 0, id: change.id, luid: 7n, expected: null, value: 1n },
      { message: 'LASTING', index: 1, id: change.id, luid: 0n, expected: 1n, value: null },
    ]);
    const hashes = [
      plan,
      { ...plan, account: 'bob' },
      { ...plan, lastingChanges: [change] },
      { ...plan, lastingChanges: [{ ...change, value: 0 }] },
      { ...plan, lastingChanges: [{ ...change, id: 'f'.repeat(32) }] },
    ].map((one) => encodePlan(one).hash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it.each([
    ['anna\u001b[2J\u0085', 'anna\ufffd[2J\ufffd'],
    ['ü'.repeat(30), 'ü'.repeat(24)],
    [`${'x'.repeat(46)}€`, 'x'.repeat(46)],
    ['a\ud800b', 'a\ufffdb'],
  ])('names the account %j as %j', (account, named) => {
    const [frame] = encodePlan({ ...plan, account }).frames;
    expect(frame && decodeFrame('app', frame, 1)).toMatchObject({ account: named });
  });
});
