// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import type { JournalRecord } from '../../../electron/journal/journal-record';
import type { LiveValue } from '../../../electron/contract/changes';
import {
  canBeDismissed,
  interruptedTransaction,
  leftSomething,
  restoreOperations,
  restoringPlan,
  shownBy,
} from '../../../electron/kept/restore';
import { TransactionIndex } from '../../../electron/journal/transaction-index';
import type { RestorableTransaction } from '../../../electron/journal/transaction-index';
import type { Operation } from '../../../electron/contract/operation';
import { fields } from '../../../electron/contract/fields';
import { MeantSettings } from '../../../electron/lasting/meant-settings';
import { lastingChange, storedSetting } from './lasting-store';
import type { Adapter, Snapshot } from '../../../electron/contract/snapshot';

const id = 'a'.repeat(32);
const restoreId = 'b'.repeat(32);

const mtu: Operation = { luid: '1', family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1400 };
const dad: Operation = { luid: '2', family: 'IPv6', field: 'DadTransmits', expected: 1, value: 3 };

type News = JournalRecord extends infer R
  ? R extends JournalRecord
    ? Omit<R, 'id' | 'time'>
    : never
  : never;

const about = (news: readonly News[], transaction = id): JournalRecord[] =>
  news.map((record, index) => ({ id: transaction, time: 100 + index, ...record }));

const started: Extract<News, { state: 'started' }> = {
  state: 'started',
  kind: 'set',
  restores: null,
  planCode: '0A1B2C3D',
  deadline: 60,
  operations: [mtu, dad],
};
const committed: readonly News[] = [
  started,
  { state: 'prepared', before: ['AQ==', 'Ag=='] },
  { state: 'committed' },
];
const applied: readonly News[] = [
  ...committed,
  { state: 'operation', index: 0, end: { outcome: 'applied', live: 1400 } },
  { state: 'footprint', index: 0, which: 'after', bytes: 'Aw==' },
  { state: 'operation', index: 1, end: { outcome: 'applied', live: 3 } },
  { state: 'footprint', index: 1, which: 'before', bytes: 'BQ==' },
  { state: 'footprint', index: 1, which: 'after', bytes: 'BA==' },
  { state: 'applied', deadlineAt: 60_000 },
];

const openTransactions = (records: readonly JournalRecord[]) =>
  new TransactionIndex(() => records).open();

const openFields = (records: readonly JournalRecord[]) =>
  openTransactions(records).map(({ open }) => open.map(({ operation }) => operation.field));

const only = (records: readonly JournalRecord[]): RestorableTransaction => {
  const [transaction] = openTransactions(records);
  if (!transaction) throw new Error('No transaction is open');
  return transaction;
};

const read =
  (values: Partial<Record<string, LiveValue>>) =>
  ({ field }: Pick<Operation, 'field'>): LiveValue =>
    values[field] ?? null;
const there = (
  values: Partial<Record<string, LiveValue>>,
  lasting: MeantSettings | null = new MeantSettings([], { adapters: [] }),
) => ({ read: read(values), adapterOf: (): Adapter | undefined => undefined, lasting });

