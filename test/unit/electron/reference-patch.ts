// SPDX-License-Identifier: MIT
// What native/stack/snapshot_diff.cpp finds, told plainly: of each list one splice from the first row that differs to
// the last, which may hold rows that did not change.

import type { Snapshot } from '../../../electron/contract/snapshot';
import type { SnapshotPatch, Splice } from '../../../electron/contract/snapshot-patch';

const drifting = ['validLifetime', 'preferredLifetime'];

/** Text that is equal for rows that are the same but for what drifts by itself. */
function standing(row: unknown): string {
  return JSON.stringify(row, (member, value: unknown) => {
    if (member === 'ReachableTime' && typeof value === 'number') return 0;
    if (!drifting.includes(member)) return value;
    return value === 0 || value === 0xffffffff ? value : 'running';
  });
}

/** How many texts two lists have in common at their beginnings. */
function commonTexts(before: readonly string[], after: readonly string[]): number {
  const differs = before.findIndex((text, i) => text !== after[i]);
  return differs < 0 ? before.length : differs;
}

function splices<Row>(before: readonly Row[], after: readonly Row[]): readonly Splice<Row>[] {
  const [old, now] = [before.map(standing), after.map(standing)];
  const start = commonTexts(old, now);
  const rest = commonTexts(old.slice(start).reverse(), now.slice(start).reverse());
  const removed = before.length - start - rest;
  const rows = after.slice(start, after.length - rest);
  return removed + rows.length === 0 ? [] : [{ start, removed, rows }];
}

/** What makes `after` of `before`. */
export function referencePatch(before: Snapshot, after: Snapshot): SnapshotPatch {
  const lists = {
    adapters: splices(before.adapters, after.adapters),
    ipInterfaces: splices(before.ipInterfaces, after.ipInterfaces),
    unicastAddresses: splices(before.unicastAddresses, after.unicastAddresses),
    routes: splices(before.routes, after.routes),
    rules: splices(before.rules, after.rules),
    dnsServers: splices(before.dnsServers, after.dnsServers),
    ipsecPolicies: splices(before.ipsecPolicies, after.ipsecPolicies),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}
