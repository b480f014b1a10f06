// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { historyPart, historyTransaction } from '../../../electron/history/history';
import type { HistorySources } from '../../../electron/history/history';
import type { JournalRecord } from '../../../electron/journal/journal-record';
import { encodeJournalLine } from '../../../electron/journal/journal-lines';
import { decodedJournal } from './decoded-journal';
import type { LiveValue } from '../../../electron/contract/changes';
import { encodePlan } from '../../../electron/protocol/plan';
import { TransactionIndex } from '../../../electron/journal/transaction-index';
import type { Operation } from '../../../electron/contract/operation';
import type { Adapter } from '../../../electron/contract/snapshot';
import { planSubject } from '../../../electron/contract/plan-subject';
import { MeantSettings } from '../../../electron/lasting/meant-settings';
import { lastingChange, storedSetting } from './lasting-store';

const mtu: Operation = { luid: '1', family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1400 };
const back: Operation = { ...mtu, expected: 1400, value: 1500 };

type News = JournalRecord extends infer R
  ? R extends JournalRecord
    ? Omit<R, 'id' | 'time'>
    : never
  : never;

const idOf = (name: string) => name.padEnd(32, '0');

function about(name: string, time: number, ...news: readonly News[]): JournalRecord[] {
  return news.map((record, index) => ({ id: idOf(name), time: time + index, ...record }));
}

const started = (some: Partial<Extract<News, { state: 'started' }>> = {}): News => ({
  state: 'started',
  kind: 'set',
  restores: null,
  planCode: '0A1B2C3D',
  deadline: 60,
  operations: [mtu],
  ...some,
});
const committed: readonly News[] = [
  { state: 'prepared', before: ['AQ=='] },
  { state: 'committed' },
  { state: 'operation', index: 0, end: { outcome: 'applied', live: 1400 } },
  { state: 'footprint', index: 0, which: 'after', bytes: 'Ag==' },
];
const asBefore = { outcome: 'restored', live: 1500 } as const;
const kept: News = { state: 'kept' };

/** A restore of `a` that put its value back. */
const restoring = (name: string, restores: string): readonly JournalRecord[] =>
  about(
    name,
    200,
    started({ kind: 'restore', restores: idOf(restores), operations: [back] }),
    { state: 'prepared', before: ['Ag=='] },
    { state: 'committed' },
    { state: 'operation', index: 0, end: asBefore },
  );

const tunnel = { luid: '1', alias: 'tun0', type: 131, guid: '' } as Adapter;
const madeToLast = storedSetting({ field: 'NlMtu', value: 1400 });

function sources(
  records: readonly JournalRecord[],
  live: LiveValue = 1400,
  stillChanged = false,
): HistorySources {
  const index = new TransactionIndex(() => records);
  return {
    index,
    running: null,
    there: {
      read: () => live,
      adapterOf: () => undefined,
      lasting: new MeantSettings(stillChanged ? [madeToLast] : [], { adapters: [tunnel] }),
    },
  };
}

const transaction = (name: string, records: readonly JournalRecord[], live?: LiveValue) =>
  historyTransaction(idOf(name), sources(records, live));