describe('which transactions are open', () => {
  const back = { outcome: 'restored', live: 0 } as const;
  it.each<[string, readonly News[], string[][]]>([
    ['only started', [started], []],
    ['prepared, COMMIT not sent', committed.slice(0, 2), []],
    ['refused', [started, { state: 'nothing-changed', reason: 'refused' }], []],
    ['committed', committed, [['NlMtu', 'DadTransmits']]],
    [
      'committed, then stopped before COMMIT was sent',
      [...committed, { state: 'nothing-changed', reason: 'stopped-waiting' }],
      [],
    ],
    ['applied', applied, [['NlMtu', 'DadTransmits']]],
    ['kept', [...applied, { state: 'kept' }], []],
    ['reverted', [...applied, { state: 'reverted', cause: 'deadline', ends: [back, back] }], []],
    [
      'reverted but for a foreign value',
      [
        ...applied,
        { state: 'reverted', cause: 'asked', ends: [back, { outcome: 'foreign', live: 7 }] },
      ],
      [['DadTransmits']],
    ],
    [
      'rolled back',
      [
        ...committed,
        {
          state: 'rolled-back',
          ends: [
            { outcome: 'restored', live: 1500 },
            { outcome: 'not-applied', live: null },
          ],
        },
      ],
      [],
    ],
    [
      'rolled back with a failure that nothing more was told of',
      [
        ...committed,
        {
          state: 'rolled-back',
          ends: [
            { outcome: 'failed', live: 1400 },
            { outcome: 'not-applied', live: null },
          ],
        },
      ],
      [['NlMtu']],
    ],
    [
      'rolled back but for an interface that is gone',
      [
        ...committed,
        {
          state: 'rolled-back',
          ends: [
            { outcome: 'gone', live: null },
            { outcome: 'not-applied', live: null },
          ],
        },
      ],
      [['NlMtu']],
    ],
    [
      'left by a helper that was lost',
      [...applied, { state: 'helper-lost', ends: [{ outcome: 'applied', live: 1400 }, back] }],
      [['NlMtu']],
    ],
    [
      'interrupted',
      [...applied, { state: 'interrupted', lastSeenAt: 5 }],
      [['NlMtu', 'DadTransmits']],
    ],
    ['acknowledged', [...applied, { state: 'interrupted-acknowledged' }], []],
  ])('%s', (_name, news, expected) => {
    expect(openFields(about(news))).toEqual(expected);
  });

  const restore = (...news: News[]) =>
    about(
      [
        {
          ...started,
          kind: 'restore',
          restores: id,
          operations: [{ ...dad, expected: 3, value: 1 }],
        },
        { state: 'prepared', before: ['Ag=='] },
        { state: 'committed' },
        ...news,
      ],
      restoreId,
    );

  it('a kept restore closes what it put back, and nothing else', () => {
    const restored: News = { state: 'operation', index: 0, end: { outcome: 'restored', live: 1 } };
    expect(openFields([...about(applied), ...restore(restored, { state: 'kept' })])).toEqual([
      ['NlMtu'],
    ]);
  });

  it('a restore that is not kept closes nothing, and is not listed itself', () => {
    const restored: News = { state: 'operation', index: 0, end: { outcome: 'restored', live: 1 } };
    expect(openFields([...about(applied), ...restore(restored)])).toEqual([
      ['NlMtu', 'DadTransmits'],
    ]);
  });

  it('a kept restore that found a value of others closes nothing', () => {
    const foreign: News = { state: 'operation', index: 0, end: { outcome: 'foreign', live: 9 } };
    expect(openFields([...about(applied), ...restore(foreign, { state: 'kept' })])).toEqual([
      ['NlMtu', 'DadTransmits'],
    ]);
  });

  it('records about a transaction that never started are passed over', () => {
    expect(openTransactions(about([{ state: 'committed' }]))).toEqual([]);
  });

  it('the last sign of life is the one a later run noted', () => {
    expect(only(about(applied))).toMatchObject({ startedAt: 100, lastSeenAt: 108, noticed: false });
    const noted = about([...applied, { state: 'interrupted', lastSeenAt: 5_000 }]);
    expect(only(noted)).toMatchObject({ lastSeenAt: 5_000, noticed: true });
  });
});

