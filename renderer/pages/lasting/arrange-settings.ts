// SPDX-License-Identifier: MIT
import type { LastingSetting, LastingState } from '../../../electron/contract/lasting';
import type { Adapter, Luid } from '../../../electron/contract/snapshot';
import { settingName, waitsForRoute } from '../../../electron/texts/lasting-text';
import { settingLabel } from '../../../electron/texts/setting-text';

/** States about which somebody can do something. */
const wantingAttention: readonly LastingState[] = [
  'failed',
  'refused',
  'given-up',
  'ambiguous',
  'changed',
];

const order = new Intl.Collator(undefined, { numeric: true });

/** Whether somebody should look at a setting. */
function wantsAttention(setting: LastingSetting): boolean {
  return wantingAttention.includes(setting.status.state) && !waitsForRoute(setting);
}

function textOf(setting: LastingSetting, name: string): string {
  const { field, family, alias, account } = setting;
  return `${name} ${alias} ${family} ${settingLabel(field)} ${account}`.toLowerCase();
}

/** The settings that match a search: those that want attention first, then by adapter, field and family. */
export function arrangeSettings(
  settings: readonly LastingSetting[],
  search: string,
  adapters: ReadonlyMap<Luid, Adapter>,
): readonly LastingSetting[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  const named = settings
    .map((setting) => ({ setting, name: settingName(setting, adapters) }))
    .filter(({ setting, name }) => {
      const text = textOf(setting, name);
      return wanted.every((word) => text.includes(word));
    });
  const keyOf = ({ setting, name }: (typeof named)[number]) =>
    [wantsAttention(setting) ? 0 : 1, name, settingLabel(setting.field), setting.family].join('\n');
  const keyed = named.map((one) => ({ ...one, key: keyOf(one) }));
  return keyed.toSorted((a, b) => order.compare(a.key, b.key)).map(({ setting }) => setting);
}
