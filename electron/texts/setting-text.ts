// SPDX-License-Identifier: MIT
// Fields and their values as people read them, and as they are called wherever a change is told: the one field whose
// own name is reversed is told by what it is for.

import { fieldNamed, offloadBits } from '../contract/fields';
import type { Field, FieldName } from '../contract/fields';
import { choiceLabel, fieldLabel } from './field-words';
import { messages } from '../language/messages';

const words = messages.plan.settings;

function enumText(field: Field, value: number): string {
  const choice = field.enumValues?.find((one) => one.value === value);
  return choice ? choiceLabel(field, choice) : String(value);
}

function offloadText(value: number): string {
  const names = offloadBits.filter((_, bit) => (value & (1 << bit)) !== 0);
  return names.length === 0 ? words.none : names.join(', ');
}

/** A number of a field, with its unit: "On", "1500 bytes", "Controlled by DHCP". */
export function numberText(name: FieldName, value: number): string {
  const field: Field = fieldNamed(name);
  switch (field.type) {
    case 'BOOLEAN':
      return value === 0 ? words.off : words.on;
    case 'enum':
      return enumText(field, value);
    case 'NL_INTERFACE_OFFLOAD_ROD':
      return offloadText(value);
    case 'ADDRESS_FAMILY':
      return value === 2 ? 'IPv4' : 'IPv6';
    case 'NET_LUID':
    case 'ULONG':
    case 'ULONG64':
    case 'ULONG[16]':
      return field.unit ? messages.units[field.unit].amount({ value }) : String(value);
  }
}

/** What a setting is called: "MTU", "Use for internet traffic". */
export function settingLabel(name: FieldName): string {
  return name === 'DisableDefaultRoutes' ? words.useForInternet : fieldLabel(name);
}

/** A value as the setting is called: of "Use for internet traffic", off where default routes are disabled. */
const settingValue = (name: FieldName, value: number) =>
  name === 'DisableDefaultRoutes' ? 1 - value : value;

/** Whether a value turns a setting on. */
export function isSettingOn(name: FieldName, value: number): boolean {
  return settingValue(name, value) !== 0;
}

/** The same of its value. */
export function settingText(name: FieldName, value: number): string {
  return numberText(name, settingValue(name, value));
}
