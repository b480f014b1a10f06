// SPDX-License-Identifier: MIT
// Values that the user kept, and whether an adapter that came back lost them. Pure; nothing is applied by itself.

import type { Operation } from '../contract/changes';
import type { LostSettings } from '../contract/changes';
import type { Family } from '../contract/family';
import type { FieldName } from '../contract/fields';
import { ipInterfaceId } from '../contract/snapshot';
import type { Luid, Snapshot } from '../contract/snapshot';
import { meantAmong, signsOf } from '../lasting/meant-adapter';
import type { AdapterName } from '../lasting/meant-adapter';
import type { JournalTransaction } from './journal-history';

/** One value that was kept. The adapter's LUID may be another by now. */
export interface KeptSetting {
  readonly key: string;
  /** The transaction that it was kept with. */
  readonly transaction: string;
  readonly adapter: AdapterName;
  readonly family: Family;
  readonly field: FieldName;
  readonly value: number;
  /** Milliseconds of the wall clock, for display only. */
  readonly keptAt: number;
}

/** Kept values, at most one for each field of what counts as the same adapter. */
class KeptValues {
  readonly #bySign = new Map<string, KeptSetting>();

  get all(): readonly KeptSetting[] {
    return [...new Set(this.#bySign.values())];
  }

  keep(kept: KeptSetting): void {
    this.forget(kept);
    for (const sign of this.#signsOf(kept)) this.#bySign.set(sign, kept);
  }

  /** Forgets what was kept for the same field of the same adapter, whatever else it was called. */
  forget(about: Pick<KeptSetting, 'adapter' | 'family' | 'field'>): void {
    for (const sign of this.#signsOf(about)) {
      const known = this.#bySign.get(sign);
      if (known) for (const other of this.#signsOf(known)) this.#bySign.delete(other);
    }
  }

  #signsOf({ adapter, family, field }: Pick<KeptSetting, 'adapter' | 'family' | 'field'>) {
    return signsOf(adapter).map((sign) => `${family} ${field} ${sign}`);
  }
}

/** What one kept transaction makes of the values kept before. */
function remember(values: KeptValues, transaction: JournalTransaction): void {
  const { id, kind, origin, operations, lastSeenAt: keptAt } = transaction;
  const names = new Map(origin?.adapters.map((one) => [one.luid, one]));
  for (const { operation, end } of operations) {
    const { luid, family, field } = operation;
    const adapter = names.get(luid);
    if (adapter === undefined) continue;
    // Whoever restores a value no longer wants the one that was kept.
    if (kind === 'restore') {
      values.forget({ adapter, family, field });
      continue;
    }
    const key = `${id} ${luid} ${family} ${field}`;
    // Some values read back rounded.
    const value = end?.live ?? operation.value;
    values.keep({ key, transaction: id, adapter, family, field, value, keptAt });
    // The metric is the system's own again.
    if (field === 'UseAutomaticMetric' && value === 1) {
      values.forget({ adapter, family, field: 'Metric' });
    }
  }
}

/** The values kept last, of transactions that begin with the oldest. */
export function keptSettings(transactions: readonly JournalTransaction[]): readonly KeptSetting[] {
  const values = new KeptValues();
  for (const transaction of transactions) if (transaction.kept) remember(values, transaction);
  return values.all;
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
  const meant = meantAmong(snapshot.adapters);
  const luidOf = (name: AdapterName) => {
    const adapter = meant(name);
    return adapter === null || adapter === 'two' ? undefined : adapter.luid;
  };
  const rows = new Map(snapshot.ipInterfaces.map((row) => [ipInterfaceId(row), row]));
  return new Map(kept.map((one) => [one.key, standingOf(one, luidOf(one.adapter), rows, before)]));
}

/** What was lost and nothing sets again by itself, adapter by adapter, with the operations that would set it. */
export function lostSettings(
  kept: readonly KeptSetting[],
  standings: Standings,
  isSetAgain: (operation: Operation) => boolean = () => false,
): readonly LostSettings[] {
  const byLuid = new Map<Luid, LostSettings>();
  for (const { key, keptAt } of kept) {
    const standing = standings.get(key);
    if (standing?.kind !== 'lost' || isSetAgain(standing.operation)) continue;
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
