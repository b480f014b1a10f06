// SPDX-License-Identifier: MIT
// What one read of a stack found that differs from the read before it: as much as changed, however much there is. The
// addon makes it (native/addon); what it does not name keeps its identity, row by row.

import type { Snapshot } from './snapshot';

/** Rows of a list in whose place others come: of those from `start` on `removed` go, and `rows` stand there then. */
export interface Splice<Row> {
  /** A place in the list as it was before. */
  readonly start: number;
  readonly removed: number;
  readonly rows: readonly Row[];
}

type Lists = Omit<Snapshot, 'stack'>;

/** By list its splices in ascending order, which do not overlap; an absent list did not change. */
export type SnapshotPatch = {
  readonly [List in keyof Lists]?: readonly Splice<Lists[List][number]>[];
};

/** Whether nothing changed. */
export function isEmptyPatch(patch: SnapshotPatch): boolean {
  return Object.keys(patch).length === 0;
}

/** As many may be handed over as arguments; and a few splices are fastest one after another. */
const fewRows = 1000;

function splicedAtOnce<Row>(
  before: readonly Row[],
  splices: readonly Splice<Row>[],
): readonly Row[] {
  const after: Row[] = [];
  let at = 0;
  const take = (rows: readonly Row[]) => {
    for (const row of rows) after.push(row);
  };
  for (const { start, removed, rows } of splices) {
    take(before.slice(at, start));
    take(rows);
    at = start + removed;
  }
  take(before.slice(at));
  return after;
}

/** A list after splices; rows that stay are the very objects they were. */
export function splicedList<Row>(
  before: readonly Row[],
  splices: readonly Splice<Row>[] | undefined,
): readonly Row[] {
  if (!splices) return before;
  const after = before.slice();
  let shift = 0;
  for (const { start, removed, rows } of splices) {
    if (rows.length === removed) rows.forEach((row, place) => (after[start + shift + place] = row));
    else if (rows.length <= fewRows) after.splice(start + shift, removed, ...rows);
    else return splicedAtOnce(before, splices);
    shift += rows.length - removed;
  }
  return after;
}

/** What the first patch begins with. */
export function emptySnapshot(stack: Snapshot['stack']): Snapshot {
  return {
    stack,
    adapters: [],
    ipInterfaces: [],
    unicastAddresses: [],
    routes: [],
    rules: [],
    dnsServers: [],
    ipsecPolicies: [],
  };
}

/** The snapshot after a patch. Lists that it does not name, and rows that stay, are the very objects they were. */
export function patchedSnapshot(before: Snapshot, patch: SnapshotPatch): Snapshot {
  return {
    stack: before.stack,
    adapters: splicedList(before.adapters, patch.adapters),
    ipInterfaces: splicedList(before.ipInterfaces, patch.ipInterfaces),
    unicastAddresses: splicedList(before.unicastAddresses, patch.unicastAddresses),
    routes: splicedList(before.routes, patch.routes),
    rules: splicedList(before.rules, patch.rules),
    dnsServers: splicedList(before.dnsServers, patch.dnsServers),
    ipsecPolicies: splicedList(before.ipsecPolicies, patch.ipsecPolicies),
  };
}