describe('the result of a transaction', () => {
  const reverted = (cause: 'asked' | 'deadline' | 'channel-broken' | 'told-to-stop'): News => ({
    state: 'reverted',
    cause,
    ends: [asBefore],
  });
  it.each<[string, readonly News[], LiveValue, string]>([
    ['never committed', [], 1500, 'nothing-changed'],
    ['refused', [{ state: 'nothing-changed', reason: 'refused' }], 1500, 'nothing-changed'],
    ['kept', [...committed, kept], 1400, 'kept'],
    ['reverted by the user', [...committed, reverted('asked')], 1500, 'reverted-by-user'],
    ['out of time', [...committed, reverted('deadline')], 1500, 'reverted-by-deadline'],
    ['left by the app', [...committed, reverted('channel-broken')], 1500, 'reverted-app-stopped'],
    ['told to stop', [...committed, reverted('told-to-stop')], 1500, 'reverted-app-stopped'],
    [
      'rolled back',
      [...committed, { state: 'rolled-back', ends: [asBefore] }],
      1500,
      'nothing-changed',
    ],
    [
      'left by the helper, but as before',
      [...committed, { state: 'helper-lost', ends: [asBefore] }],
      1500,
      'reverted-helper-stopped',
    ],
    [
      'found changed by others',
      [
        ...committed,
        { state: 'reverted', cause: 'asked', ends: [{ outcome: 'foreign', live: 9 }] },
      ],
      9,
      'incomplete',
    ],
    ['without an end, still changed', committed, 1400, 'incomplete'],
    ['without an end, as before', committed, 1500, 'reverted-app-stopped'],
  ])('%s', (_, news, live, result) => {
    expect(transaction('a', about('a', 1, started(), ...news), live)?.result).toBe(result);
  });

  it('is incomplete where a kept restore left a value as others had made it', () => {
    const foreign: News = { state: 'operation', index: 0, end: { outcome: 'foreign', live: 9 } };
    const records = [...restoring('b', 'a'), ...about('b', 300, foreign, kept)];
    expect(transaction('b', records, 9)?.result).toBe('incomplete');
  });

  it('is not known while it runs', () => {
    const records = about('a', 1, started(), ...committed);
    const { entries } = historyPart(0, 1, { ...sources(records), running: idOf('a') });
    expect(entries[0]?.result).toBe('under-way');
  });
});

describe('what can be restored', () => {
  const first = about('a', 1, started(), ...committed, kept);
  const restorabilityOf = (name: string, records: readonly JournalRecord[]) =>
    transaction(name, records)?.changes[0]?.restorability;

  it('a kept change can', () => {
    expect(restorabilityOf('a', first)).toBe('restorable');
  });

  it('a kept change that a kept restore took back cannot; the restore can', () => {
    const records = [...first, ...restoring('b', 'a'), ...about('b', 300, kept)];
    expect(restorabilityOf('a', records)).toBe('as-before');
    expect(restorabilityOf('b', records)).toBe('restorable');
  });

  it('a kept change can again when its restore was itself taken back', () => {
    const again = about(
      'c',
      400,
      started({ kind: 'restore', restores: idOf('b'), operations: [mtu] }),
      { state: 'prepared', before: ['AQ=='] },
      { state: 'committed' },
      { state: 'operation', index: 0, end: { outcome: 'restored', live: 1400 } },
      kept,
    );
    const records = [...first, ...restoring('b', 'a'), ...about('b', 300, kept), ...again];
    expect(restorabilityOf('a', records)).toBe('restorable');
  });

  it('a change that a restore did not take back in the end can', () => {
    const reverted: News = { state: 'reverted', cause: 'asked', ends: [asBefore] };
    const records = [...first, ...restoring('b', 'a'), ...about('b', 300, reverted)];
    expect(restorabilityOf('a', records)).toBe('restorable');
  });

  it('a reverted change cannot', () => {
    const reverted: News = { state: 'reverted', cause: 'asked', ends: [asBefore] };
    expect(restorabilityOf('a', about('a', 1, started(), ...committed, reverted))).toBe(
      'as-before',
    );
  });

  it('a change without a footprint from before cannot', () => {
    const records = about('a', 1, started(), { state: 'committed' }, kept);
    expect(restorabilityOf('a', records)).toBe('not-recorded');
  });
});

