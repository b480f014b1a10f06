// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import type { JournalTransaction } from '../../../electron/journal/journal-history';
import { keptSettings } from '../../../electron/journal/kept-settings';
import type { KeptSetting } from '../../../electron/journal/kept-settings';
import { fixedMetrics, lostSettings, nextStates } from '../../../electron/kept/lost-settings';
import type { KeptStates } from '../../../electron/kept/lost-settings';
import type { Operation } from '../../../electron/contract/operation';
import type { Snapshot } from '../../../electron/contract/snapshot';

const guid = '{0f0e0d0c-0b0a-0908-0706-050403020100}';
const vpn = { luid: '7', alias: 'Contoso VPN', type: 53, guid };
const off: Operation = {
  luid: '7',
  family: 'IPv4',
  field: 'DisableDefaultRoutes',
  expected: 0,
  value: 1,
};

/** A transaction that was kept. */
function keptTransaction(
  operations: readonly Operation[],
  some: { kind?: 'restore'; live?: number; kept?: false; adapter?: typeof vpn } = {},
): JournalTransaction {
  return {
    kind: some.kind ?? 'set',
    kept: some.kept ?? true,
    lastSeenAt: 1_000,
    origin: {
      account: '',
      consent: 'direct',
      adapters: [{ ...(some.adapter ?? vpn), description: '', physicalAddress: '' }],
    },
    operations: operations.map((operation) => ({
      operation,
      end: {
        outcome: some.kind ? 'restored' : 'applied',
        live: some.live ?? operation.value,
      },
    })),
  } as unknown as JournalTransaction;
}

interface Place {
  readonly luid?: string;
  readonly alias?: string;
  readonly guid?: string;
  readonly type?: number;
  readonly refused?: true;
}

/** A snapshot in which the VPN has these values. */
function withValues(values: Record<string, number>, place: Place = {}): Snapshot {
  const { luid = '7', refused, ...names } = place;
  const refusals = refused ? { DisableDefaultRoutes: 'noDefaultRoute' } : {};
  return {
    adapters: [{ ...vpn, luid, ...names }],
    ipInterfaces: [{ luid, family: 'IPv4', values, refusals }],
  } as unknown as Snapshot;
}

const gone = { adapters: [], ipInterfaces: [] } as unknown as Snapshot;
const kept = keptSettings([keptTransaction([off])]);

/** What is told as lost after each snapshot. */
function lostAfter(settings: readonly KeptSetting[], snapshots: readonly Snapshot[]) {
  let states: KeptStates | null = null;
  return snapshots.map((snapshot) => {
    states = nextStates(settings, snapshot, states);
    return lostSettings(settings, states).flatMap(({ operations }) => operations);
  });
}

describe('values that were kept', () => {
  it('are the newest of each field, as they were read back', () => {
    const again = { ...off, expected: 1, value: 0 };
    expect(keptSettings([keptTransaction([off]), keptTransaction([again])])).toMatchObject([
      { field: 'DisableDefaultRoutes', value: 0, keptAt: 1_000 },
    ]);
    const timer: Operation = { ...off, field: 'BaseReachableTime', value: 30_001 };
    expect(keptSettings([keptTransaction([timer], { live: 30_000 })])).toMatchObject([
      { value: 30_000 },
    ]);
  });

  it.each([
    ['name', { alias: 'Contoso VPN 2' }],
    ['GUID', { guid: '{00000000-0000-0000-0000-000000000001}' }],
  ])('are those of the same adapter where it has another %s', (_, name) => {
    const again = { ...off, expected: 1, value: 0 };
    const of = (name: object, operation: Operation, some = {}) =>
      keptTransaction([operation], { ...some, adapter: { ...vpn, ...name } });
    expect(keptSettings([of({}, off), of(name, again)])).toMatchObject([{ value: 0 }]);
    expect(keptSettings([of({}, off), of(name, again, { kind: 'restore' })])).toEqual([]);
    const other = { alias: 'Other', guid: '{00000000-0000-0000-0000-000000000002}' };
    expect(keptSettings([of({}, off), of(other, again)])).toHaveLength(2);
  });

  it('are forgotten when they are restored, and not remembered when they were reverted', () => {
    const back = { ...off, expected: 1, value: 0 };
    expect(
      keptSettings([keptTransaction([off]), keptTransaction([back], { kind: 'restore' })]),
    ).toEqual([]);
    expect(keptSettings([keptTransaction([off], { kept: false })])).toEqual([]);
  });

  it('hold no metric once the metric is automatic again', () => {
    const metric: Operation = { ...off, field: 'Metric', expected: 25, value: 5 };
    const automatic: Operation = { ...off, field: 'UseAutomaticMetric' };
    expect(
      keptSettings([keptTransaction([metric]), keptTransaction([automatic])]).map(
        ({ field }) => field,
      ),
    ).toEqual(['UseAutomaticMetric']);
  });
});

