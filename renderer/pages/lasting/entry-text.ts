// SPDX-License-Identifier: MIT
import type { StackName } from '../../../electron/contract/family';
import type { Adapter, Luid } from '../../../electron/contract/snapshot';
import { conjunction } from '../../../electron/language/lists';
import { messages } from '../../../electron/language/messages';
import { settingInSentence, settingValueText } from '../../../electron/texts/field-text';
import { originText, settingName } from '../../../electron/texts/lasting-text';
import { settingLabel } from '../../../electron/texts/setting-text';
import type { LastingEntry } from './lasting-entries';

const words = messages.lasting;

type Adapters = ReadonlyMap<Luid, Adapter>;

/** "IPv4 and IPv6" */
export const familiesText = ({ families }: LastingEntry): string => conjunction(families);

/** "MTU: 1400 bytes" */
export function entryValueText({ setting }: LastingEntry, stack: StackName): string {
  const { field, value } = setting;
  return words.valueOf({
    field: settingLabel(field),
    value: settingValueText(field, value, stack),
  });
}

/** "Split tunnelling on"; null where a setting is about something else. */
export function splitTunnellingText({ splitTunnelling }: LastingEntry): string | null {
  return splitTunnelling && words.splitTunnelling({ isOn: splitTunnelling === 'on' });
}

/** The quiet line: of split tunnelling first by which field and for which families. */
export function entryOriginText(entry: LastingEntry, stack: StackName): string {
  const origin = originText(entry.setting);
  if (entry.splitTunnelling === null) return origin;
  return [entryValueText(entry, stack), familiesText(entry), origin].join(' · ');
}

/** The name of the button that stops it. */
export function stopName(entry: LastingEntry, adapters: Adapters): string {
  const { setting, families } = entry;
  const adapter = settingName(setting, adapters);
  const split = splitTunnellingText(entry);
  if (split !== null && families.length > 1) {
    const { setting: titleOf, stoppingLast } = messages.plan.titles;
    return stoppingLast({ what: titleOf({ setting: split, where: adapter }) });
  }
  const field = settingInSentence(setting.field);
  const family = familiesText(entry);
  return words.stopNamed({ where: messages.history.place({ field, adapter, family }) });
}
