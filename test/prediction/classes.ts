// SPDX-License-Identifier: MIT
// What a network has, told from its snapshot: what the kernel took, not what was tried.

import type { Family } from '../../electron/contract/family';
import type { Route, Snapshot } from '../../electron/contract/snapshot';

/** What at least a tenth of all configurations must have. */
export const classNames = [
  'equal metrics',
  'multipath',
  'rules with other tables',
  'unreachable or blackhole',
  'source routes',
  'carrier down',
  '/1 pairs',
  'host routes',
  'learnt default routes',
  'default routes that expire',
  'default routes that refuse',
  'default routes for sources',
  'nexthop objects',
  'tables after main',
  'wide routes',
] as const;
export type ClassName = (typeof classNames)[number];

/** RTPROT_RA and the lifetime of a route that never ends (rtnetlink.h, in6.h). */
const announced = 9;
const forEver = 0xffffffff;

const refusing = new Set([6, 7, 8]);
/** RT_TABLE_DEFAULT (rtnetlink.h). */
const tableDefault = 253;
/** Prefixes up to this length are wider than any network that was given out. */
const widest = 8;
const usualTables = new Set([253, 254, 255]);

function hasTwins(routes: readonly Route[]): boolean {
  const keys = routes.map((one) =>
    [
      one.family,
      one.table,
      one.destination,
      one.prefixLength,
      one.source,
      one.tos,
      one.metric,
    ].join(),
  );
  return new Set(keys).size < keys.length;
}

function hasHalfPair(routes: readonly Route[]): boolean {
  return (['IPv4', 'IPv6'] as const).some(
    (family: Family) =>
      routes.filter((one) => one.family === family && one.prefixLength === 1).length >= 2,
  );
}

/** The classes that a network belongs to. */
export function classesOf(snapshot: Snapshot): readonly ClassName[] {
  const routes = snapshot.routes.filter(({ table, type }) => table !== 255 && type !== 5);
  const defaults = routes.filter(({ prefixLength }) => prefixLength === 0);
  const links = new Set(
    snapshot.adapters.filter(({ alias }) => /^l\d$/.test(alias)).map(({ luid }) => luid),
  );
  const has: Readonly<Record<ClassName, boolean>> = {
    'equal metrics': hasTwins(routes),
    multipath: routes.some(({ hops }) => hops.length > 1),
    'rules with other tables': snapshot.rules.some(
      ({ action, table }) => action === 1 && !usualTables.has(table),
    ),
    'unreachable or blackhole': routes.some(({ type }) => refusing.has(type)),
    'source routes':
      routes.some(({ sourcePrefixLength }) => sourcePrefixLength > 0) ||
      snapshot.rules.some(({ sourcePrefixLength }) => sourcePrefixLength > 0),
    'carrier down': snapshot.ipInterfaces.some(
      ({ luid, values }) => links.has(luid) && values.Connected === 0,
    ),
    '/1 pairs': hasHalfPair(routes),
    'learnt default routes': defaults.some(({ protocol }) => protocol === announced),
    'default routes that expire': defaults.some(
      ({ protocol, validLifetime }) => protocol !== announced && validLifetime !== forEver,
    ),
    'default routes that refuse': defaults.some(({ type }) => refusing.has(type)),
    'default routes for sources': defaults.some(({ sourcePrefixLength }) => sourcePrefixLength > 0),
    'nexthop objects': routes.some(({ nexthopId }) => nexthopId !== 0),
    'tables after main': defaults.some(({ table }) => table === tableDefault),
    'wide routes': routes.some(({ prefixLength }) => prefixLength > 1 && prefixLength <= widest),
    'host routes': routes.some(
      ({ family, prefixLength }) => prefixLength === (family === 'IPv4' ? 32 : 128),
    ),
  };
  return classNames.filter((name) => has[name]);
}
