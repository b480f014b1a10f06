// SPDX-License-Identifier: MIT
import type { Operation } from '../../electron/contract/operation';
import type { StackName } from '../../electron/contract/family';
import { parseFieldDraft } from '../../electron/contract/field-value';
import type { FieldProblem } from '../../electron/contract/field-value';
import type { Refusal } from '../../electron/contract/refusals';
import type { IpInterface } from '../../electron/contract/snapshot';
import type { Edit } from './edit';

/** How an edit stands against what is there now. */
export type EditStatus =
  | { readonly kind: 'ready'; readonly operation: Operation }
  | { readonly kind: 'invalid'; readonly problem: FieldProblem }
  /** Somebody else changed the value since the user began. */
  | { readonly kind: 'changed-outside'; readonly live: number }
  /** The value is what the edit asks for. */
  | { readonly kind: 'already-so' }
  /** The IP interface is not there. */
  | { readonly kind: 'gone' }
  /** The field has no value now. */
  | { readonly kind: 'no-value' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Compares an edit with its IP interface as it is now; `ipInterface` is undefined when it is not there. */
export function editStatus(
  edit: Edit,
  ipInterface: IpInterface | undefined,
  stack: StackName,
): EditStatus {
  if (!ipInterface) return { kind: 'gone' };
  const live = ipInterface.values[edit.field];
  if (typeof live !== 'number') return { kind: 'no-value' };
  const refusal = ipInterface.refusals[edit.field];
  if (refusal) return { kind: 'refused', refusal };
  const parsed = parseFieldDraft(edit.field, edit.family, stack, edit.draft);
  if ('problem' in parsed) return { kind: 'invalid', problem: parsed.problem };
  if (parsed.value === live) return { kind: 'already-so' };
  if (live !== edit.expected) return { kind: 'changed-outside', live };
  const { luid, family, field, expected } = edit;
  return { kind: 'ready', operation: { luid, family, field, expected, value: parsed.value } };
}
