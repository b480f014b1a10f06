// SPDX-License-Identifier: MIT
import type { Operation } from '../../../electron/contract/operation';
import type { PresetId, Preview } from '../../../electron/contract/preview';
import { besidesPreset } from '../../../electron/contract/intent-of';

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
    (preset) => presetsAfter.includes(preset.id) && besidesPreset(preset, operations)?.length === 0,
  );
  return drafted?.id ?? presetAfter;
}