describe('a kept value', () => {
  const set = withValues({ DisableDefaultRoutes: 1 });
  const unset = withValues({ DisableDefaultRoutes: 0 });

  it('that is not there at the start was lost', () => {
    expect(lostAfter(kept, [unset])).toEqual([[off]]);
    expect(lostAfter(kept, [set])).toEqual([[]]);
    expect(lostAfter(kept, [gone])).toEqual([[]]);
  });

  it('is lost when its adapter went and came back without it', () => {
    expect(lostAfter(kept, [set, gone, unset])).toEqual([[], [], [off]]);
  });

  it('is lost when its adapter came back as another LUID between two looks', () => {
    const elsewhere = withValues({ DisableDefaultRoutes: 0 }, { luid: '9' });
    expect(lostAfter(kept, [set, elsewhere])).toEqual([[], [{ ...off, luid: '9' }]]);
  });

  it.each<[boolean, string, readonly Snapshot[]]>([
    [false, 'that was different at the start', [unset, unset]],
    [true, 'whose adapter was seen to come back', [set, gone, unset, unset]],
    [true, 'whose adapter came after the start', [gone, unset]],
  ])('tells as come back (%s) what %s', (cameBack, _, snapshots) => {
    let states: KeptStates | null = null;
    for (const snapshot of snapshots) states = nextStates(kept, snapshot, states);
    expect(lostSettings(kept, states ?? new Map())).toMatchObject([{ cameBack }]);
  });

  it('stays lost until it is set again', () => {
    expect(lostAfter(kept, [set, gone, unset, unset, set])).toEqual([[], [], [off], [off], []]);
  });

  it('is not lost when somebody changes it while the adapter stays', () => {
    expect(lostAfter(kept, [set, unset, unset])).toEqual([[], [], []]);
  });

  it('of a tunnel is judged once its routes are there', () => {
    const early = withValues({ DisableDefaultRoutes: 0 }, { refused: true });
    expect(lostAfter(kept, [set, gone, early, unset])).toEqual([[], [], [], [off]]);
  });

  const otherGuid = '{00000000-0000-0000-0000-000000000001}';
  it.each<[string, Place, readonly Operation[]]>([
    ['name', { alias: 'Contoso VPN 2' }, [off]],
    ['GUID', { guid: otherGuid }, [off]],
    ['name and GUID', { alias: 'Contoso VPN 2', guid: otherGuid }, []],
    ['type', { type: 6 }, []],
  ])('is known to be of an adapter with another %s, or not', (_, place, lost) => {
    expect(lostAfter(kept, [withValues({ DisableDefaultRoutes: 0 }, place)])).toEqual([lost]);
  });

  it('is of no adapter where two could be meant', () => {
    const { adapters, ipInterfaces } = withValues({ DisableDefaultRoutes: 0 });
    const twin = { ...vpn, luid: '9' } as unknown as Snapshot['adapters'][number];
    const both = { adapters: [...adapters, twin], ipInterfaces } as unknown as Snapshot;
    expect(lostAfter(kept, [both])).toEqual([[]]);
  });

  it('is left to what sets it again by itself', () => {
    const states = nextStates(kept, unset, null);
    expect(lostSettings(kept, states, ({ field }) => field === off.field)).toEqual([]);
    expect(lostSettings(kept, states, ({ field }) => field !== off.field)).toHaveLength(1);
  });

  it('that was kept in this run is not lost by a snapshot from before', () => {
    const states = nextStates([], unset, null);
    expect(lostSettings(kept, nextStates(kept, unset, states))).toEqual([]);
  });
});

describe('a metric that was fixed and kept', () => {
  const fix: Operation = { ...off, field: 'UseAutomaticMetric', expected: 1, value: 0 };
  const isFixed = { UseAutomaticMetric: 0, Metric: 5 };
  const fixedIn = (transactions: readonly JournalTransaction[], snapshot: Snapshot) => [
    ...fixedMetrics(keptSettings(transactions), snapshot),
  ];

  it('is known by its IP interface, wherever its adapter is now', () => {
    const kept = [keptTransaction([fix, { ...off, field: 'Metric', value: 5 }])];
    expect(fixedIn(kept, withValues(isFixed))).toEqual(['7-IPv4']);
    expect(fixedIn(kept, withValues(isFixed, { luid: '9' }))).toEqual(['9-IPv4']);
  });

  it('is not ours once it is automatic again, restored, or was never kept', () => {
    const kept = keptTransaction([fix]);
    expect(fixedIn([kept], withValues({ UseAutomaticMetric: 1 }))).toEqual([]);
    const restored = keptTransaction([{ ...fix, expected: 0, value: 1 }], { kind: 'restore' });
    expect(fixedIn([kept, restored], withValues(isFixed))).toEqual([]);
    expect(fixedIn([keptTransaction([fix], { kept: false })], withValues(isFixed))).toEqual([]);
    expect(fixedIn([keptTransaction([off])], withValues(isFixed))).toEqual([]);
  });
});
