// SPDX-License-Identifier: MIT
// Whether an adapter that came back lost what was kept for it. Nothing is applied by itself.

import type { LostSettings } from '../contract/changes';
import type { Operation } from '../contract/operation';
import { ipInterfaceId } from '../contract/snapshot';
import type { Luid, Snapshot } from '../contract/snapshot';
import type { KeptSetting } from '../journal/kept-settings';
import { meantAmong } from '../lasting/meant-adapter';
import type { AdapterName } from '../lasting/meant-adapter';

/** What became of a kept value: held, lost when its adapter came back, or changed while it was there. */
export type KeptState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'held' | 'changed-here'; readonly luid: Luid }
  | {
      readonly kind: 'lost';
      readonly luid: Luid;
      readonly operation: Operation;
      /** Whether the adapter was seen to come back; otherwise it was found so at the start. */
      readonly cameBack: boolean;
    };

/** What became of all kept values, by key. */
export type KeptStates = ReadonlyMap<string, KeptState>;

function stateOf(
  { key, family, field, value }: KeptSetting,
  luid: Luid | undefined,
  rows: ReadonlyMap<string, Snapshot['ipInterfaces'][number]>,
  before: KeptStates | null,
): KeptState {
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
 * What became of kept values by a snapshot, given what had before; null at the start, when what differs
 * may have been lost while nobody looked. A value that changes while its adapter stays was changed by
 * somebody, and is not lost.
 */
export function nextStates(
  kept: readonly KeptSetting[],
  snapshot: Snapshot,
  before: KeptStates | null,
): KeptStates {
  const meant = meantAmong(snapshot.adapters);
  const luidOf = (name: AdapterName) => {
    const adapter = meant(name);
    return adapter === null || adapter === 'two' ? undefined : adapter.luid;
  };
  const rows = new Map(snapshot.ipInterfaces.map((row) => [ipInterfaceId(row), row]));
  return new Map(kept.map((one) => [one.key, stateOf(one, luidOf(one.adapter), rows, before)]));
}

/** What was lost and nothing sets again by itself, adapter by adapter, with the operations that would set it. */
export function lostSettings(
  kept: readonly KeptSetting[],
  states: KeptStates,
  isSetAgain: (operation: Operation) => boolean = () => false,
): readonly LostSettings[] {
  const byLuid = new Map<Luid, LostSettings>();
  for (const { key, keptAt } of kept) {
    const state = states.get(key);
    if (state?.kind !== 'lost' || isSetAgain(state.operation)) continue;
    const { luid, operation, cameBack } = state;
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
  const states = nextStates(fixed, snapshot, null);
  const ids = fixed.flatMap(({ key, family }) => {
    const state = states.get(key);
    return state?.kind === 'held' ? [ipInterfaceId({ luid: state.luid, family })] : [];
  });
  return new Set(ids);
}
