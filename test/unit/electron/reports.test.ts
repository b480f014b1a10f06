// SPDX-License-Identifier: MIT
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import fc from 'fast-check';
import * as prettier from 'prettier';
import { describe, expect, it } from 'vitest';
import { planSubject } from '../../../electron/contract/plan-subject';
import type { Snapshot } from '../../../electron/contract/snapshot';
import { escapeHtml } from '../../../electron/reports/html-text';
import { htmlReport } from '../../../electron/reports/html-report';
import type { Circumstances } from '../../../electron/reports/report-overview';
import { logEntries } from '../../../electron/reports/report-log';
import { makeReport } from '../../../electron/reports/report';
import type { Report } from '../../../electron/reports/report';
import { reportJsonSchema, reportSchema } from '../../../electron/reports/report-schema';
import { nowhere, throughVpn } from '../renderer/sample-preview';
import {
  adapter,
  defaultRoute,
  ethernetLuid,
  ipInterface,
  sampleSnapshot,
  vpnLuid,
} from '../renderer/sample-snapshot';
import { sampleChange } from './sample-change';

const origin = {
  computer: 'CONTOSO-PC-7',
  createdAt: '2026-11-26T12:00:00.000Z',
  programVersion: '0.1.0',
};

const change = sampleChange({ adapters: [adapter({ alias: 'Gone <adapter>' })] });

const circumstances: Circumstances = {
  traffic: { IPv4: throughVpn, IPv6: nowhere },
  history: [change, { ...change, sequence: 2, result: 'reverted-by-deadline' }],
  log: logEntries([
    JSON.stringify({
      time: '2026-11-26T11:00:00.000Z',
      level: 'error',
      msg: 'Gone <adapter> at 10.11.12.13, fe80::2fc:aaff:febb:ccdd%Zentrale Köln <1>',
      cause: {
        text: 'Error: {AAAAAAAA-0b0a-0908-0706-050403020100} of Contoso "secret" adapter',
        stack: '    at C:\\Users\\somebody\\app.js (02-fc-aa-bb-cc-dd)\n    at 1234567890123',
      },
    }),
  ]),
  person: ['somebody'],
};

const schemaFile = path.resolve(__dirname, '../../../docs/report.schema.json');

/** A computer all of whose values could tell who it is. */
function tellingSnapshot(): Snapshot {
  const snapshot = sampleSnapshot('windows');
  const address = {
    luid: ethernetLuid,
    prefixLength: 64,
    validLifetime: 4294967295,
    preferredLifetime: 4294967295,
    dadState: 4,
    skipAsSource: false,
  };
  return {
    ...snapshot,
    adapters: [
      // A name that is a kind as well tells nothing.
      ...snapshot.adapters.map((one) => ({ ...one, alias: `${one.alias} 4711` })),
      adapter({
        luid: '7',
        alias: 'Zentrale Köln <1>',
        description: 'Contoso "secret" adapter',
        guid: '{AAAAAAAA-0b0a-0908-0706-050403020100}',
        physicalAddress: '02:fc:aa:bb:cc:dd',
        permanentPhysicalAddress: '02:FC:AA:BB:CC:DD',
      }),
    ],
    ipInterfaces: [
      ...snapshot.ipInterfaces,
      ipInterface({ luid: '7', values: { InterfaceIdentifier: '1234567890123' } }),
    ],
    unicastAddresses: [
      ...snapshot.unicastAddresses,
      { ...address, family: 'IPv6', address: 'fe80::2fc:aaff:febb:ccdd%12' },
      { ...address, family: 'IPv6', address: '2001:db8:77::5%Zentrale Köln <1>' },
    ],
    routes: [
      ...snapshot.routes,
      defaultRoute({ destination: '10.20.30.0', prefixLength: 24, preferredSource: '10.20.30.4' }),
      defaultRoute({
        luid: '0',
        hops: [{ luid: ethernetLuid, nextHop: '10.99.98.97', weight: 1, flags: 0 }],
      }),
    ],
    rules: [
      {
        family: 'IPv4',
        priority: 100,
        invert: false,
        source: '10.11.12.13',
        sourcePrefixLength: 32,
        destination: '0.0.0.0',
        destinationPrefixLength: 0,
        inputInterface: 'Zentrale Köln <1>',
        outputInterface: '',
        tos: 0,
        mark: 0,
        markMask: 0,
        action: 1,
        table: 254,
        gotoPriority: 0,
        suppressPrefixLength: -1,
        suppressInterfaceGroup: -1,
        ipProtocol: 0,
        sourcePorts: [1, 2],
        destinationPorts: null,
        uidRange: null,
        l3mdev: false,
      },
    ],
    dnsServers: [{ luid: ethernetLuid, address: '192.168.1.53' }],
    ipsecPolicies: [
      {
        family: 'IPv4',
        source: '10.44.0.0',
        sourcePrefixLength: 16,
        destination: '10.55.0.0',
        destinationPrefixLength: 16,
        limited: false,
        priority: 100,
        action: 0,
        interfaceId: 0,
        mark: 0,
        markMask: 0,
        encrypts: true,
        tunnel: true,
      },
    ],
  };
}

