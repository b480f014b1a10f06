// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import type { HistorySources } from '../../../electron/history/history';
import { historyOutline } from '../../../electron/history/history-outline';
import type { JournalRecord } from '../../../electron/journal/journal-record';
import { TransactionIndex } from '../../../electron/journal/transaction-index';
import type { Operation } from '../../../electron/contract/operation';
import type { HistoryFilter } from '../../../electron/contract/history';
import { adapter, vpnLuid } from '../renderer/sample-snapshot';

const recorded = ({ luid, alias, description, guid, type, physicalAddress }: typeof ethernet) => ({
  ...{ luid, alias, description, guid, type, physicalAddress },
});
const ethernet = adapter();
const vpn = adapter({ luid: vpnLuid, alias: 'Contoso VPN' });

const operation = (some: Partial<Operation> = {}): Operation => ({
  ...{ luid: ethernet.luid, family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1400 },
  ...some,
});

interface Made {
  readonly operations: readonly Operation[];
  readonly end: 'kept' | 'asked';
  readonly adapters?: readonly (typeof ethernet)[];
}

const back = ({ expected }: Operation) => ({ outcome: 'restored', live: expected }) as const;

/** A transaction that was kept, or reverted by the person. */
function made({ operations, end, adapters = [ethernet] }: Made, sequence: number): JournalRecord[] {
  const at = { id: String(sequence).padStart(32, '0'), time: sequence };
  const before = operations.map(() => 'AQ==');
  const wasReverted = end === 'asked';
  return [
    {
      ...at,
      state: 'started',
      kind: 'set',
      restores: null,
      deadline: 60,
      operations: [...operations],
      origin: { account: 'anna', consent: 'direct', adapters: adapters.map(recorded) },
    },
    { ...at, state: 'prepared', before },
    { ...at, state: 'committed' },
    ...operations.map(({ value }, index): JournalRecord => {
      return { ...at, state: 'operation', index, end: { outcome: 'applied', live: value } };
    }),
    wasReverted
      ? { ...at, state: 'reverted', cause: 'asked', ends: operations.map(back) }
      : { ...at, state: 'kept' },
  ];
}

function found(all: readonly Made[], filter: Partial<HistoryFilter>): readonly number[] {
  const records = all.flatMap(made);
  const sources: HistorySources = {
    index: new TransactionIndex(() => records),
    running: null,
    there: null,
  };
  const outline = historyOutline({ search: '', groups: [], ...filter }, sources, [ethernet, vpn]);
  expect(outline.total).toBe(all.length);
  return outline.places.map(({ sequence }) => sequence);
}

const mtu: Made = { operations: [operation()], end: 'kept' };
const metric: Made = {
  operations: [operation({ luid: vpnLuid, field: 'Metric', expected: 25, value: 5 })],
  end: 'asked',
  adapters: [vpn],
};

describe('the history narrowed down', () => {
  it.each<[Partial<HistoryFilter>, readonly number[]]>([
    [{}, [0, 1]],
    [{ search: 'mtu' }, [0]],
    [{ search: 'CONTOSO' }, [1]],
    [{ search: '1400' }, [0]],
    [{ search: '25' }, [1]],
    [{ search: '  metric  contoso ' }, [1]],
    [{ search: 'metric ethernet' }, []],
    [{ groups: ['kept'] }, [0]],
    [{ groups: ['reverted'] }, [1]],
    [{ groups: ['kept', 'reverted'] }, [0, 1]],
    [{ groups: ['incomplete', 'nothing-changed'] }, []],
    [{ search: 'contoso', groups: ['kept'] }, []],
  ])('by %j leaves %j', (filter, left) => {
    expect(found([mtu, metric], filter)).toEqual(left);
  });

  it('finds fields and adapters that a title only counts', () => {
    const luids = ['11', '12', '13', '14', '15'];
    const operations = luids.map((luid) => operation({ luid }));
    const many = [
      operation({ field: 'NlMtu' }),
      operation({ field: 'Metric', expected: 25, value: 5 }),
      operation({ field: 'BaseReachableTime', expected: 30_000, value: 20_000 }),
      operation({ field: 'ForwardingEnabled', expected: 0, value: 1 }),
    ];
    const adapters = luids.map((luid) => adapter({ luid, alias: `lan-${luid}` }));
    const all: readonly Made[] = [
      { operations, end: 'kept', adapters },
      { operations: many, end: 'kept' },
    ];
    expect(found(all, { search: 'lan-15' })).toEqual([0]);
    expect(found(all, { search: 'forwarding' })).toEqual([1]);
  });
});
