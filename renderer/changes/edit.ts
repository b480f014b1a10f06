// SPDX-License-Identifier: MIT
import type { StoredEdit } from '../../electron/contract/ipc-schema';
import { isFieldName } from '../../electron/contract/fields';
import type { FieldName } from '../../electron/contract/fields';
import type { IpInterfaceKey } from '../../electron/contract/snapshot';

/** Names one field of one IP interface. */
export interface EditTarget extends IpInterfaceKey {
  readonly field: FieldName;
}

/** A draft value for one field of one IP interface. */
export interface Edit extends EditTarget {
  /** The value when the user began. */
  readonly expected: number;
  /** What the user typed; may be invalid. */
  readonly draft: string;
}

/** Whether both name the same field of the same IP interface. */
export function sameTarget(a: EditTarget, b: EditTarget): boolean {
  return a.luid === b.luid && a.family === b.family && a.field === b.field;
}

/** The target as one string, for keys. */
export function targetId(target: EditTarget): string {
  return `${target.luid}-${target.family}-${target.field}`;
}

/** Edits of an earlier run; fields that this build does not know are left out. */
export function editsFromStored(stored: readonly StoredEdit[]): readonly Edit[] {
  return stored.flatMap(({ field, ...rest }) => (isFieldName(field) ? [{ ...rest, field }] : []));
}
