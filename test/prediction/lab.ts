// SPDX-License-Identifier: MIT
// The links of a network namespace of our own, set up anew for each configuration.

import { writeFileSync } from 'node:fs';
import { families } from '../../electron/contract/family';
import type { Family } from '../../electron/contract/family';
import type { Snapshot } from '../../electron/contract/snapshot';
import { ipBatch } from './ip-command';

/** Links by number: l0 and its peer p0, whose state is l0's carrier. */
export const linkCount = 4;

export const link = (number: number): string => `l${number}`;
export const peer = (number: number): string => `p${number}`;
const numbers = Array.from({ length: linkCount }, (_, number) => number);

const localTable = 255;

/** Tables that configurations use besides main. */
export const otherTables: readonly number[] = [100, 101, 102];

/** A router that announces itself on a link. */
export interface Router {
  readonly link: number;
  readonly preference: 'low' | 'medium' | 'high';
  /** Seconds that its default route lives. */
  readonly lifetime: number;
}

export interface Configuration {
  /** Links without carrier, by number. */
  readonly withoutCarrier: readonly number[];
  readonly ignoresLinkDown: boolean;
  /** Whether routes by nexthop objects tell what the objects hold (net.ipv4.nexthop_compat_mode). */
  readonly tellsNexthops: boolean;
  readonly routers: readonly Router[];
  /** Commands for `ip`; ones that the kernel refuses count as not there. */
  readonly commands: Readonly<Record<Family, readonly string[]>>;
}

function setting(path: string, value: number): void {
  writeFileSync(`/proc/sys/net/${path}`, String(value));
}

/** RTPROT_RA: what the kernel marks routes with that routers announced. */
const announced = 9;

/** Makes the links. Addresses come from configurations alone: none by the link's own, none from routers. */
export function buildLab(): void {
  for (const file of ['accept_ra', 'dad_transmits', 'accept_dad', 'router_solicitations']) {
    for (const scope of ['all', 'default']) setting(`ipv6/conf/${scope}/${file}`, 0);
  }
  setting('ipv6/conf/default/addr_gen_mode', 1);
  setting('ipv6/conf/default/accept_ra_pinfo', 0);
  // Packets of one kind may take different hops, so that the witness sees all of them.
  setting('ipv4/fib_multipath_hash_policy', 1);
  setting('ipv6/fib_multipath_hash_policy', 1);
  const made = numbers.flatMap((number) => [
    `link add ${link(number)} type veth peer name ${peer(number)}`,
    `link set ${link(number)} up`,
    `link set ${peer(number)} up`,
  ]);
  const { failures } = ipBatch('IPv4', ['link set lo up', ...made]);
  if (failures.size > 0) throw new Error([...failures.values()].join('\n'));
  for (const number of numbers) {
    // The router is at the other end of the link, and in this very namespace.
    setting(`ipv6/conf/${link(number)}/accept_ra_from_local`, 1);
    setting(`ipv6/conf/${peer(number)}/forwarding`, 1);
  }
}

const usualRules: Readonly<Record<Family, readonly string[]>> = {
  IPv4: ['rule add pref 32766 lookup main', 'rule add pref 32767 lookup default'],
  IPv6: ['rule add pref 32766 lookup main'],
};

/** native/stack/linux/parking_table.h: where switched-off default routes wait. */
function parkingTables(snapshot: Snapshot): readonly number[] {
  return snapshot.adapters.flatMap(({ index }) => [0x49000000 + index, 0x4a000000 + index]);
}

function emptying(family: Family, snapshot: Snapshot): readonly string[] {
  const tables = ['main', 'default', ...otherTables, ...parkingTables(snapshot)];
  return [
    'rule flush',
    ...usualRules[family],
    ...numbers.flatMap((number) => [
      `addr flush dev ${link(number)}`,
      `addr flush dev ${peer(number)}`,
    ]),
    ...tables.map((table) => `route flush table ${table}`),
    'nexthop flush',
  ];
}

/** Links through which routers that announced themselves can be reached. */
function heard({ adapters, routes }: Snapshot): ReadonlySet<string> {
  const aliases = new Map(adapters.map(({ luid, alias }) => [luid, alias]));
  const learnt = routes.filter(
    ({ protocol, prefixLength }) => protocol === announced && prefixLength === 0,
  );
  return new Set(learnt.map(({ luid }) => aliases.get(luid) ?? ''));
}

/**
 * Whether the kernel, which finishes IPv6 addresses by itself, has made every one of them usable, and has heard every
 * router that it can hear.
 */
export function isSettled(snapshot: Snapshot, { routers, withoutCarrier }: Configuration): boolean {
  const { routes, unicastAddresses, ipInterfaces } = snapshot;
  const links = heard(snapshot);
  const audible = routers.filter((router) => !withoutCarrier.includes(router.link));
  if (!audible.every((router) => links.has(link(router.link)))) return false;
  const connected = new Set(
    ipInterfaces.filter(({ values }) => values.Connected === 1).map(({ luid }) => luid),
  );
  const local = new Set(
    routes.filter(({ table }) => table === localTable).map((one) => one.destination),
  );
  return unicastAddresses.every(({ luid, address }) => !connected.has(luid) || local.has(address));
}

/** Sets the lab up; `before` is what it looks like now. */
export function setUp(configuration: Configuration, before: Snapshot): void {
  const { withoutCarrier, ignoresLinkDown, tellsNexthops, routers, commands } = configuration;
  const carriers = numbers.map(
    (number) => `link set ${peer(number)} ${withoutCarrier.includes(number) ? 'down' : 'up'}`,
  );
  const mtus = numbers.map((number) => `link set ${link(number)} mtu 1500`);
  for (const family of families) ipBatch(family, emptying(family, before));
  for (const family of ['ipv4', 'ipv6']) {
    setting(`${family}/conf/all/ignore_routes_with_linkdown`, ignoresLinkDown ? 1 : 0);
  }
  setting('ipv4/nexthop_compat_mode', tellsNexthops ? 1 : 0);
  for (const number of numbers) {
    const heeds = routers.some((router) => router.link === number);
    setting(`ipv6/conf/${link(number)}/accept_ra`, heeds ? 1 : 0);
    setting(`ipv6/conf/${link(number)}/accept_ra_defrtr`, 1);
  }
  ipBatch('IPv4', [...carriers, ...mtus]);
  // A router speaks from a link-local address, and so does who asks it.
  const linkLocal = routers.flatMap((router) => [
    `addr add fe80::${router.link}:1/64 dev ${link(router.link)} nodad`,
    `addr add fe80::${router.link}:2/64 dev ${peer(router.link)} nodad`,
  ]);
  ipBatch('IPv6', linkLocal);
  for (const family of families) ipBatch(family, commands[family]);
}
