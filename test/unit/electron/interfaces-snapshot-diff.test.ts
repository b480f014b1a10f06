// SPDX-License-Identifier: MIT
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Adapter, IpInterface, Snapshot } from '../../../electron/contract/snapshot';
import { ipInterfaceId } from '../../../electron/contract/snapshot';
import { applyDiff, diffSnapshots, isEmptyDiff } from '../../../electron/contract/snapshot-diff';
import { anySnapshot, snapshotPair } from './interfaces-arbitrary';

const [sample] = fc.sample(
  anySnapshot.filter(
    ({ adapters, ipInterfaces, routes, unicastAddresses }) =>
      adapters.length > 1 &&
      ipInterfaces.length > 1 &&
      routes.length > 1 &&
      unicastAddresses.length > 1,
  ),
  { numRuns: 1, seed: 1 },
) as [Snapshot];

/** The text of a snapshot in which nothing drifts and the order of keyed rows means nothing. */
function settled(snapshot: Snapshot): string {
  const byId = <Row>(rows: readonly Row[], idOf: (row: Row) => string) =>
    [...rows].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  const ordered = {
    ...snapshot,
    adapters: byId(snapshot.adapters, ({ luid }) => luid),
    ipInterfaces: byId(snapshot.ipInterfaces, ipInterfaceId),
  };
  return JSON.stringify(ordered, (member, value: unknown) => {
    if (member === 'ReachableTime' && value !== null) return 'drifts';
    return member.endsWith('Lifetime') ? value === 4294967295 : value;
  });
}

/** What IPC makes of a difference: a copy without any identity. */
const overIpc = structuredClone;

function withValues(snapshot: Snapshot, values: Partial<IpInterface['values']>): Snapshot {
  const [first, ...rest] = snapshot.ipInterfaces as [IpInterface, ...IpInterface[]];
  return {
    ...snapshot,
    ipInterfaces: [{ ...first, values: { ...first.values, ...values } }, ...rest],
  };
}

function withFirstRow(snapshot: Snapshot, list: 'routes' | 'unicastAddresses', change: object) {
  const [first, ...rest] = snapshot[list];
  return { ...snapshot, [list]: [{ ...first, ...change }, ...rest] };
}

describe('diffSnapshots and applyDiff', () => {
  it('bring any snapshot to any other', () => {
    fc.assert(
      fc.property(snapshotPair, ([before, after]) => {
        const result = applyDiff(before, overIpc(diffSnapshots(before, after)));
        expect(settled(result)).toBe(settled(after));
      }),
    );
  });

  it('keep the identity of every row that did not change', () => {
    fc.assert(
      fc.property(snapshotPair, ([before, after]) => {
        const result = applyDiff(before, overIpc(diffSnapshots(before, after)));
        const text = (row: object) => settled({ ...before, dnsServers: [row as never] });
        for (const list of [
          'adapters',
          'ipInterfaces',
          'unicastAddresses',
          'routes',
          'rules',
          'dnsServers',
          'ipsecPolicies',
        ] as const) {
          const old = new Set<object>(before[list]);
          const texts = before[list].map(text);
          for (const row of result[list]) {
            const at = texts.indexOf(text(row));
            if (at >= 0) texts.splice(at, 1);
            expect(old.has(row)).toBe(at >= 0);
          }
        }
      }),
    );
  });

  it('find nothing between equal snapshots, and applying nothing keeps every list', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        const diff = diffSnapshots(snapshot, structuredClone(snapshot));
        expect(diff).toEqual({});
        expect(isEmptyDiff(diff)).toBe(true);
        const result = applyDiff(snapshot, diff);
        expect(result.ipInterfaces).toBe(snapshot.ipInterfaces);
        expect(result.routes).toBe(snapshot.routes);
      }),
    );
  });
});

