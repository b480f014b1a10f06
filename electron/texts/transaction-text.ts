// SPDX-License-Identifier: MIT
// Transactions in words. Names of adapters in them are isolated for text direction.
import type { StackName } from '../contract/family';
import type { HistoryEntry, RecordedAdapter } from '../contract/history';
import type { FieldKey } from '../contract/operation';
import { planChanges, planTitle } from './plan-title';
import type { Adapter, Luid } from '../contract/snapshot';
import { titleNames } from './plan-text';
import { adapterName } from './adapter-name';
import { settingInSentence } from './field-text';
import { isolatedName } from './isolates';
import { messages } from '../language/messages';

const words = messages.history;

/** What texts about transactions need to know. */
export interface TransactionNames {
  readonly adapters: ReadonlyMap<Luid, Adapter>;
  readonly stack: StackName;
}

/** What an adapter was called when the transaction began, else what it is called now. */
function recordedName(
  recorded: RecordedAdapter | null,
  luid: Luid,
  adapters: ReadonlyMap<Luid, Adapter>,
): string {
  return adapterName(recorded ?? adapters.get(luid), luid);
}

/** "MTU on Ethernet (IPv4)" */
export function placeText(
  { field, luid, family }: FieldKey,
  recorded: RecordedAdapter | null,
  { adapters }: TransactionNames,
): string {
  const name = isolatedName(recordedName(recorded, luid, adapters));
  return words.place({ field: settingInSentence(field), adapter: name, family });
}

/** "Turn split tunnelling on · Contoso VPN" */
export function titleText({ subject, adapters }: HistoryEntry, names: TransactionNames): string {
  return planTitle(subject, titleNames(names.adapters, adapters));
}

/** "25 → 5" */
export function changesText({ subject, adapters }: HistoryEntry, names: TransactionNames): string {
  return planChanges(subject, titleNames(names.adapters, adapters));
}
