// SPDX-License-Identifier: MIT
// What a person meant, from what they are about to apply.
import { fieldKeyId } from './operation';
import type { Operation } from './operation';
import type { Intent } from './intent';
import type { Preset, Preview } from './preview';
import type { Luid } from './snapshot';

const wholeKey = (operation: Operation) => `${fieldKeyId(operation)} ${operation.value}`;

/** What there is besides the operations of a preset; null where one of those is missing, or it has none. */
export function besidesPreset(
  { operations }: Preset,
  all: readonly Operation[],
): readonly Operation[] | null {
  const wanted = new Set(operations.map(wholeKey));
  const rest = all.filter((operation) => !wanted.has(wholeKey(operation)));
  return wanted.size > 0 && rest.length + wanted.size === all.length ? rest : null;
}

const blocks = (vpn: Luid) => (operation: Operation) =>
  operation.luid !== vpn && operation.field === 'DisableDefaultRoutes' && operation.value === 1;

function presetIntent(
  { id }: Preset,
  vpn: Luid | null,
  rest: readonly Operation[],
): Intent | undefined {
  if (id === 'system-default') return rest.length === 0 ? { kind: id } : undefined;
  if (vpn === null) return undefined;
  const isOn = id === 'company-only';
  const blocksOthers = rest.length > 0;
  const isAllOfIt = !blocksOthers || (!isOn && rest.every(blocks(vpn)));
  return isAllOfIt ? { kind: 'split-tunnelling', isOn, vpn, blocksOthers } : undefined;
}

/** The preset that operations are, whichever way they were chosen; undefined where they say it all themselves. */
export function intentOf(
  operations: readonly Operation[],
  preview: Pick<Preview, 'presets' | 'vpn'> | undefined,
): Intent | undefined {
  for (const preset of preview?.presets ?? []) {
    const rest = preset.obstacle === null ? besidesPreset(preset, operations) : null;
    const intent = rest && presetIntent(preset, preview?.vpn ?? null, rest);
    if (intent) return intent;
  }
  return undefined;
}
