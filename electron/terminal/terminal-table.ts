// SPDX-License-Identifier: MIT

import type { Adapter, IpInterface, Snapshot } from '../contract/snapshot';
import { usableDefaultRoutes } from '../routes/default-routes';
import { carriersOf } from '../contract/carriers';
import { trafficOf } from '../routes/internet-traffic';
import { Network } from '../routes/network';
import { columns } from './columns';
import { visibleText } from '../base/visible-text';
import { messages } from '../language/messages';

const words = messages.interfaces;

function headings(): readonly string[] {
  const { adapter, family, state, traffic, metric, mtu, addresses } = words.columnNames;
  return [adapter, family, state, traffic, metric, mtu, addresses];
}

function numberOrDash(value: unknown): string {
  return typeof value === 'number' ? String(value) : '–';
}

function metricText({ values }: IpInterface): string {
  const metric = numberOrDash(values.Metric);
  return values.UseAutomaticMetric === 1 ? words.automaticMetric({ metric }) : metric;
}

/** NET_IF_ADMIN_STATUS_DOWN */
const adminStatusDown = 2;

function stateText({ values }: IpInterface, adapter: Adapter | undefined): string {
  if (adapter?.adminStatus === adminStatusDown) return words.states.disabled;
  return values.Connected === 1 ? words.states.connected : words.states.disconnected;
}

/** What each IP interface does for internet traffic, in the window's words. */
function trafficTexts(snapshot: Snapshot): (row: IpInterface) => string {
  const network = new Network(snapshot);
  const traffic = trafficOf(network, process.geteuid?.() ?? 0);
  const routes = {
    IPv4: usableDefaultRoutes(network, 'IPv4'),
    IPv6: usableDefaultRoutes(network, 'IPv6'),
  };
  return ({ luid, family, values }) => {
    if (carriersOf(traffic[family]).includes(luid)) return words.traffic['in-use'];
    if (values.DisableDefaultRoutes === 1) return words.traffic.off;
    return routes[family].some((route) => route.luid === luid)
      ? words.traffic.on
      : words.traffic.none;
  };
}

/** One line per IP interface, in the order of the snapshot. */
function rowsOf(snapshot: Snapshot): string[][] {
  const adapters = new Map(snapshot.adapters.map((adapter) => [adapter.luid, adapter]));
  const trafficText = trafficTexts(snapshot);
  return snapshot.ipInterfaces.map((row) => {
    const addresses = snapshot.unicastAddresses
      .filter((address) => address.luid === row.luid && address.family === row.family)
      .map((address) => `${address.address}/${address.prefixLength}`);
    const adapter = adapters.get(row.luid);
    return [
      visibleText(adapter?.alias ?? row.luid),
      row.family,
      stateText(row, adapter),
      trafficText(row),
      metricText(row),
      numberOrDash(row.values.NlMtu),
      addresses.join(', '),
    ];
  });
}

/** The IP interfaces as a table of plain text, as wide as it has to be. */
export function terminalTable(snapshot: Snapshot): string {
  return columns([headings(), ...rowsOf(snapshot)], Infinity).join('\n');
}

/** The same without addresses, which find no place beside the rest in a terminal. */
export function interfaceLines(snapshot: Snapshot): readonly string[] {
  return columns([headings(), ...rowsOf(snapshot)].map((row) => row.slice(0, -1)));
}
