// SPDX-License-Identifier: MIT
import type { FieldName } from '../../../../electron/contract/fields';
import { isSameField } from '../../../../electron/contract/operation';
import type { Edit } from '../../../changes/edit';
import type { FieldKey } from '../../../../electron/contract/operation';
import { useApplied } from '../../../changes/use-applied';
import { editStatus } from '../../../changes/edit-status';
import type { EditStatus } from '../../../changes/edit-status';
import { useEdits, useEditsDispatch } from '../../../changes/edits-context';
import { useDetailSubject } from './detail-context';

export interface FieldEdit {
  readonly target: FieldKey;
  readonly edit: Edit | undefined;
  /** Whether its value was applied and is not kept yet. */
  readonly isApplied: boolean;
  readonly status: EditStatus | undefined;
  /** What the control shows: the draft, or the value now. */
  readonly text: string;
  readonly draft: (text: string) => void;
  readonly discard: () => void;
  /** Keeps the edit although somebody else changed the value. */
  readonly rebase: (live: number) => void;
}

/** The edit of one field of the IP interface shown, and what can be done with it. */
export function useFieldEdit(field: FieldName, live: number): FieldEdit {
  const { ipInterface, stack } = useDetailSubject();
  const dispatch = useEditsDispatch();
  const { luid, family } = ipInterface;
  const target = { luid, family, field };
  const edit = useEdits().find((candidate) => isSameField(candidate, target));
  const isApplied = useApplied().some((operation) => isSameField(operation, target));
  return {
    target,
    edit,
    isApplied,
    status: edit && editStatus(edit, ipInterface, stack),
    text: edit?.draft ?? String(live),
    draft: (text) => {
      dispatch({ type: 'drafted', edits: [{ ...target, expected: live, draft: text }] });
    },
    discard: () => {
      dispatch({ type: 'discarded', targets: [target] });
    },
    rebase: (value) => {
      dispatch({ type: 'rebased', target, live: value });
    },
  };
}
