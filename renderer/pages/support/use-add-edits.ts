// SPDX-License-Identifier: MIT
import { useAnnounce } from '@fluentui/react-components';
import type { Edit } from '../../changes/edit';
import { useEditsDispatch } from '../../changes/edits-context';
import { messages } from '../../../electron/language/messages';

/** Adds edits in place of those of the same fields, and says so. */
export function useAddEdits(): (edits: readonly Edit[]) => void {
  const dispatch = useEditsDispatch();
  const { announce } = useAnnounce();
  return (edits) => {
    if (edits.length === 0) return;
    // Discarded first: what is opened starts from the value now, not from where an older edit began.
    dispatch({ type: 'discarded', targets: edits });
    dispatch({ type: 'drafted', edits });
    announce(messages.support.set.opened({ n: edits.length }), { polite: true });
  };
}
