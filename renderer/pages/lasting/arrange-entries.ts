// SPDX-License-Identifier: MIT
import type { LastingSetting, LastingState } from '../../../electron/contract/lasting';
import type { Adapter, Luid } from '../../../electron/contract/snapshot';
import { settingName, waitsForRoute } from '../../../electron/texts/lasting-text';
import { settingLabel } from '../../../electron/texts/setting-text';
import { splitTunnellingText } from './entry-text';
import type { LastingEntry } from './lasting-entries';

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

function textOf(entry: LastingEntry, name: string): string {
  const { field, alias, account } = entry.setting;
  const split = splitTunnellingText(entry) ?? '';
  return `${name} ${alias} ${entry.families.join(' ')} ${split} ${settingLabel(field)} ${account}`.toLowerCase();
}

/** The entries that match a search: those that want attention first, then by adapter, field and family. */
export function arrangeEntries(
  entries: readonly LastingEntry[],
  search: string,
  adapters: ReadonlyMap<Luid, Adapter>,
): readonly LastingEntry[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  const named = entries
    .map((entry) => ({ entry, name: settingName(entry.setting, adapters) }))
    .filter(({ entry, name }) => {
      const text = textOf(entry, name);
      return wanted.every((word) => text.includes(word));
    });
  const keyOf = ({ entry, name }: (typeof named)[number]) => {
    const { setting, families } = entry;
    return [wantsAttention(setting) ? 0 : 1, name, settingLabel(setting.field), ...families].join(
      '\n',
    );
  };
  const keyed = named.map((one) => ({ ...one, key: keyOf(one) }));
  return keyed.toSorted((a, b) => order.compare(a.key, b.key)).map(({ entry }) => entry);
}
