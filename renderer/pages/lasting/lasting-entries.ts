// SPDX-License-Identifier: MIT
// Lasting settings as a person made them: one value of an adapter is one entry, for whichever families it is set.

import type { Family } from '../../../electron/contract/family';
import type { LastingSetting } from '../../../electron/contract/lasting';
import { alikeSettings } from '../../../electron/texts/alike-settings';

/** Settings of one adapter that are alike but for their family, in the order of the store. */
export interface LastingEntry {
  /** That of the first. */
  readonly id: string;
  /** The one that stands for all. */
  readonly setting: LastingSetting;
  readonly settings: readonly LastingSetting[];
  readonly families: readonly Family[];
  /** Whether it turns split tunnelling on or off; null where it is about something else. */
  readonly splitTunnelling: 'on' | 'off' | null;
}

/** What becomes of split tunnelling by a setting, if that is what it is for. */
function splitTunnellingOf(
  setting: LastingSetting,
  isVpn: (setting: LastingSetting) => boolean,
): LastingEntry['splitTunnelling'] {
  if (setting.field !== 'DisableDefaultRoutes' || !isVpn(setting)) return null;
  return setting.value === 1 ? 'on' : 'off';
}

/** Settings as entries, in the order of their first ones. */
export function lastingEntries(
  settings: readonly LastingSetting[],
  isVpn: (setting: LastingSetting) => boolean,
): readonly LastingEntry[] {
  return alikeSettings(settings).flatMap((group): LastingEntry[] => {
    const [setting] = group;
    if (!setting) return [];
    const families = group.map(({ family }) => family).sort();
    const splitTunnelling = splitTunnellingOf(setting, isVpn);
    return [{ id: setting.id, setting, settings: group, families, splitTunnelling }];
  });
}
