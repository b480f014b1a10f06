// SPDX-License-Identifier: MIT
// Values, ranges and problems of fields as people read them.
import type { Family, StackName } from '../../electron/contract/family';
import { fieldNamed, offloadBits } from '../../electron/contract/fields';
import type { Field, FieldName } from '../../electron/contract/fields';
import { linuxSource } from '../../electron/contract/field-value';
import type { FieldProblem } from '../../electron/contract/field-value';
import type { FieldValue } from '../../electron/contract/snapshot';
import { messages } from './messages';

const words = messages.details;

/** The unit as it is written after a number; empty where there is none. */
export function unitText(name: FieldName): string {
  return fieldNamed(name).unit ?? '';
}

function enumText(field: Field, value: number): string {
  return field.enumValues?.find((choice) => choice.value === value)?.label ?? String(value);
}

function offloadText(value: number): string {
  const names = offloadBits.filter((_, bit) => (value & (1 << bit)) !== 0);
  return names.length === 0 ? words.noOffload : names.join(', ');
}

function numberText(field: Field, value: number): string {
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
      return field.unit ? `${value} ${field.unit}` : String(value);
  }
}

/** A value of a field with its unit: "On", "1500 bytes", "Controlled by DHCP". */
export function valueText(name: FieldName, value: FieldValue, stack: StackName): string {
  if (value === null) return notAvailableText(stack);
  if (typeof value === 'number') return numberText(fieldNamed(name), value);
  return typeof value === 'string' ? value : value.join(', ');
}

/** What stands where a system has no such value. */
export function notAvailableText(stack: StackName): string {
  return stack === 'linux' ? words.unavailable['not-available-on-linux'] : words.notAvailableHere;
}

/** What the user typed, as a value if it is one. */
export function draftText(name: FieldName, draft: string, stack: StackName): string {
  const text = draft.trim();
  if (text === '') return messages.edits.emptyDraft;
  return /^\d{1,15}$/.test(text) ? valueText(name, Number(text), stack) : text;
}

/** Why a draft is not acceptable, as a sentence that says what would be. */
export function problemText(name: FieldName, problem: FieldProblem): string {
  switch (problem.kind) {
    case 'empty':
      return messages.problems.empty;
    case 'not-a-whole-number':
      return messages.problems.wholeNumber;
    case 'out-of-range':
      return messages.problems.range(problem.range, unitText(name));
    case 'not-a-choice':
      return messages.problems.choice(problem.choices.map((choice) => choice.label));
    case 'key':
    case 'reserved':
    case 'status':
    case 'not-in-family':
    case 'not-available-on-linux':
      return words.unavailable[problem.kind];
  }
}

/** Where Linux keeps a field of an interface, with its name filled in. */
export function linuxSourceText(
  name: FieldName,
  family: Family,
  interfaceName: string,
): string | undefined {
  return linuxSource(name, family)?.source.replaceAll('{X}', interfaceName);
}

/** What to know about a field on Linux. */
export function linuxNoteText(
  name: FieldName,
  family: Family,
  interfaceName: string,
): string | undefined {
  return linuxSource(name, family)?.note?.replaceAll('{X}', interfaceName);
}