describe('what was restored', () => {
  const mtu6: Operation = { ...mtu, family: 'IPv6' };
  const first = about('a', 1, started(), ...committed, kept);
  const both = about('a', 1, started({ operations: [mtu, mtu6] }), ...committed, kept);
  const restored = [...restoring('b', 'a'), ...about('b', 300, kept)];
  const again = about(
    'c',
    400,
    started({ kind: 'restore', restores: idOf('b'), operations: [mtu] }),
    { state: 'prepared', before: ['AQ=='] },
    { state: 'committed' },
    { state: 'operation', index: 0, end: { outcome: 'restored', live: 1400 } },
    kept,
  );
  const asked: News = { state: 'reverted', cause: 'asked', ends: [asBefore] };

  it.each<[string, readonly JournalRecord[], string, number | null]>([
    ['as a whole is told so', [...first, ...restored], 'restored', 200],
    ['in part is told so', [...both, ...restored], 'partly-restored', 200],
    ['and came back is as it was', [...first, ...restored, ...again], 'kept', null],
    ['but was not kept so is as it was', [...first, ...restoring('b', 'a')], 'kept', null],
    [
      'but reverted is as it was',
      [...first, ...restoring('b', 'a'), ...about('b', 300, asked)],
      'kept',
      null,
    ],
    [
      'after nobody had seen its end is told so',
      [...about('a', 1, started(), ...committed), ...restored],
      'restored',
      200,
    ],
  ])('%s', (_, records, result, restoredAt) => {
    expect(transaction('a', records, 1500)).toMatchObject({ result, restoredAt });
  });

  it('leaves the restore itself kept', () => {
    expect(transaction('b', [...first, ...restored], 1500)?.result).toBe('kept');
  });

  it('counts what was made to last', () => {
    const change = lastingChange({ id: madeToLast.id });
    const lastingOnly = { operations: [], lastingChanges: [change] };
    const prepared: readonly News[] = [{ state: 'prepared', before: [] }, { state: 'committed' }];
    const inverse = { ...change, expected: change.value, value: change.expected };
    const restore = started({
      kind: 'restore',
      restores: idOf('a'),
      operations: [],
      lastingChanges: [inverse],
    });
    const records = [
      ...about('a', 1, started(lastingOnly), ...prepared, kept),
      ...about('b', 200, restore, ...prepared, kept),
    ];
    expect(transaction('a', records)?.result).toBe('restored');
    expect(transaction('b', records)?.result).toBe('kept');
  });
});

describe('whether anything can be restored now', () => {
  const first = about('a', 1, started(), ...committed, kept);
  it.each<[string, readonly JournalRecord[], LiveValue, boolean]>([
    ['what is as it was set can', first, 1400, true],
    ['what somebody changed since cannot', first, 1300, false],
    ['what is gone cannot', first, 'gone', false],
    [
      'what was restored cannot',
      [...first, ...restoring('b', 'a'), ...about('b', 300, kept)],
      1400,
      false,
    ],
    ['what was never kept cannot', about('a', 1, started()), 1400, false],
  ])('%s', (_, records, live, isRestorable) => {
    expect(transaction('a', records, live)?.isRestorable).toBe(isRestorable);
  });

  it('what lasts alone can', () => {
    const lastingOnly = { operations: [], lastingChanges: [lastingChange({ id: madeToLast.id })] };
    const records = about('a', 1, started(lastingOnly), { state: 'committed' }, kept);
    expect(historyTransaction(idOf('a'), sources(records, 1400, true))?.isRestorable).toBe(true);
    expect(historyTransaction(idOf('a'), sources(records, 1400, false))?.isRestorable).toBe(false);
  });

  it('what is under way cannot', () => {
    const records = about('a', 1, started(), ...committed);
    const { entries } = historyPart(0, 1, { ...sources(records), running: idOf('a') });
    expect(entries[0]?.isRestorable).toBe(false);
  });
});

describe('a restore of what was kept', () => {
  const first = about('a', 1, started(), ...committed, kept);
  const openIds = (records: readonly JournalRecord[]) =>
    new TransactionIndex(() => records).open().map(({ id }) => id);

  it('is open itself when nobody saw its end', () => {
    expect(openIds([...first, ...restoring('b', 'a')])).toEqual([idOf('b')]);
  });

  it('is closed when it is kept', () => {
    expect(openIds([...first, ...restoring('b', 'a'), ...about('b', 300, kept)])).toEqual([]);
  });
});

