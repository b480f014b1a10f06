// SPDX-License-Identifier: MIT
import type { Operation } from '../../electron/contract/changes';
import type { PresetId, Preview } from '../../electron/contract/preview';

function isAmong({ luid, family, field, value }: Operation, operations: readonly Operation[]) {
  return operations.some(
    (one) =>
      one.luid === luid && one.family === family && one.field === field && one.value === value,
  );
}

function areSame(some: readonly Operation[], others: readonly Operation[]): boolean {
  return some.length === others.length && some.every((one) => isAmong(one, others));
}

/**
 * The choice that is shown as chosen; null: none holds. Several can hold at once, as "System default" often does along
 * with another: what the user chose goes before what the edits are exactly, and that before the first that holds.
 */
export function shownPreset(
  { presets, presetsAfter, presetAfter }: Preview,
  operations: readonly Operation[],
  chosen: PresetId | null,
): PresetId | null {
  if (chosen !== null && presetsAfter.includes(chosen)) return chosen;
  if (operations.length === 0) return presetAfter;
  const drafted = presets.find(
    (preset) => presetsAfter.includes(preset.id) && areSame(preset.operations, operations),
  );
  return drafted?.id ?? presetAfter;
}
