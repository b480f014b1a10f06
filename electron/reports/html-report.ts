// SPDX-License-Identifier: MIT
// A report as one page to read and to print: self-contained, without a script, and allowed to load nothing. What
// decides a case comes first; the tables follow.

import { families } from '../contract/family';
import type { Family } from '../contract/family';
import { fieldDefault, notDefaultFields } from '../contract/field-default';
import { fields } from '../contract/fields';
import type { FieldName } from '../contract/fields';
import { grouped } from '../contract/grouped';
import { numberText } from '../texts/setting-text';
import { ipInterfaceId } from '../contract/snapshot';
import type {
  Adapter,
  FieldValue,
  IpInterface,
  Luid,
  Route,
  UnicastAddress,
} from '../contract/snapshot';
import { escapeHtml, htmlTable } from './html-text';
import type { Report } from './report';
import { notReported } from './report-overview';
import type { ReportedTraffic } from './report-overview';
import { packReport } from './packed-report';
import { fieldLabel } from '../texts/field-words';
import { disjunction } from '../language/lists';
import { locale, messages } from '../language/messages';
import type { Messages } from '../language/messages.generated';

const words = messages.report;
const terms = words.columns;

const style = `
  body { font: 10pt/1.4 system-ui, sans-serif; color: #1b1b1b; background: #fff; margin: 2em auto; max-width: 60em; padding: 0 1em; }
  h1 { font-size: 16pt; margin: 0 0 .2em; } h2 { font-size: 13pt; margin: 1.6em 0 .4em; } h3 { font-size: 11pt; margin: 1.2em 0 .3em; }
  p, nav ul { margin: .2em 0; } nav ul { padding-left: 1.2em; } a { color: #0f548c; } .quiet { color: #555; }
  table { border-collapse: collapse; width: 100%; margin: .3em 0 1em; }
  th, td { text-align: start; vertical-align: top; padding: .15em .6em .15em 0; border-bottom: 1px solid #ddd; overflow-wrap: anywhere; unicode-bidi: plaintext; }
  thead th { font-weight: 600; overflow-wrap: normal; } tbody th { font-weight: 400; } .fields td { width: 30%; }
  summary { cursor: pointer; } pre { font-size: 8.5pt; white-space: pre-wrap; overflow-wrap: anywhere; }
  @page { margin: 15mm 12mm; }
  @media print {
    body { margin: 0; padding: 0; max-width: none; font-size: 8.5pt; } h1, h2, h3 { break-after: avoid; }
    a { color: inherit; text-decoration: none; } thead { display: table-header-group; } tr { break-inside: avoid; }
    .fields { break-inside: avoid; }
  }
`;

function reportValueText(field: FieldName, value: FieldValue): string {
  if (value === null) return words.notAvailable;
  if (typeof value === 'number') return numberText(field, value);
  return typeof value === 'string' ? value : value.join(', ');
}

/** ISO 8601 to the second, and that it is no local time. */
const timeText = (iso: string) => words.utc({ time: iso.slice(0, 19).replace('T', ' ') });

const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;
const quiet = (text: string) => `<p class=quiet>${escapeHtml(text)}</p>`;

/** A report with its adapters looked up. */
interface Subject {
  readonly report: Report;
  readonly adapterOf: (luid: Luid) => Adapter | undefined;
  readonly nameOf: (luid: Luid) => string;
}

function reportSubject(report: Report): Subject {
  const adapters = new Map(report.snapshot.adapters.map((one) => [one.luid, one]));
  const adapterOf = (luid: Luid) => adapters.get(luid);
  const nameOf = (luid: Luid) => {
    const adapter = adapterOf(luid);
    const names = [adapter?.alias, adapter?.description, `LUID ${luid}`];
    return names.find((name) => name !== undefined && name !== '') ?? '';
  };
  return { report, adapterOf, nameOf };
}