describe('what is left', () => {
  it.each<[LiveValue, object]>([
    [1400, { outcome: 'applied', live: 1400, stillChanged: true, present: true }],
    [1500, { outcome: 'restored', live: 1500, stillChanged: false, present: true }],
    [9000, { outcome: 'foreign', live: 9000, stillChanged: false, present: true }],
    ['gone', { outcome: 'gone', live: null, stillChanged: false, present: false }],
    [null, { outcome: 'foreign', live: null, stillChanged: false, present: true }],
  ])('of a value that is now %s', (live, expected) => {
    const { operations } = interruptedTransaction(
      only(about(applied)),
      null,
      there({ NlMtu: live }),
    );
    expect(operations[0]).toEqual({ operation: mtu, ...expected });
  });

  it('says that restoring failed where it did', () => {
    const lost: News = {
      state: 'reverted',
      cause: 'deadline',
      ends: [
        { outcome: 'restore-failed', live: 1400 },
        { outcome: 'restored', live: 1 },
      ],
    };
    const { operations } = interruptedTransaction(
      only(about([...applied, lost])),
      null,
      there({ NlMtu: 1400 }),
    );
    expect(operations).toMatchObject([{ outcome: 'restore-failed', stillChanged: true }]);
  });

  it.each<[LiveValue, LiveValue, boolean]>([
    [1500, 1, true],
    [1400, 1, false],
    ['gone', 7, true],
  ])('MTU %s and DAD %s: can be dismissed is %s', (NlMtu, DadTransmits, expected) => {
    const transaction = interruptedTransaction(
      only(about(applied)),
      null,
      there({ NlMtu, DadTransmits }),
    );
    expect(canBeDismissed(transaction)).toBe(expected);
  });

  it('is taken back in reverse order, with the newest footprints', () => {
    const operations = restoreOperations(
      only(about(applied)),
      there({ NlMtu: 1400, DadTransmits: 3 }),
    );
    expect(operations).toEqual([
      {
        kind: 'restore',
        operation: { ...dad, expected: 3, value: 1 },
        before: Uint8Array.of(5),
        after: Uint8Array.of(4),
      },
      {
        kind: 'restore',
        operation: { ...mtu, expected: 1400, value: 1500 },
        before: Uint8Array.of(1),
        after: Uint8Array.of(3),
      },
    ]);
  });

  it('is taken back without a footprint after where the run ended too early for one', () => {
    const operations = restoreOperations(only(about(committed)), there({ NlMtu: 1400 }));
    expect(operations).toMatchObject([{ before: Uint8Array.of(1), after: new Uint8Array() }]);
  });

  it.each<[string, Partial<Record<string, LiveValue>>]>([
    ['is as before', { NlMtu: 1500 }],
    ['was changed by another program', { NlMtu: 9000 }],
    ['is on an interface that is gone', { NlMtu: 'gone' }],
  ])('is left alone where it %s', (_name, values) => {
    expect(restoreOperations(only(about(applied)), there(values))).toEqual([]);
  });

  describe('on an adapter that only has the LUID', () => {
    const recorded = { luid: '1', alias: 'tun0', description: '', guid: '', type: 131 };
    const origin = (physicalAddress: string) => ({
      account: 'anna',
      consent: 'direct' as const,
      adapters: [{ ...recorded, physicalAddress }],
    });
    const openOn = (physicalAddress: string) =>
      only(about([{ ...started, origin: origin(physicalAddress) }, ...applied.slice(1)]));
    const thereOn = (adapter: Partial<Adapter>) => ({
      ...there({ NlMtu: 1400 }),
      adapterOf: () => ({ ...recorded, physicalAddress: '', ...adapter }) as Adapter,
    });

    it('is neither taken back nor told as still changed', () => {
      const another = thereOn({ alias: 'eth7', physicalAddress: '02:00:00:00:00:07' });
      expect(restoreOperations(openOn(''), another)).toEqual([]);
      expect(restoreOperations(openOn(''), thereOn({ alias: 'sit0', type: 24 }))).toEqual([]);
      const left = interruptedTransaction(openOn(''), null, another);
      expect(left.operations[0]).toMatchObject({ outcome: 'gone', present: false });
      expect(canBeDismissed(left)).toBe(true);
    });

    it.each<[string, string, Partial<Adapter>]>([
      ['its name', '02:00:00:00:00:01', { alias: 'lan', physicalAddress: '02:00:00:00:00:01' }],
      ['its hardware address', '02:00:00:00:00:01', { physicalAddress: '02:00:00:00:00:09' }],
      ['its name, and has no hardware address', '', { alias: 'vpn' }],
      ['nothing', '', {}],
    ])('is taken back where the adapter changed %s', (_name, before, adapter) => {
      expect(restoreOperations(openOn(before), thereOn(adapter))).toHaveLength(1);
    });
  });

  it('cannot be taken back without a footprint from before', () => {
    const records = about([started, { state: 'committed' }]);
    expect(restoreOperations(only(records), there({ NlMtu: 1400 }))).toEqual([]);
  });
});

