// SPDX-License-Identifier: MIT
// Values that the user kept, and whether an adapter that came back lost them. Pure; nothing is applied by itself.

import type { Operation } from '../contract/changes';
import type { LostSettings } from '../contract/changes';
import type { Family } from '../contract/family';
import type { FieldName } from '../contract/fields';
import { ipInterfaceId } from '../contract/snapshot';
import type { Luid, Snapshot } from '../contract/snapshot';
import type { JournalTransaction } from './journal-history';
import type { Origin } from './journal-record';

type RecordedAdapter = Origin['adapters'][number];

/** One value that was kept. The adapter's LUID may be another by now. */
export interface KeptSetting {
  readonly key: string;
  /** The transaction that it was kept with. */
  readonly transaction: string;
  /** Alias, type and GUID as one string. */
  readonly adapter: string;
  readonly family: Family;
  readonly field: FieldName;
  readonly value: number;
  /** Milliseconds of the wall clock, for display only. */
  readonly keptAt: number;
}

/** What an adapter is known by when it comes back. */
function nameOf({ alias, type, guid }: Pick<RecordedAdapter, 'alias' | 'type' | 'guid'>): string {
  return JSON.stringify([alias, type, guid.toUpperCase()]);
}

function keyOf(adapter: string, family: Family, field: FieldName): string {
  return `${adapter} ${family} ${field}`;
}

/** What one kept transaction makes of the values kept before. */
function remember(kept: Map<string, KeptSetting>, transaction: JournalTransaction): void {
  const { id, kind, origin, operations, lastSeenAt: keptAt } = transaction;
  const names = new Map(origin?.adapters.map((one) => [one.luid, nameOf(one)]));
  for (const { operation, end } of operations) {
    const { luid, family, field } = operation;
    const adapter = names.get(luid);
    if (adapter === undefined) continue;
    const key = keyOf(adapter, family, field);
    // Whoever restores a value no longer wants the one that was kept.
    if (kind === 'restore') {
      kept.delete(key);
      continue;
    }
    // Some values read back rounded.
    const value = end?.live ?? operation.value;
    kept.set(key, { key, transaction: id, adapter, family, field, value, keptAt });
    // The metric is the system's own again.
    if (field === 'UseAutomaticMetric' && value === 1) {
      kept.delete(keyOf(adapter, family, 'Metric'));
    }
  }
}

/** The values kept last, of transactions that begin with the oldest. */
export function keptSettings(transactions: readonly JournalTransaction[]): readonly KeptSetting[] {
  const kept = new Map<string, KeptSetting>();
  for (const transaction of transactions) if (transaction.kept) remember(kept, transaction);
  return [...kept.values()];
}

/** How a kept value stands: held, lost when its adapter came back, or changed while it was there. */
export type Standing =
  | { readonly kind: 'absent' }
  | { readonly kind: 'held' | 'changed-here'; readonly luid: Luid }
  | {
      readonly kind: 'lost';
      readonly luid: Luid;
      readonly operation: Operation;
      /** Whether the adapter was seen to come back; otherwise it was found so at the start. */
      readonly cameBack: boolean;
    };

/** How all kept values stand, by key. */
export type Standings = ReadonlyMap<string, Standing>;

function standingOf(
  { key, family, field, value }: KeptSetting,
  luid: Luid | undefined,
  rows: ReadonlyMap<string, Snapshot['ipInterfaces'][number]>,
  before: Standings | null,
): Standing {
  const row = luid === undefined ? undefined : rows.get(ipInterfaceId({ luid, family }));
  const live = row?.values[field];
  if (!row || typeof live !== 'number') return { kind: 'absent' };
  const { luid: current } = row;
  if (live === value) return { kind: 'held', luid: current };
  // A tunnel is there before its routes are: what can't be set yet has not come back yet.
  if (row.refusals[field]) return { kind: 'absent' };
  const last = before?.get(key);
  const returned = last?.kind === 'absent' || (last !== undefined && last.luid !== current);
  const wasLost = last?.kind === 'lost';
  if (before !== null && !returned && !wasLost) return { kind: 'changed-here', luid: current };
  const operation = { luid: current, family, field, expected: live, value };
  return {
    kind: 'lost',
    luid: current,
    operation,
    cameBack: returned || (wasLost && last.cameBack),
  };
}

/**
 * How kept values stand in a snapshot, given how they stood before; null at the start, when what differs
 * may have been lost while nobody looked. A value that changes while its adapter stays was changed by
 * somebody, and is not lost.
 */
export function nextStandings(
  kept: readonly KeptSetting[],
  snapshot: Snapshot,
  before: Standings | null,
): Standings {
  const luids = new Map(snapshot.adapters.map((adapter) => [nameOf(adapter), adapter.luid]));
  const rows = new Map(snapshot.ipInterfaces.map((row) => [ipInterfaceId(row), row]));
  return new Map(
    kept.map((one) => [one.key, standingOf(one, luids.get(one.adapter), rows, before)]),
  );
}

/** What was lost, adapter by adapter, with the operations that would set it again. */
export function lostSettings(
  kept: readonly KeptSetting[],
  standings: Standings,
): readonly LostSettings[] {
  const byLuid = new Map<Luid, LostSettings>();
  for (const { key, keptAt } of kept) {
    const standing = standings.get(key);
    if (standing?.kind !== 'lost') continue;
    const { luid, operation, cameBack } = standing;
    const known = byLuid.get(luid);
    byLuid.set(luid, {
      luid,
      keptAt: Math.max(keptAt, known?.keptAt ?? 0),
      cameBack: cameBack || (known?.cameBack ?? false),
      operations: [...(known?.operations ?? []), operation],
    });
  }
  return [...byLuid.values()];
}

/** IP interfaces whose metric the user fixed and kept so, and still is, by `ipInterfaceId`. */
export function fixedMetrics(
  kept: readonly KeptSetting[],
  snapshot: Snapshot,
): ReadonlySet<string> {
  const fixed = kept.filter(({ field, value }) => field === 'UseAutomaticMetric' && value === 0);
  if (fixed.length === 0) return new Set();
  const standings = nextStandings(fixed, snapshot, null);
  const ids = fixed.flatMap(({ key, family }) => {
    const standing = standings.get(key);
    return standing?.kind === 'held' ? [ipInterfaceId({ luid: standing.luid, family })] : [];
  });
  return new Set(ids);
}