function reportTrafficSentence(
  family: Family,
  { kind, luids, metric, isDivided }: ReportedTraffic,
  { adapterOf, nameOf }: Subject,
): string {
  const phrases = words.traffic;
  if (luids.length === 0) {
    return kind === 'dropped' ? phrases.dropped({ family }) : phrases.nowhere({ family });
  }
  // A report of a selection names no other adapter.
  const names = luids.map((luid) => (adapterOf(luid) ? nameOf(luid) : notReported()));
  const facts = { family, adapters: disjunction(names) };
  const sentence = () => {
    if (metric !== null) return phrases.leavesByMetric({ ...facts, metric });
    if (kind === 'wide-routes') return phrases.leavesByWideRoutes(facts);
    return kind === 'rules' ? phrases.leavesByRules(facts) : phrases.leaves(facts);
  };
  return isDivided ? `${sentence()} ${phrases.divided}` : sentence();
}

function trafficSection(subject: Subject): string {
  const { traffic } = subject.report;
  return families
    .map(
      (family) => `<p>${escapeHtml(reportTrafficSentence(family, traffic[family], subject))}</p>`,
    )
    .join('\n');
}

function notDefaultSection({ report, adapterOf, nameOf }: Subject): string {
  const { stack, ipInterfaces } = report.snapshot;
  const rows = ipInterfaces.flatMap((row) => {
    const kind = adapterOf(row.luid)?.kind ?? 'other';
    return notDefaultFields(row, stack, kind).map((name) => {
      const usual = fieldDefault(name, row.family, stack, kind) ?? null;
      const place = `${nameOf(row.luid)}, ${row.family}`;
      const values = [row.values[name], usual].map((value) => reportValueText(name, value));
      return [place, fieldLabel(name), ...values];
    });
  });
  if (rows.length === 0) return paragraph(words.allDefault);
  const headings = [terms.interface, terms.field, terms.value, terms.default];
  return htmlTable(headings, rows);
}

function changesSection({ report: { changes } }: Subject): string {
  if (changes === null) return paragraph(words.journalUnread);
  if (changes.length === 0) return paragraph(words.noChange);
  const rows = changes.map((change) => [
    timeText(change.startedAt),
    change.title,
    change.values,
    words.results[change.result],
  ]);
  return htmlTable([terms.when, terms.change, terms.values, terms.result], rows);
}

function adapterSection({ report }: Subject): string {
  const rows = report.snapshot.adapters.map((adapter) => [
    adapter.alias,
    adapter.description,
    words.states[adapter.operStatus] ?? String(adapter.operStatus),
    adapter.physicalAddress,
    adapter.guid,
    String(adapter.index),
    adapter.luid,
  ]);
  const headings = [
    terms.name,
    terms.description,
    terms.state,
    terms.hardwareAddress,
    terms.guid,
    terms.index,
    terms.luid,
  ];
  return htmlTable(headings, rows);
}

/** Both families of an adapter side by side, which half as many lines hold. */
function fieldTable(
  rows: readonly IpInterface[],
  addressesOf: (row: IpInterface) => readonly UnicastAddress[],
) {
  const addressLine = rows.map((row) => {
    const texts = addressesOf(row).map(({ address, prefixLength }) => `${address}/${prefixLength}`);
    return texts.length > 0 ? texts.join(', ') : words.noAddress;
  });
  const lines = fields.map((field) => [
    fieldLabel(field.name),
    ...rows.map(({ values }) => reportValueText(field.name, values[field.name])),
  ]);
  const headings = [terms.field, ...rows.map(({ family }) => family)];
  return `<div class=fields>${htmlTable(headings, [[terms.addresses, ...addressLine], ...lines])}</div>`;
}

/** The rows of each adapter, in the order of the snapshot. */
const rowsByAdapter = ({ snapshot }: Report): ReadonlyMap<Luid, readonly IpInterface[]> =>
  grouped(snapshot.ipInterfaces, ({ luid }) => luid);

function interfacesSection({ report, nameOf }: Subject): string {
  const addresses = grouped(report.snapshot.unicastAddresses, ipInterfaceId);
  const addressesOf = (row: IpInterface) => addresses.get(ipInterfaceId(row)) ?? [];
  return [...rowsByAdapter(report)]
    .map(([luid, rows]) => {
      const title = `<h3 id="i${luid}"><bdi>${escapeHtml(nameOf(luid))}</bdi></h3>`;
      return `${title}\n${fieldTable(rows, addressesOf)}`;
    })
    .join('\n');
}

/** What fields are called elsewhere, once for all interfaces. */
const fieldNames = () =>
  htmlTable(
    [terms.field, terms.apiMember],
    fields.map(({ name }) => [fieldLabel(name), name]),
  );

