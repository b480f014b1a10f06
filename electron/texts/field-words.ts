// SPDX-License-Identifier: MIT
// What the field table's members are called, and what is said of them.

import type { Family } from '../contract/family';
import type { EnumValue, Field, FieldName } from '../contract/fields';
import { messages } from '../language/messages';

interface FieldWords {
  readonly label: string;
  /** What it does, in one plain sentence. */
  readonly description: string;
  /** What can go wrong, in one plain sentence. */
  readonly caution?: string;
  /** By the enumerator's name in nldef.h. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Why it is not settable, or what to know before setting it, on Linux. */
  readonly linuxNotes?: Partial<
    Readonly<Record<Family, string | ((values: { readonly name: string }) => string)>>
  >;
}

const words: Readonly<Record<FieldName, FieldWords>> = messages.fields;

/** "MTU" */
export const fieldLabel = (name: FieldName): string => words[name].label;

/** What it does, in one plain sentence. */
export const fieldDescription = (name: FieldName): string => words[name].description;

/** What can go wrong, in one plain sentence. */
export const fieldCaution = (name: FieldName): string | undefined => words[name].caution;

/** "Controlled by DHCP" */
export function choiceLabel({ name }: Pick<Field, 'name'>, { api }: EnumValue): string {
  return words[name].choices?.[api] ?? api;
}

/** Why it is not settable, or what to know before setting it, on Linux. */
export function linuxNote(
  name: FieldName,
  family: Family,
  interfaceName: string,
): string | undefined {
  const note = words[name].linuxNotes?.[family];
  return typeof note === 'function' ? note({ name: interfaceName }) : note;
}
