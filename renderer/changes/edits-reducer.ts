// SPDX-License-Identifier: MIT
import type { Operation, FieldKey } from '../../electron/contract/operation';
import { isSameField } from '../../electron/contract/operation';
import type { Edit } from './edit';

/** Edits in the order in which they were last touched. */
export type Edits = readonly Edit[];

export type EditsAction =
  /** The user changed some fields in one go; `expected` counts only where there is no edit yet. */
  | { readonly type: 'drafted'; readonly edits: readonly Edit[] }
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

/** Drafting the value that was there before is no edit. */
function drafted(edits: Edits, drafts: readonly Edit[]): Edits {
  const begun = drafts.map((draft) => ({
    ...draft,
    expected: edits.find((edit) => isSameField(edit, draft))?.expected ?? draft.expected,
  }));
  const changes = begun.filter(({ draft, expected }) => draft.trim() !== String(expected));
  return [...without(edits, drafts), ...changes];
}

function isKept(edit: Edit, operations: readonly Operation[]): boolean {
  return operations.some(
    (operation) => isSameField(edit, operation) && String(operation.value) === edit.draft.trim(),
  );
}

/** What the edits are after something happened; pure. */
export function editsReducer(edits: Edits, action: EditsAction): Edits {
  switch (action.type) {
    case 'drafted':
      return drafted(edits, action.edits);
    case 'discarded':
      return without(edits, action.targets);
    case 'discarded-latest':
      return edits.slice(0, -1);
    case 'discarded-all':
      return [];
    case 'rebased':
      return edits.flatMap((edit) => {
        if (!isSameField(edit, action.target)) return [edit];
        return edit.draft === String(action.live) ? [] : [{ ...edit, expected: action.live }];
      });
    case 'kept':
      return edits.filter((edit) => !isKept(edit, action.operations));
    case 'restored':
      return [...without(action.edits, edits), ...edits];
  }
}