function reportRouteRow(route: Route, nameOf: (luid: Luid) => string): readonly string[] {
  const hops = route.hops.map(({ nextHop, luid }) => `${nextHop} (${nameOf(luid)})`);
  return [
    `${route.destination}/${route.prefixLength}`,
    hops.length > 0 ? hops.join(', ') : route.nextHop,
    route.luid === '0' ? '' : nameOf(route.luid),
    String(route.metric),
    String(route.table),
  ];
}

function routesSection({ report, nameOf }: Subject, family: Family): string {
  const rows = report.snapshot.routes
    .filter((route) => route.family === family)
    .map((route) => reportRouteRow(route, nameOf));
  const headings = [terms.destination, terms.gateway, terms.interface, terms.metric, terms.table];
  return htmlTable(headings, rows);
}

function dnsSection({ report, nameOf }: Subject): string {
  const servers = report.snapshot.dnsServers.map(({ luid, address }) => [
    address,
    luid === '0' ? '' : nameOf(luid),
  ]);
  return htmlTable([terms.address, terms.adapter], servers);
}

function heading({ report }: Subject): string {
  const { computer, createdAt, programVersion, scope, isMasked, snapshot } = report;
  const facts = { version: programVersion, stack: snapshot.stack };
  return [
    `<h1>${escapeHtml(words.title)}</h1>`,
    paragraph(words.head({ computer, time: timeText(createdAt) })),
    quiet(words.about[scope](facts)),
    isMasked ? quiet(words.masked) : '',
  ].join('\n');
}

/** Folded away: it is for whoever knows the program. */
function logSection({ report: { log } }: Subject): string {
  const texts = log.map(({ time, level, lines }) => `${time} ${level} ${lines.join('\n    ')}`);
  return `<details>\n<summary>${escapeHtml(words.log({ n: log.length }))}</summary>\n<pre>${escapeHtml(texts.join('\n'))}</pre>\n</details>`;
}

interface Section {
  readonly id: string;
  readonly title: keyof Messages['report']['sections'];
  readonly content: (subject: Subject) => string;
}

/** In the order of reading. */
const sections: readonly Section[] = [
  { id: 'traffic', title: 'traffic', content: trafficSection },
  { id: 'not-default', title: 'notDefault', content: notDefaultSection },
  { id: 'changes', title: 'changes', content: changesSection },
  { id: 'adapters', title: 'adapters', content: adapterSection },
  { id: 'interfaces', title: 'interfaces', content: interfacesSection },
  { id: 'routes-4', title: 'routes4', content: (subject) => routesSection(subject, 'IPv4') },
  { id: 'routes-6', title: 'routes6', content: (subject) => routesSection(subject, 'IPv6') },
  { id: 'dns', title: 'dns', content: dnsSection },
  { id: 'names', title: 'names', content: fieldNames },
  { id: 'log', title: 'log', content: logSection },
];

const sectionsOf = ({ scope }: Report) =>
  scope === 'everything' ? sections : sections.filter(({ id }) => id !== 'log');

function contents({ report, nameOf }: Subject): string {
  const interfaces = [...rowsByAdapter(report).keys()]
    .map((luid) => `<a href="#i${luid}"><bdi>${escapeHtml(nameOf(luid))}</bdi></a>`)
    .join(', ');
  const items = sectionsOf(report).map(({ id, title }) => {
    const link = `<li><a href="#${id}">${escapeHtml(words.sections[title])}</a>`;
    return id === 'interfaces' ? `${link}: ${interfaces}` : link;
  });
  return `<nav aria-label="${escapeHtml(words.contents)}"><ul>\n${items.join('\n')}\n</ul></nav>`;
}

/** The whole document. */
export function htmlReport(report: Report): string {
  const subject = reportSubject(report);
  const body = sectionsOf(report).map(
    ({ id, title, content }) =>
      `<h2 id="${id}">${escapeHtml(words.sections[title])}</h2>\n${content(subject)}`,
  );
  return `<!doctype html>
<html lang="${locale()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
${packReport(report)}
<title>${escapeHtml(words.title)}</title>
<style>${style}</style>
</head>
<body>
${heading(subject)}
${contents(subject)}
${body.join('\n')}
</body>
</html>
`;
}
