// SPDX-License-Identifier: MIT
import { useAnnounce } from '@fluentui/react-components';
import type { Operation } from '../../../electron/contract/operation';
import { useEditsDispatch } from '../../changes/edits-context';
import { messages } from '../../../electron/language/messages';

/** Makes edits of operations in place of those of the same fields, and says so. */
export function useAddEdits(): (operations: readonly Operation[]) => void {
  const dispatch = useEditsDispatch();
  const { announce } = useAnnounce();
  return (operations) => {
    if (operations.length === 0) return;
    dispatch({ type: 'brought', operations });
    announce(messages.support.set.added({ n: operations.length }), { polite: true });
  };
}
