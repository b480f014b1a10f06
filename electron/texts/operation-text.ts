// SPDX-License-Identifier: MIT
import type { StackName } from '../contract/family';
import type { FieldKey, Operation } from '../contract/operation';
import type { Luid } from '../contract/snapshot';
import { settingValueText } from './field-text';
import { messages } from '../language/messages';
import { settingLabel } from './setting-text';

/** What a line about an operation needs to know. */
export interface OperationNames {
  /** What an adapter is called, as it is to be shown. */
  readonly nameOf: (luid: Luid) => string;
  readonly stack: StackName;
}

function settingPlace({ luid, family, field }: FieldKey, { nameOf }: OperationNames): string {
  return messages.history.place({ field: settingLabel(field), adapter: nameOf(luid), family });
}

/** "MTU on Ethernet (IPv4): 1500 bytes → 1400 bytes" */
export function operationText(operation: Operation, names: OperationNames): string {
  const { field, expected, value } = operation;
  const from = settingValueText(field, expected, names.stack);
  const to = settingValueText(field, value, names.stack);
  return messages.plan.named({
    setting: settingPlace(operation, names),
    change: messages.plan.fromTo({ from, to }),
  });
}

/** "MTU on Ethernet (IPv4): 1400 bytes" */
export function placedValueText(key: FieldKey, value: number, names: OperationNames): string {
  return messages.plan.named({
    setting: settingPlace(key, names),
    change: settingValueText(key.field, value, names.stack),
  });
}