describe('diffSnapshots', () => {
  it('names the row of the IP interface table that changed, and no other', () => {
    const before = withValues(sample, { NlMtu: 1500 });
    const after = withValues(sample, { NlMtu: 1400 });
    expect(diffSnapshots(before, after)).toEqual({
      ipInterfaces: { changed: [after.ipInterfaces[0]], gone: [] },
    });
  });

  it('names the keys of rows that are gone', () => {
    const [adapter] = sample.adapters;
    const [ipInterface] = sample.ipInterfaces;
    const after = {
      ...sample,
      adapters: sample.adapters.slice(1),
      ipInterfaces: sample.ipInterfaces.slice(1),
    };
    expect(diffSnapshots(sample, after)).toEqual({
      adapters: { changed: [], gone: [adapter?.luid] },
      ipInterfaces: {
        changed: [],
        gone: [{ luid: ipInterface?.luid, family: ipInterface?.family }],
      },
    });
  });

  it('sees each element of ZoneIndices', () => {
    const zones = Array.from({ length: 16 }, () => 0);
    const before = withValues(sample, { ZoneIndices: zones });
    expect(
      isEmptyDiff(diffSnapshots(before, withValues(sample, { ZoneIndices: [...zones] }))),
    ).toBe(true);
    const after = withValues(sample, { ZoneIndices: zones.with(15, 1) });
    expect(diffSnapshots(before, after).ipInterfaces?.changed).toHaveLength(1);
  });

  it('sees a refusal that appears', () => {
    const [first, ...rest] = sample.ipInterfaces as [IpInterface, ...IpInterface[]];
    const rows = (refusals: IpInterface['refusals']) => ({
      ...sample,
      ipInterfaces: [{ ...first, refusals }, ...rest],
    });
    const diff = diffSnapshots(rows({}), rows({ NlMtu: 'notAvailable' }));
    expect(diff.ipInterfaces?.changed[0]?.refusals).toEqual({ NlMtu: 'notAvailable' });
  });

  it('sees an adapter become the port of another', () => {
    const [first, ...rest] = sample.adapters as [Adapter, ...Adapter[]];
    const ported = (master: string) => ({ ...sample, adapters: [{ ...first, master }, ...rest] });
    expect(diffSnapshots(ported('0'), ported('9'))).toEqual({
      adapters: { changed: [{ ...first, master: '9' }], gone: [] },
    });
  });

  it('leaves out ReachableTime, which moves by itself', () => {
    const before = withValues(sample, { ReachableTime: 15760 });
    expect(diffSnapshots(before, withValues(sample, { ReachableTime: 31000 }))).toEqual({});
  });

  it('sees ReachableTime come and go', () => {
    const before = withValues(sample, { ReachableTime: null });
    const after = withValues(sample, { ReachableTime: 31000 });
    expect(diffSnapshots(before, after).ipInterfaces?.changed).toHaveLength(1);
  });

  it('leaves out lifetimes that run down or are renewed', () => {
    const lifetimes = (validLifetime: number, preferredLifetime: number) =>
      withFirstRow(sample, 'unicastAddresses', { validLifetime, preferredLifetime });
    expect(diffSnapshots(lifetimes(60, 30), lifetimes(59, 29))).toEqual({});
    expect(diffSnapshots(lifetimes(1, 0), lifetimes(86400, 14400))).toEqual({});
    const route = (validLifetime: number) => withFirstRow(sample, 'routes', { validLifetime });
    expect(diffSnapshots(route(60), route(59))).toEqual({});
  });

  it('sees a lifetime that becomes endless or stops being so', () => {
    const route = (validLifetime: number) => withFirstRow(sample, 'routes', { validLifetime });
    expect(diffSnapshots(route(60), route(4294967295)).routes).toHaveLength(sample.routes.length);
    expect(diffSnapshots(route(4294967295), route(60)).routes).toHaveLength(sample.routes.length);
  });

  it('sees routes change places, since the first of equals wins', () => {
    const first = withFirstRow(sample, 'routes', { metric: 7 });
    const swapped = { ...first, routes: [...first.routes].reverse() };
    expect(diffSnapshots(first, swapped).routes).toEqual(swapped.routes);
  });
});