describe('what was made to last', () => {
  const change = lastingChange({ id: madeToLast.id });
  const origin = { account: 'anna', consent: 'direct', adapters: [] } as const;
  const lastingOnly = started({
    operations: [],
    lastingChanges: [change],
    origin: { ...origin, adapters: [] },
  });
  const prepared: readonly News[] = [{ state: 'prepared', before: [] }, { state: 'committed' }];
  const seen = (stillChanged: boolean, ...news: readonly News[]) => {
    const records = about('a', 1, lastingOnly, ...prepared, ...news);
    return historyTransaction(idOf('a'), sources(records, 1400, stillChanged));
  };

  it('is told where nothing else was changed', () => {
    expect(seen(true, kept)).toMatchObject({
      subject: planSubject({ operations: [], lastingChanges: [change] }),
      adapters: [],
      changes: [],
      lasting: [{ change, stillChanged: true, present: true }],
      isLastingUnwritten: false,
      result: 'kept',
    });
  });

  it('is told with why it does not last', () => {
    expect(seen(true, { state: 'kept', isLastingUnwritten: true })).toMatchObject({
      result: 'kept',
      isLastingUnwritten: true,
      lasting: [{ change, stillChanged: false, present: false }],
    });
  });

  it.each<[string, readonly News[], boolean, string]>([
    ['nobody saw the end of and is so', [], true, 'incomplete'],
    ['nobody saw the end of and is not so', [], false, 'reverted-app-stopped'],
    ['a lost helper wrote', [{ state: 'helper-lost', ends: [] }], true, 'incomplete'],
    [
      'a lost helper had not written',
      [{ state: 'helper-lost', ends: [] }],
      false,
      'reverted-helper-stopped',
    ],
    [
      'was reverted',
      [{ state: 'reverted', cause: 'deadline', ends: [] }],
      true,
      'reverted-by-deadline',
    ],
  ])('has a result: what %s', (_name, news, stillChanged, result) => {
    expect(seen(stillChanged, ...news)?.result).toBe(result);
  });

  it('is part of the code of its plan, as the account is, but for earlier versions', () => {
    const codeOf = (first: News) =>
      transaction('a', about('a', 1, first, ...prepared, kept))?.planCode;
    const plan = { operations: [], lastingChanges: [change], deadline: 60 } as const;
    expect(codeOf(lastingOnly)).toBe(encodePlan({ ...plan, account: 'anna' }).code);
    const earlier = started({ origin: { ...origin, adapters: [] } });
    const operations = [{ kind: 'set', operation: mtu }] as const;
    expect(codeOf(earlier)).toBe(
      encodePlan({ operations, lastingChanges: [], deadline: 60, account: '' }).code,
    );
  });

  it('is remembered through the file', () => {
    const written = about('a', 1, lastingOnly, { state: 'kept', isLastingUnwritten: true });
    const text = written.map((record, sequence) => encodeJournalLine(sequence, record)).join('');
    expect(decodedJournal(Buffer.from(text)).records).toEqual(written);
  });

  it.each<[string, object]>([
    ['an id that is none', { id: 'x' }],
    ['an unknown field', { field: 'Speed' }],
    ['a value that is no number', { value: '1' }],
    ['more than it should', { more: 1 }],
  ])('is not believed with %s', (_name, some) => {
    const strange = started({ lastingChanges: [{ ...change, ...some }] });
    const [record] = about('a', 1, strange);
    const line = record ? encodeJournalLine(0, record) : '';
    expect(decodedJournal(Buffer.from(line)).records).toEqual([]);
  });
});

describe('the list', () => {
  it('follows the order of the journal, whatever the clock said', () => {
    const records = [...about('a', 9_000, started()), ...about('b', 5, started())];
    const { entries } = historyPart(0, 10, sources(records));
    expect(entries).toMatchObject([
      { id: idOf('a'), sequence: 0, startedAt: 9_000 },
      { id: idOf('b'), sequence: 1, startedAt: 5 },
    ]);
  });

  it('is given in parts, with the number of all', () => {
    const records = ['a', 'b', 'c'].flatMap((name) => about(name, 1, started()));
    const page = historyPart(1, 1, sources(records));
    expect(page).toMatchObject({ total: 3, entries: [{ id: idOf('b') }] });
    expect(historyPart(3, 1, sources(records)).entries).toEqual([]);
  });

  it('follows a journal that grows', () => {
    const records = about('a', 1, started());
    const growing = sources(records);
    expect(historyPart(0, 9, growing).total).toBe(1);
    records.push(...about('b', 2, started()));
    expect(historyPart(0, 9, growing).total).toBe(2);
  });
});

