// SPDX-License-Identifier: MIT
// Whether a value may be asked for, by the table alone. Renderer and main use the same functions; the helper
// has its own copy of the table and checks again.

import type { Family, StackName } from './family';
import { fieldNamed } from './fields';
import type { EnumValue, FieldName, FieldRange, LinuxSource } from './fields';

/** Why a field cannot be set for a family on a stack, by the table. */
export type FieldUnavailability =
  'key' | 'reserved' | 'status' | 'not-in-family' | 'not-available-on-linux';

/** Why a draft value is not acceptable. */
export type FieldProblem =
  | { readonly kind: FieldUnavailability }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-a-whole-number' }
  | { readonly kind: 'out-of-range'; readonly range: FieldRange }
  | { readonly kind: 'not-a-choice'; readonly choices: readonly EnumValue[] };

/** What a field is on one stack for one family. */
export type FieldAvailability =
  | {
      readonly kind: 'settable';
      readonly range: FieldRange;
      /** Empty for fields that are not enumerations. */
      readonly choices: readonly EnumValue[];
    }
  | { readonly kind: FieldUnavailability };

/** The Linux source of a field for a family, where it has one. */
export function linuxSource(name: FieldName, family: Family): LinuxSource | undefined {
  return fieldNamed(name).linux?.[family];
}

/** Whether and within which bounds a field can be set for a family on a stack, by the table. */
export function fieldAvailability(
  name: FieldName,
  family: Family,
  stack: StackName,
): FieldAvailability {
  const field = fieldNamed(name);
  if (stack === 'linux') {
    const source = field.linux?.[family];
    if (!source)
      return { kind: field.access === 'settable' ? 'not-available-on-linux' : field.access };
    if (source.access === 'status')
      return { kind: field.access === 'settable' ? 'status' : field.access };
  }
  if (field.access !== 'settable') return { kind: field.access };
  const range = field.range?.[family];
  if (!range) return { kind: 'not-in-family' };
  const linux = stack === 'linux' ? field.linux?.[family] : undefined;
  const choices = (field.enumValues ?? []).filter(
    (choice) => linux?.enumValues?.includes(choice.value) ?? true,
  );
  return { kind: 'settable', range: linux?.range ?? range, choices };
}

/** Why `value` cannot be asked for, or null when it can. */
export function fieldValueProblem(
  name: FieldName,
  family: Family,
  stack: StackName,
  value: number,
): FieldProblem | null {
  const availability = fieldAvailability(name, family, stack);
  if (availability.kind !== 'settable') return { kind: availability.kind };
  if (!Number.isSafeInteger(value)) return { kind: 'not-a-whole-number' };
  const { range, choices } = availability;
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    return { kind: 'not-a-choice', choices };
  }
  return value < range.min || value > range.max ? { kind: 'out-of-range', range } : null;
}

/** The number that a person typed, blanks around it aside; undefined where it is none. Only decimal digits count. */
export function draftNumber(draft: string): number | undefined {
  const text = draft.trim();
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** Reads what a person typed: a value, or why it is none. */
export function parseFieldDraft(
  name: FieldName,
  family: Family,
  stack: StackName,
  draft: string,
): { readonly value: number } | { readonly problem: FieldProblem } {
  if (draft.trim() === '') return { problem: { kind: 'empty' } };
  const value = draftNumber(draft) ?? Number.NaN;
  const problem = fieldValueProblem(name, family, stack, value);
  return problem ? { problem } : { value };
}
