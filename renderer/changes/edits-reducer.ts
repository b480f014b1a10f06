// SPDX-License-Identifier: MIT
import type { Operation, FieldKey } from '../../electron/contract/operation';
import { draftNumber } from '../../electron/contract/field-value';
import { isSameField } from '../../electron/contract/operation';
import type { Edit } from './edit';

/** Edits in the order in which they were last touched. */
export type Edits = readonly Edit[];

export type EditsAction =
  /** The user changed some fields in one go; `expected` counts only where there is no edit yet. */
  | { readonly type: 'drafted'; readonly edits: readonly Edit[] }
  /**
   * Operations that main made, at most one for each field: each starts from the value now, wherever an older edit of
   * its field began.
   */
  | { readonly type: 'brought'; readonly operations: readonly Operation[] }
  | { readonly type: 'discarded'; readonly targets: readonly FieldKey[] }
  | { readonly type: 'discarded-latest' }
  | { readonly type: 'discarded-all' }
  /** The user keeps an edit although the value below it changed: it starts from `live` now. */
  | { readonly type: 'rebased'; readonly target: FieldKey; readonly live: number }
  /** Operations were applied and kept. */
  | { readonly type: 'kept'; readonly operations: readonly Operation[] }
  /** Edits of the last run arrived. */
  | { readonly type: 'restored'; readonly edits: Edits };

function without(edits: Edits, targets: readonly FieldKey[]): Edits {
  const rest = edits.filter((edit) => !targets.some((target) => isSameField(edit, target)));
  return rest.length === edits.length ? edits : rest;
}

/** Asking for the value that was there before is no edit. */
function isChange({ draft, expected }: Edit): boolean {
  return draftNumber(draft) !== expected;
}

/** Edits in place of those of the same fields. */
function replaced(edits: Edits, by: readonly Edit[]): Edits {
  return [...without(edits, by), ...by.filter(isChange)];
}

function drafted(edits: Edits, drafts: readonly Edit[]): Edits {
  const begun = drafts.map((draft) => ({
    ...draft,
    expected: edits.find((edit) => isSameField(edit, draft))?.expected ?? draft.expected,
  }));
  return replaced(edits, begun);
}

function editOf({ luid, family, field, expected, value }: Operation): Edit {
  return { luid, family, field, expected, draft: String(value) };
}

function isKept(edit: Edit, operations: readonly Operation[]): boolean {
  return operations.some(
    (operation) => isSameField(edit, operation) && draftNumber(edit.draft) === operation.value,
  );
}

/** What the edits are after something happened; pure. */
export function editsReducer(edits: Edits, action: EditsAction): Edits {
  switch (action.type) {
    case 'drafted':
      return drafted(edits, action.edits);
    case 'brought':
      return replaced(edits, action.operations.map(editOf));
    case 'discarded':
      return without(edits, action.targets);
    case 'discarded-latest':
      return edits.slice(0, -1);
    case 'discarded-all':
      return [];
    case 'rebased':
      return edits
        .map((edit) =>
          isSameField(edit, action.target) ? { ...edit, expected: action.live } : edit,
        )
        .filter((edit) => !isSameField(edit, action.target) || isChange(edit));
    case 'kept':
      return edits.filter((edit) => !isKept(edit, action.operations));
    case 'restored':
      return [...without(action.edits, edits), ...edits];
  }
}