describe('who and what', () => {
  const origin = {
    account: 'somebody',
    consent: 'pkexec',
    adapters: [
      { luid: '1', alias: 'eth0', description: '', guid: '', type: 6, physicalAddress: '' },
    ],
  } as const;

  it('is remembered through the file', () => {
    const [record] = about(
      'a',
      1,
      started({ origin: { ...origin, adapters: [...origin.adapters] } }),
    );
    if (!record) throw new Error('There is no record');
    const { records } = decodedJournal(Buffer.from(encodeJournalLine(0, record)));
    expect(transaction('a', records)).toMatchObject({
      account: 'somebody',
      consent: 'pkexec',
      adapters: [{ alias: 'eth0' }],
      changes: [{ adapter: { alias: 'eth0' } }],
    });
  });

  it('is remembered with what was meant, also by what takes it back', () => {
    const intent = { kind: 'split-tunnelling', isOn: true, vpn: '1', blocksOthers: false } as const;
    const meant = { ...origin, intent, adapters: [...origin.adapters] };
    const [record] = about('a', 1, started({ origin: meant }));
    if (!record) throw new Error('There is no record');
    const { records } = decodedJournal(Buffer.from(encodeJournalLine(0, record)));
    expect(transaction('a', records)?.subject).toMatchObject({ intent, isRestore: false });
    const [back] = about('b', 2, started({ kind: 'restore', restores: 'a', origin: meant }));
    if (!back) throw new Error('There is no record');
    expect(transaction('b', [...records, back])?.subject).toMatchObject({
      intent,
      isRestore: true,
    });
  });

  it('names the VPN whose split tunnelling is meant, though the values are of others', () => {
    const intent = { kind: 'split-tunnelling', isOn: true, vpn: '7', blocksOthers: false } as const;
    const vpn = { ...origin.adapters[0], luid: '7', alias: 'Contoso VPN' };
    const meant = { ...origin, intent, adapters: [...origin.adapters, vpn] };
    const found = transaction('a', about('a', 1, started({ origin: meant })));
    expect(found?.adapters.map(({ alias }) => alias)).toEqual(['eth0', 'Contoso VPN']);
  });

  it.each([
    { kind: 'split-tunnelling', isOn: true, vpn: 'all', blocksOthers: false },
    { kind: 'system-default', name: 'x' },
    { kind: 'something-else' },
  ])('is not believed where it is no intent: %j', (intent) => {
    const strange = started({ origin: { ...origin, intent } as never });
    const [record] = about('a', 1, strange);
    if (!record) throw new Error('There is no record');
    expect(decodedJournal(Buffer.from(encodeJournalLine(0, record))).records).toEqual([]);
  });

  it('is unknown in journals of earlier versions', () => {
    const [record] = about('a', 1, started());
    if (!record) throw new Error('There is no record');
    const { records } = decodedJournal(Buffer.from(encodeJournalLine(0, record)));
    expect(transaction('a', records)).toMatchObject({
      account: null,
      consent: null,
      adapters: [],
    });
  });

  it('of a restore names what it takes back', () => {
    const records = [...about('a', 77, started(), ...committed, kept), ...restoring('b', 'a')];
    expect(transaction('b', records)?.restoresFrom).toBe(77);
  });

  it('of a restore has a code of what it takes back, and none where that is not known', () => {
    const first = about('a', 77, started(), ...committed, kept);
    const [before, after] = [Buffer.from('AQ==', 'base64'), Buffer.from('Ag==', 'base64')];
    const plan = { lastingChanges: [], deadline: 60, account: '' } as const;
    const operations = [{ kind: 'restore', operation: back, before, after }] as const;
    const code = transaction('b', [...first, ...restoring('b', 'a')])?.planCode;
    expect(code).toBe(encodePlan({ ...plan, operations }).code);
    expect(transaction('b', restoring('b', 'a'))?.planCode).toBeNull();
  });

  it('of an unknown transaction is nothing', () => {
    expect(transaction('a', [])).toBeNull();
  });
});
