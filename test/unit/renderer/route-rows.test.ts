// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { routeId } from '../../../electron/contract/snapshot';
import type { Route, Snapshot } from '../../../electron/contract/snapshot';
import { windowSnapshotOf } from '../../../electron/contract/window-snapshot';
import { addressKey } from '../../../electron/texts/address-key';
import { arrangeRows, usualFilters } from '../../../renderer/pages/routes/arrange-rows';
import { answerText, noAnswerText, rowOfAnswer } from '../../../renderer/pages/routes/lookup-text';
import type { RouteSplices } from '../../../renderer/pages/routes/route-feed';
import { madeRows, noMadeRows } from '../../../renderer/pages/routes/made-rows';
import type { MadeRows } from '../../../renderer/pages/routes/made-rows';
import { destinationText, rowContext } from '../../../electron/texts/route-rows';
import type { RouteRow, Standings } from '../../../electron/texts/route-rows';
import {
  adapter,
  defaultRoute,
  ethernetLuid,
  ipInterface,
  sampleSnapshot,
  vpnLuid,
} from './sample-snapshot';

function withRoutes(routes: readonly Route[], some: Partial<Snapshot> = {}): Snapshot {
  return { ...sampleSnapshot(), routes, ...some };
}

/** All rows of a snapshot; with `before`, those that its routes become where the step between is told. */
function made(
  snapshot: Snapshot,
  standings: Standings,
  before: MadeRows = noMadeRows,
  splices: RouteSplices = [{ start: 0, removed: before.rows.length, rows: snapshot.routes }],
): MadeRows {
  const { routes } = snapshot;
  const version = before.version + 1;
  const listing = { version, routes, steps: [splices], total: routes.length, error: null };
  return madeRows(before, listing, rowContext(windowSnapshotOf(snapshot, version)), standings);
}

const routeRows = (snapshot: Snapshot, standings: Standings): readonly RouteRow[] =>
  made(snapshot, standings).rows;

const viaVpn = defaultRoute({ luid: vpnLuid, nextHop: '10.8.0.1' });
const none: Standings = new Map();

const sort = { column: 'destination', descending: false } as const;

describe('a route in the table', () => {
  it('has the metrics of the route and the interface, and their sum', () => {
    const [row] = routeRows(withRoutes([defaultRoute({ metric: 7 })]), none);
    expect(row).toMatchObject({ metric: 32, interfaceMetric: 25 });
    expect(row && destinationText(row)).toBe('0.0.0.0/0');
  });

  it('has its own metric alone on Linux', () => {
    const snapshot = withRoutes([defaultRoute({ metric: 7 })], {
      stack: 'linux',
      ipInterfaces: [ipInterface({ values: { Metric: null } })],
    });
    expect(routeRows(snapshot, none)[0]).toMatchObject({ metric: 7, interfaceMetric: null });
  });

  it.each([
    [{ nextHop: '0.0.0.0' }, 'On-link'],
    [{ nextHop: '192.0.2.1' }, '192.0.2.1'],
    [{ type: 7, luid: '0' }, 'Unreachable'],
    [
      {
        luid: '0',
        hops: [
          { luid: ethernetLuid, nextHop: '192.0.2.1', weight: 1, flags: 0 },
          { luid: vpnLuid, nextHop: '0.0.0.0', weight: 2, flags: 0 },
        ],
      },
      '192.0.2.1 (weight 1), On-link (weight 2)',
    ],
  ])('says of %j how it goes on: %s', (some, gateway) => {
    expect(routeRows(withRoutes([defaultRoute(some)]), none)[0]?.gateway).toBe(gateway);
  });

  it('is the same object while others come and go', () => {
    const [first, second] = [defaultRoute(), viaVpn];
    const before = made(withRoutes([first, second]), none);
    const third = defaultRoute({ destination: '10.0.0.0', prefixLength: 8 });
    const splices = [{ start: 0, removed: 1, rows: [third] }];
    const after = made(withRoutes([third, second]), none, before, splices);
    expect(after.rows[1]).toBe(before.rows[1]);
    expect(after.delta).toEqual({ removed: new Set([before.rows[0]]), added: [after.rows[0]] });
  });

  it('is made again when the adapter has another name', () => {
    const snapshot = withRoutes([defaultRoute()]);
    const before = made(snapshot, none);
    const renamed = { ...snapshot, adapters: [adapter({ alias: 'Office' })] };
    const after = made(renamed, none, before, []);
    expect([after.delta, after.rows[0]?.adapters]).toEqual([null, ['Office']]);
  });

  it('is told apart from its twin', () => {
    const rows = routeRows(withRoutes([defaultRoute(), defaultRoute()]), none);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
    const one = made(withRoutes([defaultRoute()]), none);
    const twins = [defaultRoute(), defaultRoute()];
    const second = [{ start: 1, removed: 0, rows: twins.slice(1) }];
    const two = made(withRoutes(twins), none, one, second);
    expect(new Set(two.rows.map(({ id }) => id)).size).toBe(2);
  });
});

describe('default routes', () => {
  it('stand where main says', () => {
    const standing = { state: 'ignored', reason: 'off' } as const;
    const standings = new Map([[routeId(viaVpn), standing]]);
    const rows = routeRows(withRoutes([defaultRoute(), viaVpn]), standings);
    expect(rows.map((row) => row.standing)).toEqual([null, standing]);
  });

  it('are drawn again when that changes', () => {
    const snapshot = sampleSnapshot();
    const before = made(snapshot, none);
    const standing = { state: 'wins', reason: 'lowest' } as const;
    const standings = new Map([[routeId(defaultRoute()), standing]]);
    const after = made(snapshot, standings, before, []);
    expect(after.rows.map((row, index) => row === before.rows[index])).toEqual([false, true]);
  });
});

