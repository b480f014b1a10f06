// SPDX-License-Identifier: MIT
import type { StoredEdit } from '../../electron/contract/ipc-schema';
import { isFieldName } from '../../electron/contract/fields';
import type { FieldKey } from '../../electron/contract/operation';

/** A draft value for one field of one IP interface. */
export interface Edit extends FieldKey {
  /** The value when the user began. */
  readonly expected: number;
  /** What the user typed; may be invalid. */
  readonly draft: string;
}

/** Edits of an earlier run; fields that this build does not know are left out. */
export function editsFromStored(stored: readonly StoredEdit[]): readonly Edit[] {
  return stored.flatMap(({ field, ...rest }) => (isFieldName(field) ? [{ ...rest, field }] : []));
}
