// SPDX-License-Identifier: MIT
// The commands that show what is there: list, show, routes and report.

import { hostname } from 'node:os';
import { fieldAvailability } from '../../contract/field-value';
import { fields } from '../../contract/fields';
import type { Field } from '../../contract/fields';
import type { Adapter, IpInterface, IpInterfaceKey, Snapshot } from '../../contract/snapshot';
import { loadAddon } from '../../native/addon';
import { htmlReport } from '../../reports/html-report';
import { makeReport } from '../../reports/report';
import type { Report, ReportOrigin } from '../../reports/report';
import { changesInReport } from '../../reports/report-overview';
import { trafficHere } from '../../surroundings';
import { columns, wrapped } from '../../terminal/columns';
import { interfaceLines } from '../../terminal/terminal-table';
import { valueText } from '../../texts/field-text';
import { messages } from '../../language/messages';
import {
  rowAdaptersText,
  destinationText,
  isInOtherTable,
  rowContext,
  routeRow,
} from '../../texts/route-rows';
import type { RouteRow } from '../../texts/route-rows';
import { adapterMeant, terminalNames } from '../adapters';
import type { Command, Context } from '../context';
import { trafficLines } from '../traffic-lines';
import { UsageProblem } from '../usage-problem';
import type { Session } from '../session';
import { historyLines, newest } from './history';
import { lastingOverview } from './lasting';

const { show: showWords, report: reportWords } = messages.terminal;

/** The addon is of the same build. */
const programVersion = () => loadAddon().buildId.replace(/\+.*/, '');

const originNow = (): ReportOrigin => ({
  computer: hostname(),
  createdAt: new Date().toISOString(),
  programVersion: programVersion(),
});

/** A report in the shape of docs/report.schema.json. */
async function reportOf(
  session: Session,
  scope: readonly IpInterfaceKey[] | null = null,
  isMasked = false,
): Promise<Report> {
  const snapshot = await session.snapshot();
  const history = await newest(session, changesInReport).then(
    ({ entries }) => entries,
    () => null,
  );
  const overview = { traffic: trafficHere(snapshot), history, log: [], person: [] };
  return makeReport(snapshot, overview, originNow(), scope, isMasked);
}

export const list: Command = async ({ session, terminal, isJson, printJson }) => {
  const snapshot = await session.snapshot();
  if (isJson) {
    printJson(await reportOf(session));
    return 'done';
  }
  terminal.say(interfaceLines(snapshot), '');
  terminal.say(trafficLines(await session.preview(), terminalNames(snapshot)));
  return 'done';
};

/** Whether a field can be set here now. */
function isSettable({ name }: Field, row: IpInterface, { stack }: Snapshot): boolean {
  const { kind } = fieldAvailability(name, row.family, stack);
  return kind === 'settable' && row.refusals[name] === undefined;
}

function fieldRows(row: IpInterface, snapshot: Snapshot): readonly (readonly string[])[] {
  const shown = fields.filter(
    ({ name, group }) => group !== 'identity' && row.values[name] !== null,
  );
  return shown.map((field) => [
    `  ${field.name}`,
    valueText(field.name, row.values[field.name], snapshot.stack),
    isSettable(field, row, snapshot) ? showWords.yes : '',
  ]);
}

function adapterLines(adapter: Adapter, snapshot: Snapshot): readonly string[] {
  const { luid, index, kind, description, physicalAddress } = adapter;
  const isOwn = (row: { readonly luid: string }) => row.luid === luid;
  const addresses = snapshot.unicastAddresses
    .filter(isOwn)
    .map(({ address, prefixLength }) => `${address}/${prefixLength}`);
  const dns = snapshot.dnsServers.filter(isOwn).map(({ address }) => address);
  const facts: readonly (readonly [string, string])[] = [
    [showWords.adapter, terminalNames(snapshot).nameOf(luid)],
    [showWords.kind, messages.interfaces.kinds[kind]],
    [showWords.description, description],
    [showWords.hardwareAddress, physicalAddress],
    [showWords.identifiers, `${index}, ${luid}`],
    [showWords.addresses, addresses.join(', ')],
    [showWords.dnsServers, dns.join(', ')],
  ];
  return [
    ...columns(facts.filter(([, text]) => text !== '')),
    ...snapshot.ipInterfaces
      .filter(isOwn)
      .flatMap((row) => [
        '',
        ...columns([
          [row.family, showWords.value, showWords.canBeSet],
          ...fieldRows(row, snapshot),
        ]),
      ]),
  ];
}

export const show: Command = async ({ session, line, terminal, isJson, printJson }) => {
  const snapshot = await session.snapshot();
  const adapter = adapterMeant(line.arguments[0] ?? '', snapshot);
  const scope = snapshot.ipInterfaces.filter(({ luid }) => luid === adapter.luid);
  if (isJson) printJson(await reportOf(session, scope));
  else terminal.say(adapterLines(adapter, snapshot));
  return 'done';
};

const routeWords = messages.routes;

function routeLines(rows: readonly RouteRow[]): readonly string[] {
  const {
    destination,
    gateway,
    interface: adapter,
    metric,
    table,
    defaultRoute,
  } = routeWords.columns;
  const withTables = rows.some(isInOtherTable);
  const cells = (row: readonly string[], ofTable: string, standing: string) => [
    ...row,
    ...(withTables ? [ofTable] : []),
    standing,
  ];
  return columns([
    cells([destination, gateway, adapter, metric], table, defaultRoute),
    ...rows.map((row) =>
      cells(
        [destinationText(row), row.gateway, rowAdaptersText(row), String(row.metric)],
        row.table,
        row.standing ? routeWords.states[row.standing.state] : '',
      ),
    ),
  ]);
}

async function routesOf({ session }: Context, withLocal: boolean): Promise<readonly string[]> {
  const snapshot = await session.snapshot();
  const told = await (await session.routes()).standings();
  const standings = new Map(told.map(({ route, standing }) => [route, standing]));
  const context = rowContext(snapshot);
  const rows = snapshot.routes.map((route) => routeRow(route, context, standings));
  return routeLines(rows.filter(({ isLocal }) => withLocal || !isLocal));
}

export const routes: Command = async (context) => {
  const { session, line, terminal, isJson, printJson } = context;
  if (isJson) printJson(await reportOf(session));
  else terminal.say(await routesOf(context, line.has('all')));
  return 'done';
};

async function reportLines(context: Context): Promise<readonly string[]> {
  const { session } = context;
  const snapshot = await session.snapshot();
  const { computer, createdAt, programVersion } = originNow();
  const part = (title: string, lines: readonly string[]) => ['', title, '', ...lines];
  return [
    ...wrapped(reportWords.head({ version: programVersion, computer, time: createdAt })),
    ...part(reportWords.traffic, trafficLines(await session.preview(), terminalNames(snapshot))),
    ...part(reportWords.lasting, lastingOverview(session, snapshot)),
    ...part(reportWords.changes, await historyLines(session, 10)),
    ...part(reportWords.interfaces, interfaceLines(snapshot)),
    ...part(reportWords.routes, await routesOf(context, false)),
  ];
}

export const report: Command = async (context) => {
  const { session, line, terminal, isJson, printJson, printText } = context;
  const isMasked = line.has('masked');
  const made = () => reportOf(session, null, isMasked);
  if (isJson) printJson(await made());
  else if (line.has('html')) printText(htmlReport(await made()));
  else if (isMasked) throw new UsageProblem(messages.terminal.usage.masked);
  else terminal.say(await reportLines(context));
  return 'done';
};
