// SPDX-License-Identifier: MIT
import { useAnnounce } from '@fluentui/react-components';
import type { LastingChoice } from '../../electron/contract/lasting';
import type { FieldKey, Operation } from '../../electron/contract/operation';
import { messages } from '../../electron/language/messages';
import { useDetails } from '../ui/details-context';
import { useEdits, useEditsDispatch } from './edits-context';
import { editsReducer } from './edits-reducer';
import { useReview } from './review-context';
import { reviewGate } from './review-gate';
import type { ReviewGate } from './review-gate';
import { useAreEditsLocked } from './use-are-edits-locked';
import { useEditList, useListEdits } from './use-edit-list';

interface Wanted {
  /** Become edits in the same step, unless edits are locked. */
  readonly operations?: readonly Operation[];
  /** How long they are to stay, where somebody said so before. */
  readonly lasting?: LastingChoice | undefined;
}

/** The only way to a review of edits. */
export interface EditsReview {
  readonly gate: ReviewGate;
  /** Why `open` would do nothing, in words; undefined where it leads on. */
  readonly obstacle: string | undefined;
  /** Opens the review, or leads to the edit that is in its way. */
  readonly open: (wanted?: Wanted) => void;
}

function gateText({ kind }: ReviewGate): string | undefined {
  if (kind === 'locked') return messages.details.locked;
  return kind === 'nothing-to-apply' ? messages.edits.nothingToApply : undefined;
}

/** Whether the edits may be reviewed, and the way there. */
export function useEditsReview(): EditsReview {
  const edits = useEdits();
  const dispatch = useEditsDispatch();
  const listed = useEditList();
  const list = useListEdits();
  const isLocked = useAreEditsLocked();
  const review = useReview();
  const details = useDetails();
  const { announce } = useAnnounce();

  const lookAt = ({ luid, family, field }: FieldKey) => {
    review.close();
    details.open({ luid, family, field });
  };
  const open = ({ operations = [], lasting }: Wanted = {}) => {
    const bring = { type: 'brought', operations } as const;
    const gate = reviewGate(list(editsReducer(edits, bring)), isLocked);
    if (gate.kind === 'locked') return;
    if (operations.length > 0) dispatch(bring);
    if (gate.kind === 'blocked') {
      lookAt(gate.by.edit);
    } else if (gate.kind === 'open' || review.subject) {
      // A review that is open goes on to say which edits are left out, and why.
      const { leftOut } = gate;
      const shown = gate.kind === 'open' ? gate.operations : [];
      review.open({ kind: 'edits', operations: shown, leftOut, ...(lasting && { lasting }) });
    } else if (gate.leftOut.length > 0) {
      announce(messages.edits.nothingToApply, { polite: true });
    }
  };
  const gate = reviewGate(listed, isLocked);
  return { gate, obstacle: gateText(gate), open };
}
