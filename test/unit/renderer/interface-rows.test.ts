// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { windowSnapshotOf } from '../../../electron/contract/window-snapshot';
import type { Snapshot } from '../../../electron/contract/snapshot';
import { columnsThatFit } from '../../../renderer/pages/interfaces/columns';
import { filterRows, noFilters } from '../../../renderer/pages/interfaces/filter-rows';
import { columnTemplate } from '../../../renderer/ui/grid/column-layout';
import { rowAfterKey } from '../../../renderer/ui/grid/grid-keys';
import { interfaceRows } from '../../../renderer/adapters/interface-rows';
import type { TrafficNow } from '../../../renderer/adapters/traffic-use';
import { nowhere, staying, throughEthernet, throughVpn, whole } from './sample-preview';
import {
  adapter,
  defaultRoute,
  ethernetLuid,
  ipInterface,
  sampleSnapshot,
  vpnLuid,
} from './sample-snapshot';

const rowsOf = (snapshot: Snapshot) => interfaceRows(windowSnapshotOf(snapshot, 1), []);

describe('interfaceRows', () => {
  const traffic = {
    IPv4: staying(throughVpn),
    IPv6: staying(nowhere),
  };
  const trafficOf = (snapshot: Snapshot, now: TrafficNow) =>
    interfaceRows(windowSnapshotOf(snapshot, 1), [], {}, now).map((row) => row.traffic);

  it('says which IP interface carries internet traffic, as main predicts it', () => {
    const snapshot = sampleSnapshot();
    expect(trafficOf(snapshot, traffic)).toEqual(['on', 'none', 'in-use', 'none']);
    const luids = [ethernetLuid, vpnLuid];
    const tie = { kind: 'tie', luids, metric: 25, choice: 'undocumented', ...whole } as const;
    expect(trafficOf(snapshot, { ...traffic, IPv4: staying(tie) })).toEqual([
      'in-use',
      'none',
      'in-use',
      'none',
    ]);
    // Until main has answered, nothing is claimed.
    expect(trafficOf(snapshot, undefined)).toEqual(['on', 'none', 'on', 'none']);
  });

  it('says which are switched off, and which have no default route to switch', () => {
    const snapshot = sampleSnapshot();
    const off = ipInterface({ luid: vpnLuid, values: { DisableDefaultRoutes: 1 } });
    const rows = { ...snapshot, ipInterfaces: [ipInterface(), off] };
    const through = { ...traffic, IPv4: staying(throughEthernet) };
    expect(trafficOf(rows, through)).toEqual(['in-use', 'off']);
    const elsewhere = [defaultRoute(), defaultRoute({ luid: vpnLuid, table: 100 })];
    expect(trafficOf({ ...snapshot, routes: elsewhere }, through)[2]).toBe('none');
  });

  it('keeps the identity of every row nobody changed', () => {
    const before = sampleSnapshot();
    const rows = rowsOf(before);
    const changed = ipInterface({ values: { NlMtu: 1400 } });
    const after = { ...before, ipInterfaces: [changed, ...before.ipInterfaces.slice(1)] };
    const rowsAfter = interfaceRows(windowSnapshotOf(after, 2), rows);
    expect(rowsAfter[0]).not.toBe(rows[0]);
    expect(rowsAfter.slice(1)).toEqual(rows.slice(1));
    rowsAfter.slice(1).forEach((row, index) => {
      expect(row).toBe(rows[index + 1]);
    });
  });

  it('counts only values that differ from a documented default', () => {
    const snapshot = sampleSnapshot();
    const unusual = ipInterface({ values: { ForwardingEnabled: 1, Metric: 7 } });
    const [row] = rowsOf({ ...snapshot, ipInterfaces: [unusual] });
    expect(row?.notDefault).toBe(1);
  });

  it('names an adapter without a name by its description', () => {
    const nameless = { ...sampleSnapshot(), adapters: [adapter({ alias: ' ' })] };
    expect(rowsOf(nameless)[0]?.name).toBe(
      'Unnamed adapter (Intel(R) Ethernet Connection I219-LM)',
    );
  });
});

describe('filterRows', () => {
  const rows = rowsOf(sampleSnapshot());
  const names = (search: string, filters = noFilters, edits = new Map<string, number>()) =>
    filterRows(rows, search, filters, edits).map(
      ({ name, ipInterface: { family } }) => `${name} ${family}`,
    );

  it('finds every word in name, description and addresses', () => {
    expect(names('contoso')).toEqual(['Contoso VPN IPv4', 'Contoso VPN IPv6']);
    expect(names('192.168.1 intel')).toEqual(['Ethernet IPv4']);
    expect(names('contoso intel')).toEqual([]);
  });

  it('combines filters', () => {
    expect(names('', { ...noFilters, families: ['IPv6'], kinds: ['vpn'] })).toEqual([
      'Contoso VPN IPv6',
    ]);
    const edited = new Map([[rows[1]?.id ?? '', 2]]);
    expect(names('', { ...noFilters, edited: true }, edited)).toEqual(['Ethernet IPv6']);
  });
});

describe('columnsThatFit', () => {
  const shown = (width: number, isNarrow = false, stack: 'windows' | 'linux' = 'windows') =>
    Object.entries(columnsThatFit(width, isNarrow, stack))
      .filter(([, show]) => show)
      .map(([id]) => id);

  it('gives up columns from the end, and never the first', () => {
    expect(shown(2000)).toHaveLength(8);
    expect(shown(480)).toEqual(['adapter', 'family', 'traffic', 'metric']);
    expect(shown(575)).toEqual(['adapter', 'family', 'traffic', 'metric', 'changes']);
    expect(shown(934)).toHaveLength(8);
    expect(shown(10)).toEqual(['adapter']);
  });

  it('keeps five in a narrow window and leaves out what Linux lacks', () => {
    expect(shown(2000, true)).toEqual(['adapter', 'family', 'traffic', 'metric', 'changes']);
    expect(shown(2000, false, 'linux')).not.toContain('metric');
  });
});

describe('columnTemplate', () => {
  const Cell = () => null;

  it('gives names what they need, and the rest to the column that grows', () => {
    const looks = [
      { width: 160, most: 280, Cell },
      { width: 60, Cell },
      { width: 104, grows: true, Cell },
    ] as const;
    expect(columnTemplate(looks)).toBe('minmax(160px, 280px) 60px minmax(104px, 1fr)');
    expect(columnTemplate(looks.slice(0, 2))).toBe('minmax(160px, 1fr) 60px');
  });
});

describe('rowAfterKey', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowUp', 3, 2],
    ['PageDown', 3, 9],
    ['PageUp', 3, 0],
    ['Home', 3, 0],
    ['End', 3, 9],
    ['x', 3, null],
  ])('%s moves from %i to %s', (key, from, to) => {
    expect(rowAfterKey(key, from, 10, 7)).toBe(to);
  });
});
