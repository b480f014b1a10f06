// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import type { Adapter, Snapshot } from '../../../electron/contract/snapshot';
import { maxOpenedBytes } from '../../../electron/contract/support';
import { compareReport } from '../../../electron/reports/comparison';
import type { ComparableReport } from '../../../electron/reports/comparison';
import { htmlReport } from '../../../electron/reports/html-report';
import { readOpened } from '../../../electron/reports/opened-file';
import { packReport, unpackReport } from '../../../electron/reports/packed-report';
import { makeReport } from '../../../electron/reports/report';
import { nowhere, throughVpn } from '../renderer/sample-preview';
import { adapter, ethernetLuid, ipInterface, sampleSnapshot } from '../renderer/sample-snapshot';

const origin = {
  computer: 'CONTOSO-PC-7',
  createdAt: '2026-11-26T12:00:00.000Z',
  programVersion: '0.1.0',
};
const circumstances = {
  traffic: { IPv4: throughVpn, IPv6: nowhere },
  history: [],
  log: [],
  person: [],
};

const reportOf = (snapshot: Snapshot, isMasked = false) =>
  makeReport(snapshot, circumstances, origin, null, isMasked);

function read(text: string): ComparableReport {
  const file = readOpened(text);
  if (!('report' in file)) throw new Error(JSON.stringify(file));
  return file.report;
}

/** A computer of one adapter. */
function computer(about: Partial<Adapter>, values: Record<string, number>): Snapshot {
  const one = adapter(about);
  const ipInterfaces = [ipInterface({ luid: one.luid, values })];
  return { ...sampleSnapshot(), adapters: [one], ipInterfaces };
}

const compared = (there: Snapshot, here: Snapshot) =>
  compareReport(read(JSON.stringify(reportOf(there))), here);

describe('a report that is opened', () => {
  it.each<[string, (snapshot: Snapshot) => string]>([
    ['JSON', (snapshot) => JSON.stringify(reportOf(snapshot), null, 2)],
    ['a page', (snapshot) => htmlReport(reportOf(snapshot))],
    [
      'JSON of version 1',
      (snapshot) => {
        const { traffic, changes, ...rest } = reportOf(snapshot);
        expect([traffic, changes]).toBeDefined();
        return JSON.stringify({ ...rest, version: 1 });
      },
    ],
  ])('as %s is the same', (_, text) => {
    const there = computer({}, { NlMtu: 1400 });
    const report = read(text(there));
    expect(report.computer).toBe('CONTOSO-PC-7');
    const here = computer({}, { NlMtu: 1500 });
    expect(compareReport(report, here).differences).toEqual([
      {
        adapter: 'Ethernet',
        family: 'IPv4',
        field: 'NlMtu',
        there: 1400,
        here: 1500,
        fit: { kind: 'fits', luid: ethernetLuid, field: 'NlMtu', live: 1500 },
      },
    ]);
  });

  it('of another version is told as such', () => {
    const later = { ...reportOf(sampleSnapshot()), version: 3 };
    expect(readOpened(JSON.stringify(later))).toEqual({ defect: 'other-version' });
  });

  it.each<[string, string, string]>([
    ['a page of another program', '<!doctype html><script>alert(1)</script>', 'not-a-set'],
    [
      'a page with something else packed in it',
      '<!doctype html><meta name="interface-panel-report" content="AAAA">',
      'not-a-set',
    ],
    ['a report without its tables', '{"format":"interface-panel-report","version":2}', 'not-a-set'],
    ['a list', '[]', 'not-a-set'],
    ['nothing', '', 'not-json'],
    ['a prototype key', '{"__proto__":{"format":"interface-panel-report"}}', 'not-json'],
  ])('is no %s', (_, text, defect) => {
    expect(readOpened(text)).toEqual({ defect });
  });

  it('may not hold more than was allowed, however small it is packed', () => {
    const adapters = [adapter({ alias: 'x'.repeat(maxOpenedBytes) })];
    const page = packReport(reportOf({ ...sampleSnapshot(), adapters }));
    expect(page.length).toBeLessThan(100_000);
    expect(unpackReport(page, maxOpenedBytes)).toBeNull();
    expect(readOpened(`<!doctype html>${page}`)).toEqual({ defect: 'not-a-set' });
  });

  it('may name no adapter without an end', () => {
    const long = computer({ alias: 'x'.repeat(2_000) }, {});
    expect(readOpened(JSON.stringify(reportOf(long)))).toEqual({ defect: 'not-a-set' });
  });
});

describe('a comparison', () => {
  const guid = '{11111111-0000-0000-0000-000000000000}';

  it('knows an adapter by its GUID, whatever it is called', () => {
    const there = computer({ guid, alias: 'Old name', luid: '5' }, { NlMtu: 1400 });
    const here = computer({ guid, alias: 'New name', luid: '6' }, { NlMtu: 1500 });
    expect(compared(there, here).differences).toMatchObject([
      { adapter: 'New name', there: 1400, here: 1500, fit: { luid: '6' } },
    ]);
  });

  it('or else by name and type', () => {
    const there = computer({ guid, luid: '5' }, { NlMtu: 1400 });
    const here = computer({ guid: '', luid: '6' }, { NlMtu: 1500 });
    expect(compared(there, here).differences).toHaveLength(1);
    const other = computer({ guid: '', luid: '6', type: 71 }, { NlMtu: 1500 });
    expect(compared(there, other)).toMatchObject({
      differences: [],
      onlyThere: ['Ethernet'],
      onlyHere: ['Ethernet'],
    });
  });

  it('does not choose between two that could be meant', () => {
    const there = computer({ guid: '' }, { NlMtu: 1400 });
    const twins = ['5', '6'].map((luid) => adapter({ luid, guid: '' }));
    const here = { ...there, adapters: twins };
    expect(compared(there, here)).toMatchObject({ differences: [], unclear: ['Ethernet'] });
    expect(compared(here, there)).toMatchObject({
      differences: [],
      unclear: ['Ethernet', 'Ethernet'],
    });
  });

  it('says why a difference cannot become an edit, and lists it last', () => {
    const there = computer({}, { NlMtu: 1400, Metric: 9, Connected: 0, InterfaceIndex: 99 });
    const { differences } = compared(there, computer({}, { Connected: 1 }));
    expect(differences.map(({ field, fit }) => [field, fit.kind])).toEqual([
      ['Metric', 'fits'],
      ['NlMtu', 'fits'],
      ['Connected', 'not-settable'],
    ]);
  });

  it('refuses a value out of range', () => {
    const text = JSON.stringify(reportOf(computer({}, { NlMtu: 1400 }))).replace(
      '"NlMtu":1400',
      '"NlMtu":7',
    );
    const { differences } = compareReport(read(text), computer({}, { NlMtu: 1500 }));
    expect(differences).toMatchObject([{ there: 7, fit: { kind: 'out-of-range' } }]);
  });

  it('of a computer with itself shows nothing', () => {
    expect(compared(sampleSnapshot(), sampleSnapshot())).toEqual({
      differences: [],
      more: 0,
      onlyThere: [],
      onlyHere: [],
      unclear: [],
    });
  });

  it('with a masked report finds hardly any adapter', () => {
    const report = read(JSON.stringify(reportOf(sampleSnapshot(), true)));
    expect(report.isMasked).toBe(true);
    const { differences, onlyHere } = compareReport(report, sampleSnapshot());
    expect(differences).toEqual([]);
    expect(onlyHere).toContain('Ethernet');
  });
});
