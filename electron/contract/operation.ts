// SPDX-License-Identifier: MIT

import type { Family } from './family';
import type { FieldName } from './fields';
import type { Luid } from './snapshot';

/** Names one field of one IP interface: what an edit, an operation or a lasting setting is about. */
export interface FieldKey {
  readonly luid: Luid;
  readonly family: Family;
  readonly field: FieldName;
}

/** Change one field of one IP interface from `expected` to `value`. Booleans are 0 and 1. */
export interface Operation extends FieldKey {
  readonly expected: number;
  readonly value: number;
}

/** A field of an IP interface as one string, for keys. */
export function fieldKeyId({ luid, family, field }: FieldKey): string {
  return `${luid} ${family} ${field}`;
}

/** Whether both name the same field of the same IP interface. */
export function isSameField(a: FieldKey, b: FieldKey): boolean {
  return a.luid === b.luid && a.family === b.family && a.field === b.field;
}
