// SPDX-License-Identifier: MIT
// Lasting settings as a person made them: one value of an adapter is one thing, for whichever families it is set.

import type { LastingSetting } from '../contract/lasting';
import { dateText } from './time-text';

/** All that is told of a setting, except when it was last set again and how often. */
function likeness(setting: LastingSetting): string {
  const { luid, alias, type, guid, field, value, madeAt, account, status } = setting;
  const { state, live, refusal, error } = status;
  const adapter = luid ?? [alias, type, guid];
  const told = [state, state === 'changed' && live, refusal, error?.platform];
  return JSON.stringify([adapter, field, value, dateText(madeAt), account, told]);
}

/** Settings of one adapter that are alike but for their family, in the order of their first ones; none is empty. */
export function alikeSettings(
  settings: readonly LastingSetting[],
): readonly (readonly LastingSetting[])[] {
  const groups = new Map<string, LastingSetting[][]>();
  const ordered: LastingSetting[][] = [];
  for (const setting of settings) {
    const key = likeness(setting);
    const alike = groups.get(key) ?? [];
    const open = alike.find((group) => group.every(({ family }) => family !== setting.family));
    if (open) open.push(setting);
    else {
      const group = [setting];
      ordered.push(group);
      groups.set(key, [...alike, group]);
    }
  }
  return ordered;
}