/** What a masked report must not hold: names, addresses that tell something, GUIDs, hardware addresses. */
function tellingValues(snapshot: Snapshot) {
  const { adapters, unicastAddresses, routes, rules, dnsServers, ipsecPolicies } = snapshot;
  const values = [
    origin.computer,
    'somebody',
    'Gone <adapter>',
    '1234567890123',
    ...adapters.flatMap((one) => [one.alias, one.description, one.guid, one.physicalAddress]),
    ...adapters.map((one) => one.permanentPhysicalAddress),
    ...unicastAddresses.map(({ address }) => address),
    ...routes.flatMap((one) => [one.destination, one.nextHop, one.preferredSource ?? '']),
    ...routes.flatMap(({ hops }) => hops.map(({ nextHop }) => nextHop)),
    ...rules.flatMap((one) => [one.source, one.inputInterface, one.outputInterface]),
    ...dnsServers.map(({ address }) => address),
    ...ipsecPolicies.flatMap((one) => [one.source, one.destination]),
  ];
  const telling = values.flatMap((value) => [value, ...value.split('%').slice(0, 1)]);
  return [...new Set(telling)].filter((value) => value !== '' && value !== '0.0.0.0');
}

function expectNothingTelling(text: string, snapshot: Snapshot): void {
  const lower = text.toLowerCase();
  for (const value of tellingValues(snapshot)) {
    for (const form of [value, JSON.stringify(value).slice(1, -1), escapeHtml(value)]) {
      expect(lower.includes(form.toLowerCase()), value).toBe(false);
    }
  }
}

const report = (isMasked: boolean, snapshot = tellingSnapshot()) =>
  makeReport(snapshot, circumstances, origin, null, isMasked);

describe('a report', () => {
  it('is the snapshot again when it is read', () => {
    const read = JSON.parse(JSON.stringify(report(false))) as Report;
    expect(read.snapshot).toEqual(tellingSnapshot());
    expect(reportSchema.parse(read)).toEqual(read);
  });

  it.each([false, true])('is as its published schema says (masked: %s)', (isMasked) => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
      reportJsonSchema() as object,
    );
    const read: unknown = JSON.parse(JSON.stringify(report(isMasked)));
    validate(read);
    expect(validate.errors).toBeNull();
    expect(validate({ ...(read as object), more: 1 })).toBe(false);
  });

  it('has a schema in docs/ that is the program’s own (vitest -u writes it anew)', async () => {
    const config = await prettier.resolveConfig(schemaFile);
    const text = JSON.stringify(reportJsonSchema());
    const formatted = await prettier.format(text, { ...config, parser: 'json' });
    await expect(formatted).toMatchFileSnapshot(schemaFile);
  });

  it('of a selection holds what belongs to it and nothing else', () => {
    const scope = [{ luid: ethernetLuid, family: 'IPv4' as const }];
    const { scope: told, snapshot } = makeReport(
      tellingSnapshot(),
      circumstances,
      origin,
      scope,
      false,
    );
    expect(told).toBe('selection');
    expect(snapshot.adapters.map(({ luid }) => luid)).toEqual([ethernetLuid]);
    expect(snapshot.ipInterfaces).toHaveLength(1);
    expect(snapshot.unicastAddresses.map(({ address }) => address)).toEqual(['192.168.1.34']);
    expect(snapshot.routes.every(({ luid }) => luid !== vpnLuid)).toBe(true);
    expect(snapshot.routes.map(({ hops }) => hops.length)).toContain(1);
  });
});

