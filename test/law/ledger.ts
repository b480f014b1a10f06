// SPDX-License-Identifier: MIT
// What `ip` and /proc/sys say of a namespace, without what changes by itself. Knows nothing of our code.

import type { NamespaceShell } from './namespace-shell';

type Row = Readonly<Record<string, unknown>>;

/** Text of each thing by its place, and the default routes of each group of equal metric in their order. */
export interface Ledger {
  readonly entries: ReadonlyMap<string, string>;
  readonly routes: readonly Route[];
}

export interface Route {
  readonly family: 'IPv4' | 'IPv6';
  readonly table: string;
  readonly destination: string;
  /** By index, so that a renamed link stays the same one. */
  readonly link: number;
  /** Whether a router announced it, or the kernel made it for an address. */
  readonly learnt: boolean;
  /** One of several that the kernel shows as one: where it stands among others is not told. */
  readonly merged: boolean;
  /** The same for all that only their order tells apart. */
  readonly group: string;
  readonly text: string;
  /** The same without who made it. */
  readonly anonymous: string;
}

const questions = [
  'ip -j -d link',
  'ip -j address',
  'ip -j -d -N -4 route show table all',
  'ip -j -d -N -6 route show table all',
  'ip -j -4 rule',
  'ip -j -6 rule',
  'ip -j nexthop',
];
const files = ['ipv4/conf', 'ipv6/conf', 'ipv4/neigh', 'ipv6/neigh'].map((one) => `net/${one}`);
const separator = '@next@';
const script = [
  ...questions.map((question) => `${question} || true\necho ${separator}`),
  `cd /proc/sys; grep -r . ${files.join(' ')} 2>/dev/null || true`,
].join('\n');

const byItself = new Set([
  'expires',
  'cache',
  'used',
  'age',
  'valid_life_time',
  'preferred_life_time',
]);

function told(row: Row): string {
  const kept = Object.entries(row).filter(([key]) => !byItself.has(key));
  return JSON.stringify(Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

function rowsOf(text: string): readonly Row[] {
  return text.trim() === '' ? [] : (JSON.parse(text) as readonly Row[]);
}

function routeOf(family: Route['family'], row: Row, links: ReadonlyMap<string, number>): Route {
  const { dst, dev, metric, tos, from, protocol, table: shown } = row;
  const table = typeof shown === 'string' ? shown : '254';
  const destination = String(dst);
  const link = links.get(String(dev)) ?? 0;
  const group = [family, table, destination, metric, tos, from].join(' ');
  // RTPROT_RA and RTPROT_KERNEL.
  const learnt = family === 'IPv6' && ['9', '2', 'ra', 'kernel'].includes(String(protocol));
  const shownAs = { ...row, dev: link, table };
  const text = `${family} ${told(shownAs)}`;
  const anonymous = `${family} ${told({ ...shownAs, protocol: undefined })}`;
  const merged = family === 'IPv6' && protocol === undefined;
  return { family, table, destination, link, learnt, merged, group, text, anonymous };
}

interface Hop {
  readonly weight: number;
}

/**
 * The kernel shows IPv6 routes of equal metric through gateways as one, though each is a route by itself; of what each
 * was made with it tells the first one's.
 */
function eachHop(row: Row): readonly Row[] {
  const { nexthops, ...rest } = row;
  if (!Array.isArray(nexthops)) return [row];
  return (nexthops as readonly Hop[]).map(({ weight, ...hop }) => ({
    ...rest,
    ...hop,
    protocol: undefined,
    ...(weight === 1 ? {} : { weight }),
  }));
}

function addressEntry(index: unknown, row: Row): readonly [string, string] {
  const { family, dynamic, local } = row;
  const place = ['address', index, family, dynamic === true ? 'dynamic' : 'static', local];
  return [place.join(' '), told({ ...row, label: '' })];
}

const linkMembers = ['ifindex', 'ifname', 'mtu', 'address', 'flags', 'master', 'group'];

/** Reads a namespace. */
export async function readLedger(shell: NamespaceShell): Promise<Ledger> {
  const { output } = await shell.run(script);
  const parts = output.split(`${separator}\n`);
  const [links, addresses, routes4, routes6, rules4, rules6, nexthops] = parts.map((part, index) =>
    index < questions.length ? rowsOf(part) : [],
  ) as [Row[], Row[], Row[], Row[], Row[], Row[], Row[]];
  const indexes = new Map(links.map(({ ifname, ifindex }) => [String(ifname), Number(ifindex)]));
  const entries = new Map<string, string>();
  for (const row of links) {
    for (const member of linkMembers) {
      entries.set(`link ${String(row['ifindex'])} ${member}`, JSON.stringify(row[member]));
    }
  }
  for (const { ifindex, addr_info: list } of addresses) {
    for (const row of list as readonly Row[]) {
      const [name, text] = addressEntry(ifindex, row);
      entries.set(name, text);
    }
  }
  for (const row of [...rules4, ...rules6]) entries.set(`rule ${told(row)}`, '');
  for (const row of nexthops) entries.set(`nexthop ${String(row['id'])}`, told(row));
  for (const line of (parts[questions.length] ?? '').split('\n')) {
    const [, place, name, file, value] = /^net\/(\w+\/\w+)\/([^/]+)\/(\w+):(.*)$/.exec(line) ?? [];
    if (!place || !file || file === 'stable_secret') continue;
    entries.set(`sysctl ${indexes.get(name ?? '') ?? name} ${place}/${file}`, value ?? '');
  }
  const routes = [
    ...routes4.map((row) => routeOf('IPv4', row, indexes)),
    ...routes6.flatMap(eachHop).map((row) => routeOf('IPv6', row, indexes)),
  ].filter(({ table }) => table !== '255');
  return { entries, routes };
}