describe('what the table shows', () => {
  const own = defaultRoute({ destination: '192.168.1.34', prefixLength: 32, nextHop: '0.0.0.0' });
  const lan = defaultRoute({ destination: '192.168.1.0', prefixLength: 24, nextHop: '0.0.0.0' });
  const six = defaultRoute({ family: 'IPv6', destination: '2001:db8::', prefixLength: 32 });
  const rows = routeRows(withRoutes([six, lan, own, defaultRoute()]), none);
  const shown = (filters: object, lookedUpId: string | null = null) =>
    arrangeRows(rows, { filters: { ...usualFilters, ...filters }, sort, lookedUpId }).map(
      destinationText,
    );

  it('leaves out local routes unless asked for, in numerical order', () => {
    expect(shown({})).toEqual(['0.0.0.0/0', '192.168.1.0/24', '2001:db8::/32']);
    expect(shown({ local: true })).toContain('192.168.1.34/32');
  });

  it.each([
    ['192.168.1.34', 24, '192.168.1.255', true],
    ['10.1.2.3', 13, '10.7.255.255', true],
    ['10.1.2.3', 30, '10.1.2.3', true],
    ['192.168.1.34', 24, '192.168.2.255', false],
    ['192.168.1.34', 31, '192.168.1.35', false],
    ['192.168.1.34', 32, '192.168.1.255', false],
  ])('with the address %s/%i takes a route to %s for local: %s', (address, length, to, isLocal) => {
    const [known] = sampleSnapshot().unicastAddresses;
    if (!known) throw new Error('The sample has no address');
    const snapshot = withRoutes([defaultRoute({ destination: to, prefixLength: 32 })], {
      unicastAddresses: [{ ...known, address, prefixLength: length }],
    });
    expect(routeRows(snapshot, none)[0]?.isLocal).toBe(isLocal);
  });

  it('filters by family and for default routes', () => {
    expect(shown({ families: ['IPv6'] })).toEqual(['2001:db8::/32']);
    expect(shown({ defaultRoutesOnly: true })).toEqual(['0.0.0.0/0']);
  });

  it('keeps the route that was looked up, whatever the filters say', () => {
    expect(shown({}, rows[2]?.id)).toContain('192.168.1.34/32');
  });
});

describe('addressKey', () => {
  it.each([
    ['10.0.0.1', '0a000001'],
    ['::', '0'.repeat(32)],
    ['fe80::1%12', `fe80${'0'.repeat(27)}1`],
    ['2001:db8:0:0:0:0:0:1', `20010db8${'0'.repeat(23)}1`],
    ['::ffff:192.0.2.1', `${'0'.repeat(20)}ffffc0000201`],
  ])('%s has the bits %s', (address, digits) => {
    const units = Array.from(addressKey(address), (unit) => unit.charCodeAt(0));
    expect(units.map((unit) => unit.toString(16).padStart(4, '0')).join('')).toBe(digits);
  });
});

describe('the answer to a lookup', () => {
  const best = {
    luid: vpnLuid,
    destination: '0.0.0.0',
    prefixLength: 0,
    nextHop: '10.8.0.1',
    source: '10.8.0.2',
    metric: 0,
    table: 254,
    type: 1,
  };

  it('names adapter, gateway and route', () => {
    expect(answerText('192.0.2.9', best, 'Contoso VPN')).toBe(
      'Packets to 192.0.2.9 leave through Contoso VPN by the gateway 10.8.0.1. Route: 0.0.0.0/0.',
    );
  });

  it('says when there is no gateway, and which table it is where it is not the main one', () => {
    expect(answerText('192.0.2.9', { ...best, nextHop: '0.0.0.0', table: 7 }, 'eth0')).toBe(
      'Packets to 192.0.2.9 leave through eth0 directly, without a gateway. Route: 0.0.0.0/0 in table 7.',
    );
  });

  it('knows this computer and routes that refuse', () => {
    expect(answerText('::1', { ...best, type: 2 }, '')).toBe('::1 is an address of this computer.');
    expect(answerText('192.0.2.9', { ...best, type: 7 }, '')).toContain('Unreachable');
  });

  it.each(['ENETUNREACH', 'ERROR_NETWORK_UNREACHABLE'])('takes %s for no route', (name) => {
    const platform = { domain: 'errno', name, number: 101, call: 'RTM_GETROUTE' } as const;
    const error = { code: 'platform', message: '', platform } as const;
    expect(noAnswerText('192.0.2.9', error)).toBe('No route leads to 192.0.2.9.');
  });

  it('says plainly what is no address', () => {
    expect(noAnswerText('example.org', { code: 'invalid-request', message: '' })).toContain(
      '“example.org” isn’t an IP address.',
    );
  });

  it('marks the route it names, not its namesake on another adapter', () => {
    const rows = routeRows(withRoutes([defaultRoute(), viaVpn]), none);
    expect(rowOfAnswer(rows, best)?.route).toBe(viaVpn);
    expect(rowOfAnswer(rows, { ...best, prefixLength: 8 })).toBeUndefined();
  });
});

describe('names of adapters', () => {
  it.each(['', 'مهندس', '🛜 cable', 'x'.repeat(256)])('%j keeps its row', (alias) => {
    const snapshot = withRoutes([defaultRoute()], { adapters: [adapter({ alias })] });
    const [row] = routeRows(snapshot, none);
    expect(row?.adapters[0]?.length).toBeGreaterThan(0);
  });
});
