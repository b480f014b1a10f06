// SPDX-License-Identifier: MIT
// A report as one page to read and to print: self-contained, without a script, and allowed to load nothing.

import { families, familyNumber } from '../contract/family';
import { fields, offloadBits } from '../contract/fields';
import type { Field } from '../contract/fields';
import { ipInterfaceId } from '../contract/snapshot';
import type { Adapter, FieldValue, IpInterface, Luid, Route } from '../contract/snapshot';
import { escapeHtml, htmlTable } from './html-text';
import type { Report } from './report';

const style = `
  body { font: 10pt/1.4 system-ui, sans-serif; color: #1b1b1b; background: #fff; margin: 2em auto; max-width: 60em; padding: 0 1em; }
  h1 { font-size: 16pt; margin: 0 0 .2em; } h2 { font-size: 13pt; margin: 1.6em 0 .4em; } h3 { font-size: 11pt; margin: 1.2em 0 .3em; }
  p { margin: .2em 0; } .quiet { color: #555; }
  table { border-collapse: collapse; width: 100%; margin: .3em 0 1em; }
  th, td { text-align: start; vertical-align: top; padding: .15em .6em .15em 0; border-bottom: 1px solid #ddd; overflow-wrap: anywhere; }
  th { font-weight: 600; white-space: nowrap; } section { break-inside: avoid-page; }
  @media print { body { margin: 0; max-width: none; font-size: 8.5pt; } thead { display: table-header-group; } tr { break-inside: avoid; } }
`;

function named(field: Field, value: number): string {
  if (field.type === 'BOOLEAN') return value === 0 ? 'Off' : 'On';
  if (field.type === 'ADDRESS_FAMILY') return value === familyNumber.IPv4 ? 'IPv4' : 'IPv6';
  if (field.type === 'NL_INTERFACE_OFFLOAD_ROD') {
    const names = offloadBits.filter((_, bit) => (value & (1 << bit)) !== 0);
    return names.length === 0 ? 'None' : names.join(', ');
  }
  const choice = field.enumValues?.find((one) => one.value === value)?.label;
  return choice ?? (field.unit ? `${value} ${field.unit}` : String(value));
}

function valueText(field: Field, value: FieldValue): string {
  if (value === null) return 'Not available';
  if (typeof value === 'number') return named(field, value);
  return typeof value === 'string' ? value : value.join(', ');
}

/** MIB_IF_ROW2.OperStatus, IF_OPER_STATUS (ifdef.h). */
const operStatus = [
  '',
  'Up',
  'Down',
  'Testing',
  'Unknown',
  'Dormant',
  'Not present',
  'Lower layer down',
];

function adapterSection({ snapshot }: Report): string {
  const rows = snapshot.adapters.map((adapter) => [
    adapter.alias,
    adapter.description,
    operStatus[adapter.operStatus] ?? String(adapter.operStatus),
    adapter.physicalAddress,
    adapter.guid,
    String(adapter.index),
    adapter.luid,
  ]);
  const headings = ['Name', 'Description', 'State', 'Hardware address', 'GUID', 'Index', 'LUID'];
  return `<h2>Adapters</h2>\n${htmlTable(headings, rows)}`;
}

/** Addresses with their prefix lengths, by `ipInterfaceId`. */
function addressesById({ snapshot }: Report): ReadonlyMap<string, readonly string[]> {
  const byId = new Map<string, string[]>();
  for (const row of snapshot.unicastAddresses) {
    const id = ipInterfaceId(row);
    const addresses = byId.get(id) ?? [];
    addresses.push(`${row.address}/${row.prefixLength}`);
    byId.set(id, addresses);
  }
  return byId;
}

function interfaceSection(row: IpInterface, name: string, addresses: readonly string[]): string {
  const lines = fields.map((field) => [
    field.label,
    valueText(field, row.values[field.name]),
    field.name,
  ]);
  return [
    `<section><h3><bdi>${escapeHtml(name)}</bdi>, ${row.family}</h3>`,
    `<p>${addresses.length === 0 ? 'No address' : escapeHtml(addresses.join(', '))}</p>`,
    htmlTable(['Field', 'Value', 'API member'], lines),
    '</section>',
  ].join('\n');
}

function routeRow(route: Route, nameOf: (luid: Luid) => string): readonly string[] {
  const hops = route.hops.map(({ nextHop, luid }) => `${nextHop} (${nameOf(luid)})`);
  return [
    `${route.destination}/${route.prefixLength}`,
    hops.length > 0 ? hops.join(', ') : route.nextHop,
    route.luid === '0' ? '' : nameOf(route.luid),
    String(route.metric),
    String(route.table),
  ];
}

function routesSection({ snapshot }: Report, nameOf: (luid: Luid) => string): string {
  const headings = ['Destination', 'Gateway', 'Interface', 'Metric', 'Table'];
  return families
    .map((family) => {
      const rows = snapshot.routes
        .filter((route) => route.family === family)
        .map((route) => routeRow(route, nameOf));
      return `<h2>${family} routes</h2>\n${htmlTable(headings, rows)}`;
    })
    .join('\n');
}

function heading(report: Report): string {
  const { computer, createdAt, programVersion, scope, isMasked, snapshot } = report;
  const what = scope === 'everything' ? 'every IP interface' : 'selected IP interfaces';
  return [
    '<h1>Interface Panel report</h1>',
    `<p>${escapeHtml(computer)}, ${escapeHtml(createdAt)}</p>`,
    `<p class="quiet">Version ${escapeHtml(programVersion)}, ${snapshot.stack}; ${what}.</p>`,
    isMasked
      ? '<p class="quiet">Names, addresses, GUIDs and hardware addresses are masked; the same value has the same mask.</p>'
      : '',
  ].join('\n');
}

/** The whole document. */
export function htmlReport(report: Report): string {
  const { snapshot } = report;
  const adapters = new Map(
    snapshot.adapters.map((adapter): [Luid, Adapter] => [adapter.luid, adapter]),
  );
  const nameOf = (luid: Luid) => {
    const adapter = adapters.get(luid);
    const names = [adapter?.alias, adapter?.description, `LUID ${luid}`];
    return names.find((name) => name !== undefined && name !== '') ?? '';
  };
  const addresses = addressesById(report);
  const interfaces = snapshot.ipInterfaces.map((row) =>
    interfaceSection(row, nameOf(row.luid), addresses.get(ipInterfaceId(row)) ?? []),
  );
  const servers = snapshot.dnsServers.map(({ luid, address }) => [
    address,
    luid === '0' ? '' : nameOf(luid),
  ]);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Interface Panel report</title>
<style>${style}</style>
</head>
<body>
${heading(report)}
${adapterSection(report)}
<h2>IP interfaces</h2>
${interfaces.join('\n')}
${routesSection(report, nameOf)}
<h2>DNS servers</h2>
${htmlTable(['Address', 'Adapter'], servers)}
</body>
</html>
`;
}