describe('a masked report', () => {
  it('holds no name, address, GUID or hardware address of the computer', () => {
    expectNothingTelling(JSON.stringify(report(true)), tellingSnapshot());
    expectNothingTelling(htmlReport(report(true)), tellingSnapshot());
  });

  it('gives the same value the same mask, and different values different ones', () => {
    const { snapshot } = report(true);
    const [ethernet, , cologne] = snapshot.adapters;
    expect(cologne?.alias).toBe(snapshot.rules[0]?.inputInterface);
    expect(snapshot.unicastAddresses[2]?.address).toBe(`[IPv6 2]%${cologne?.alias ?? ''}`);
    expect(cologne?.physicalAddress).toBe(cologne?.permanentPhysicalAddress);
    expect(ethernet?.physicalAddress).not.toBe(cologne?.physicalAddress);
    expect(snapshot.routes[0]?.nextHop).toBe(snapshot.routes[1]?.nextHop);
    expect(snapshot.routes[0]?.destination).toBe('0.0.0.0');
  });

  it('keeps everything that is no name and no address', () => {
    const real = tellingSnapshot();
    const masked = report(true).snapshot;
    expect(masked.ipInterfaces.map(({ values }) => values.Metric)).toEqual(
      real.ipInterfaces.map(({ values }) => values.Metric),
    );
    expect(masked.adapters.map(({ luid, index, type }) => [luid, index, type])).toEqual(
      real.adapters.map(({ luid, index, type }) => [luid, index, type]),
    );
  });

  it('holds none of them whatever adapters are called (100 computers)', { timeout: 60_000 }, () => {
    const maskLike = fc.constantFrom('[name 1]', '[name 2]', '[computer 1]', '[description 1]');
    const name = fc.oneof(maskLike, fc.string({ unit: 'binary', minLength: 8, maxLength: 40 }));
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 6 }), (names) => {
        const adapters = names.map((alias, index) => adapter({ luid: String(index + 1), alias }));
        const masked = report(true, { ...sampleSnapshot(), adapters }).snapshot.adapters;
        const masks = masked.map(({ alias }) => alias);
        expect(new Set(masks).size).toBe(names.length);
        for (const mask of masks) expect(names).not.toContain(mask);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a printable report', () => {
  it('loads nothing, runs nothing, and shows names as text', () => {
    const html = htmlReport(report(false));
    expect(html).toContain('Zentrale Köln &lt;1&gt;');
    expect(html).toContain('<tr><th scope=row>Family<td>IPv4<td>IPv6');
    expect(html).not.toMatch(/<script|<img|<link|<iframe|\bon\w+=|javascript:|url\(|@import/i);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  const headingsOf = (html: string) =>
    [...html.matchAll(/<h2 id="([^"]+)">([^<]+)/g)].map(([, id, title]) => ({ id, title }));

  it('begins with what traffic does, what is not default and the last changes', () => {
    const html = htmlReport(report(false));
    expect(headingsOf(html).map(({ title }) => title)).toEqual([
      'Internet traffic now',
      'Not default',
      'Last changes',
      'Adapters',
      'IP interfaces',
      'IPv4 routes',
      'IPv6 routes',
      'DNS servers',
      'Names of fields',
      'Log',
    ]);
    expect(html).toContain('IPv4 internet traffic leaves through Contoso VPN 4711, metric 5.');
    expect(html).toContain('IPv6 internet traffic has nowhere to go.');
    const times = html.indexOf('Reverted: time ran out');
    expect(times).toBeGreaterThan(0);
    expect(times).toBeLessThan(html.indexOf('<td>Kept'));
    expect(html).toContain(
      '<td>MTU 1400 bytes on Gone &lt;adapter&gt; (IPv4)<td>1500 bytes → 1400 bytes',
    );
  });

  it('opens with contents that lead to every part', () => {
    const html = htmlReport(report(false));
    const [, contents = ''] = /<nav[^>]*>(.*?)<\/nav>/s.exec(html) ?? [];
    for (const { id } of headingsOf(html)) expect(contents).toContain(`href="#${id ?? ''}"`);
    for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) {
      expect(html).toContain(`id="${id ?? ''}"`);
    }
  });

  it('says that nothing was changed, or that the journal cannot be read', () => {
    const { traffic } = circumstances;
    const html = (history: Circumstances['history']) =>
      htmlReport(
        makeReport(
          sampleSnapshot(),
          { traffic, history, log: [], person: [] },
          origin,
          null,
          false,
        ),
      );
    expect(html([])).toContain('No change was made with Interface Panel.');
    expect(html(null)).toContain('The journal can’t be read.');
  });

  it('of a selection tells no change and no name of what is outside', () => {
    const scope = [{ luid: ethernetLuid, family: 'IPv6' as const }];
    const html = htmlReport(makeReport(sampleSnapshot(), circumstances, origin, scope, false));
    expect(html).not.toContain('Contoso VPN');
    expect(html).toContain('leaves through an adapter not reported');
    expect(html).toContain('No change was made with Interface Panel.');
  });

  it('of a selection tells a change that others had a part in, without their names', () => {
    const operations = [ethernetLuid, vpnLuid].map((luid) => {
      return { luid, family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1400 } as const;
    });
    const adapters = [adapter(), adapter({ luid: vpnLuid, alias: 'Contoso VPN' })];
    const shared = sampleChange({ subject: planSubject({ operations }), adapters });
    const told = { ...circumstances, history: [shared] };
    const scope = [{ luid: ethernetLuid, family: 'IPv4' as const }];
    const part = makeReport(sampleSnapshot(), told, origin, scope, false);
    expect(part.changes?.map(({ title }) => title)).toEqual([
      'MTU 1400 bytes on Ethernet and an adapter not reported (IPv4)',
    ]);
    expect(htmlReport(part)).not.toContain('Contoso VPN');
  });

  it('ends with the last of the log, each message in a line of its own, whatever it holds', () => {
    const line = (msg: string) =>
      JSON.stringify({ time: origin.createdAt, level: 'error', msg, cause: { text: 'E: <b>\n' } });
    const lines = ['torn {', ...Array.from({ length: 500 }, (_, at) => line(`${at} \u202e`))];
    const log = logEntries(lines);
    const html = htmlReport(
      makeReport(sampleSnapshot(), { ...circumstances, log }, origin, null, false),
    );
    const [, text = ''] = /<pre>(.*)<\/pre>/s.exec(html) ?? [];
    expect(text.split('\n').slice(-2)).toEqual([
      `${origin.createdAt} error 499 \\u{202E}`,
      '    E: &lt;b&gt;\\u{A}',
    ]);
    expect(text.length).toBeLessThan(10_000);
    expect(html).toContain(`The last ${log.length} messages of the program`);
  });

  it('of a selection tells nothing of the log', () => {
    const log = logEntries(['{"time":"2026-11-26T12:00:00.000Z","level":"warn","msg":"refused"}']);
    expect(log).toHaveLength(1);
    const scope = [{ luid: ethernetLuid, family: 'IPv4' as const }];
    const part = makeReport(sampleSnapshot(), { ...circumstances, log }, origin, scope, false);
    expect(part.log).toEqual([]);
    expect(htmlReport(part)).not.toContain('id="log"');
  });

  it('lets no text out of its place (1,000 names)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (alias) => {
        const escaped = escapeHtml(`<script>${alias}"'`);
        expect(escaped).not.toMatch(/[<>"']/);
      }),
      { numRuns: 1_000 },
    );
  });
});