describe('lasting changes', () => {
  const tunnel = { luid: '1', alias: 'tun0', type: 131, guid: '' };
  const setting = storedSetting({ field: 'NlMtu', value: 1400 });
  const change = lastingChange({ id: setting.id });
  const back = { ...change, luid: null, expected: 1400, value: null };
  const lastingOnly = { ...started, operations: [], lastingChanges: [change] };
  const alone: readonly News[] = [
    lastingOnly,
    { state: 'prepared', before: [] },
    { state: 'committed' },
  ];
  const kept: News = { state: 'kept' };
  const restoreOf = (...news: readonly News[]) =>
    about(
      [
        { ...lastingOnly, kind: 'restore', restores: id, lastingChanges: [back] },
        { state: 'committed' },
        ...news,
      ],
      restoreId,
    );
  const meant = (...stored: (typeof setting)[]) =>
    new MeantSettings(stored, { adapters: [tunnel] as unknown as Snapshot['adapters'] });
  const inEffect = (records: readonly JournalRecord[]) => {
    const index = new TransactionIndex(() => records);
    const transaction = index.get(id);
    return transaction && index.lastingInEffect(transaction);
  };

  it.each<[string, readonly News[], boolean]>([
    ['nobody saw the end', alone, true],
    ['the helper was lost', [...alone, { state: 'helper-lost', ends: [] }], true],
    ['it was kept', [...alone, kept], true],
    ['it was kept but not written', [...alone, { ...kept, isLastingUnwritten: true }], false],
    ['it was reverted', [...alone, { state: 'reverted', cause: 'asked', ends: [] }], false],
    ['it was rolled back', [...alone, { state: 'rolled-back', ends: [] }], false],
    ['nothing was changed', [...alone, { state: 'nothing-changed', reason: 'refused' }], false],
    ['COMMIT was not sent', alone.slice(0, 2), false],
  ])('may be in the store where %s: %s', (_name, news, expected) => {
    expect(inEffect(about(news))).toEqual(expected ? [change] : []);
  });

  it('are no longer those of a transaction once a later one that was kept changed them', () => {
    const first = about([...alone, kept]);
    expect(inEffect([...first, ...restoreOf()])).toEqual([change]);
    expect(inEffect([...first, ...restoreOf(kept)])).toEqual([]);
    const unwritten = { state: 'kept', isLastingUnwritten: true } as const;
    expect(inEffect([...first, ...restoreOf(unwritten)])).toEqual([change]);
    const reverted: News = { state: 'reverted', cause: 'asked', ends: [] };
    expect(inEffect([...first, ...restoreOf(reverted)])).toEqual([change]);
  });

  it('of journals before them are none', () => {
    expect(inEffect(about([...applied, kept]))).toEqual([]);
  });

  it('are open where they are in the store, and told until they are taken back', () => {
    const open = only(about(alone));
    const left = interruptedTransaction(open, null, there({}, meant(setting)));
    expect(left).toMatchObject({
      operations: [],
      lastingChanges: [{ change, stillChanged: true, present: true }],
    });
    expect(leftSomething(left)).toBe(true);
    expect(canBeDismissed(left)).toBe(false);
    const gone = interruptedTransaction(open, null, there({}, meant()));
    expect(leftSomething(gone)).toBe(false);
    expect(canBeDismissed(gone)).toBe(true);
  });

  it('that cannot be taken back now may be put aside', () => {
    const stopped = { ...lastingOnly, lastingChanges: [back] };
    const open = only(about([stopped, { state: 'committed' }]));
    const left = interruptedTransaction(open, null, there({ NlMtu: 1500 }, meant()));
    expect(left.lastingChanges).toMatchObject([{ stillChanged: true, present: false }]);
    expect(canBeDismissed(left)).toBe(true);
  });

  it('are taken back with the values, or alone', () => {
    const records = about([{ ...started, lastingChanges: [change] }, ...committed.slice(1)]);
    const open = only(records);
    const both = restoringPlan(open, there({ NlMtu: 1400 }, meant(setting)));
    expect(both.operations).toMatchObject([{ operation: { field: 'NlMtu', value: 1500 } }]);
    expect(both.lastingChanges).toEqual([back]);
    const alone = restoringPlan(open, there({ NlMtu: 1500 }, meant(setting)));
    expect(alone).toEqual({ operations: [], lastingChanges: [back] });
    const other = storedSetting({ field: 'NlMtu', value: 1300 });
    expect(restoringPlan(open, there({}, meant(other))).lastingChanges).toEqual([]);
  });

  it('hinder no value from being put back where lasting settings cannot be used', () => {
    const stopped = { ...started, lastingChanges: [back] };
    const plan = restoringPlan(
      only(about([stopped, ...committed.slice(1)])),
      there({ NlMtu: 1400 }, null),
    );
    expect(plan.operations).toHaveLength(1);
    expect(plan.lastingChanges).toEqual([]);
  });

  it('make a value last again that the same restore puts back', () => {
    const changed = { ...change, expected: 1500 };
    const records = about([{ ...started, lastingChanges: [changed] }, ...committed.slice(1)]);
    const plan = restoringPlan(only(records), there({ NlMtu: 1400 }, meant(setting)));
    expect(plan.lastingChanges).toEqual([{ ...change, expected: 1400, value: 1500 }]);
    const foreign = restoringPlan(only(records), there({ NlMtu: 9000 }, meant(setting)));
    expect(foreign.lastingChanges).toEqual([]);
  });
});

describe('live values', () => {
  const values = Object.fromEntries(fields.map(({ name }) => [name, null]));
  const snapshot = {
    stack: 'linux',
    adapters: [],
    ipInterfaces: [
      {
        luid: '1',
        family: 'IPv4',
        values: { ...values, NlMtu: 1400 },
        refusals: {},
        defaultRoutesOverridden: false,
      },
    ],
    unicastAddresses: [],
    routes: [],
    rules: [],
    dnsServers: [],
    ipsecPolicies: [],
  } as unknown as Snapshot;

  it('are looked up by LUID and family together', () => {
    const { read } = shownBy(snapshot);
    expect(read(mtu)).toBe(1400);
    expect(read({ ...mtu, family: 'IPv6' })).toBe('gone');
    expect(read({ ...mtu, luid: '2' })).toBe('gone');
    expect(read({ ...mtu, field: 'DadTransmits' })).toBeNull();
  });
});
