// SPDX-License-Identifier: MIT

import type { IpInterface, Snapshot } from '../contract/snapshot';

const headings = ['Adapter', 'Family', 'State', 'Internet traffic', 'Metric', 'MTU', 'Addresses'];

function numberText(value: unknown): string {
  return typeof value === 'number' ? String(value) : '–';
}

function metricText({ values }: IpInterface): string {
  const metric = numberText(values.Metric);
  return values.UseAutomaticMetric === 1 ? `${metric} auto` : metric;
}

/** One line per IP interface, in the order of the snapshot. */
function rowsOf(snapshot: Snapshot): string[][] {
  const aliases = new Map(snapshot.adapters.map((adapter) => [adapter.luid, adapter.alias]));
  return snapshot.ipInterfaces.map((row) => {
    const addresses = snapshot.unicastAddresses
      .filter((address) => address.luid === row.luid && address.family === row.family)
      .map((address) => `${address.address}/${address.prefixLength}`);
    return [
      aliases.get(row.luid) ?? row.luid,
      row.family,
      row.values.Connected === 1 ? 'Connected' : 'Disconnected',
      row.values.DisableDefaultRoutes === 1 ? 'Off' : 'On',
      metricText(row),
      numberText(row.values.NlMtu),
      addresses.join(', '),
    ];
  });
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How many characters a reader sees, which is fewer than a string holds for many scripts. */
function widthOf(text: string): number {
  return [...characters.segment(text)].length;
}

/** The IP interfaces as a table of plain text, for a terminal. */
export function terminalTable(snapshot: Snapshot): string {
  const lines = [headings, ...rowsOf(snapshot)];
  const widths = headings.map((_heading, column) =>
    Math.max(...lines.map((line) => widthOf(line[column] ?? ''))),
  );
  const pad = (text: string, column: number) =>
    text + ' '.repeat((widths[column] ?? 0) - widthOf(text));
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}
