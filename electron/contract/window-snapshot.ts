// SPDX-License-Identifier: MIT
// What a window holds of a snapshot: all that it shows at once. Routes, of which there can be hundreds of thousands, it
// gets in chunks, and only while it lists them.

import type { PackedRoutes } from './route-course';
import type { Route, Snapshot } from './snapshot';
import { splicedList } from './snapshot-patch';
import type { SnapshotPatch, Splice } from './snapshot-patch';

/** The lists of a snapshot that a window holds whole. */
type WindowLists = Pick<Snapshot, 'adapters' | 'ipInterfaces' | 'unicastAddresses' | 'dnsServers'>;

export interface WindowSnapshot extends WindowLists, Pick<Snapshot, 'stack'> {
  /** Which one it is: the next has the next number. */
  readonly revision: number;
  /** Those of every table: few, however many routes there are. */
  readonly defaultRoutes: readonly Route[];
}

/** What makes the next snapshot of one. An absent member did not change. */
export interface WindowPatch extends Pick<SnapshotPatch, keyof WindowLists> {
  /** Of the snapshot that it makes. */
  readonly revision: number;
  readonly defaultRoutes?: readonly Route[];
}

/** Some routes of one revision. */
export interface RouteChunk {
  readonly revision: number;
  /** Of all routes of that revision. */
  readonly total: number;
  readonly routes: PackedRoutes;
}

/** What makes the list of routes of one revision that of a later one: splices for each revision on the way. */
export interface RouteChanges {
  readonly revision: number;
  readonly patches: readonly (readonly Splice<Route>[])[];
}

function isDefault({ prefixLength }: Route): boolean {
  return prefixLength === 0;
}

/** A snapshot as a window holds it. */
export function windowSnapshotOf(snapshot: Snapshot, revision: number): WindowSnapshot {
  const { stack, adapters, ipInterfaces, unicastAddresses, dnsServers, routes } = snapshot;
  const defaultRoutes = routes.filter(isDefault);
  return { revision, stack, adapters, ipInterfaces, unicastAddresses, dnsServers, defaultRoutes };
}

/** Whether a default route came, or may have gone: what goes is told by its place alone. */
function touchesDefaultRoutes(before: Snapshot, splices: readonly Splice<Route>[]): boolean {
  return splices.some(
    ({ start, removed, rows }) =>
      rows.some(isDefault) || before.routes.slice(start, start + removed).some(isDefault),
  );
}

/** What a window needs to know of the patch that made `after` of `before`. */
export function windowPatchOf(
  before: Snapshot,
  patch: SnapshotPatch,
  after: Snapshot,
  revision: number,
): WindowPatch {
  const { adapters, ipInterfaces, unicastAddresses, dnsServers, routes } = patch;
  return {
    revision,
    ...(adapters && { adapters }),
    ...(ipInterfaces && { ipInterfaces }),
    ...(unicastAddresses && { unicastAddresses }),
    ...(dnsServers && { dnsServers }),
    ...(routes &&
      touchesDefaultRoutes(before, routes) && { defaultRoutes: after.routes.filter(isDefault) }),
  };
}

/**
 * The snapshot after a patch; rows that stay are the very objects they were. A patch that is not the next one, of which
 * a snapshot that was asked for may know already, leaves it as it is.
 */
export function applyWindowPatch(before: WindowSnapshot, patch: WindowPatch): WindowSnapshot {
  if (patch.revision !== before.revision + 1) return before;
  return {
    revision: patch.revision,
    stack: before.stack,
    adapters: splicedList(before.adapters, patch.adapters),
    ipInterfaces: splicedList(before.ipInterfaces, patch.ipInterfaces),
    unicastAddresses: splicedList(before.unicastAddresses, patch.unicastAddresses),
    dnsServers: splicedList(before.dnsServers, patch.dnsServers),
    defaultRoutes: patch.defaultRoutes ?? before.defaultRoutes,
  };
}
