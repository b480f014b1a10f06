// SPDX-License-Identifier: MIT
// Transactions in words. Names of adapters in them are isolated for text direction.
import type { StackName } from '../../electron/contract/family';
import type { HistoryEntry, RecordedAdapter } from '../../electron/contract/history';
import type { LastingKey } from '../../electron/contract/lasting';
import { planChanges, planTitle } from '../../electron/language/plan-title';
import type { Adapter, Luid } from '../../electron/contract/snapshot';
import { titleNames } from '../changes/plan-text';
import { adapterName } from '../interfaces/adapter-name';
import { settingInSentence } from '../ui/field-text';
import { isolatedName } from '../ui/isolates';
import { messages } from '../../electron/language/messages';

const words = messages.history;

/** What texts about transactions need to know. */
export interface Names {
  readonly adapters: ReadonlyMap<Luid, Adapter>;
  readonly stack: StackName;
}

/** What an adapter was called when the transaction began, else what it is called now. */
export function recordedName(
  recorded: RecordedAdapter | null,
  luid: Luid,
  adapters: ReadonlyMap<Luid, Adapter>,
): string {
  return adapterName(recorded ?? adapters.get(luid), luid);
}

/** "MTU on Ethernet (IPv4)" */
export function placeText(
  { field, luid, family }: LastingKey,
  recorded: RecordedAdapter | null,
  { adapters }: Names,
): string {
  const name = isolatedName(recordedName(recorded, luid, adapters));
  return words.place({ field: settingInSentence(field), adapter: name, family });
}

/** "Turn split tunnelling on · Contoso VPN" */
export function titleText({ subject, adapters }: HistoryEntry, names: Names): string {
  return planTitle(subject, titleNames(names.adapters, adapters));
}

/** "25 → 5" */
export function changesText({ subject }: HistoryEntry): string {
  return planChanges(subject);
}
