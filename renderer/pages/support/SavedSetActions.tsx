// SPDX-License-Identifier: MIT
import { Button } from '@fluentui/react-components';
import type { Operation } from '../../../electron/contract/operation';
import type { OpenedSet } from '../../../electron/contract/support';
import { messages } from '../../../electron/language/messages';
import { useBringSavedSet } from './use-bring-saved-set';
import { useWaitingSets } from './waiting-sets';

const words = messages.support.set;

interface SavedSetActionsProps {
  readonly set: OpenedSet;
  readonly fitting: readonly Operation[];
  readonly waits: boolean;
  readonly isLocked: boolean;
  readonly onClose: () => void;
}

/** Reviewing it all at once where nothing is missing, else waiting; nothing but closing where nothing fits. */
export function SavedSetActions({ set, fitting, waits, isLocked, onClose }: SavedSetActionsProps) {
  const { add, review } = useBringSavedSet();
  const { wait } = useWaitingSets();
  const andClose = (bring: () => void) => () => {
    if (isLocked) return;
    onClose();
    bring();
  };
  const addOnly = () => {
    add(set, fitting);
  };
  const addAndWait = () => {
    add(set, fitting);
    wait(set);
  };
  const reviewAll = () => {
    review(set, fitting);
  };
  if (waits) {
    return (
      <>
        <Button appearance="primary" disabledFocusable={isLocked} onClick={andClose(addAndWait)}>
          {fitting.length > 0 ? words.addAndWait : words.wait}
        </Button>
        <Button onClick={onClose}>{messages.app.cancel}</Button>
      </>
    );
  }
  if (fitting.length === 0) {
    return (
      <Button appearance="primary" onClick={onClose}>
        {messages.app.close}
      </Button>
    );
  }
  return (
    <>
      <Button appearance="primary" disabledFocusable={isLocked} onClick={andClose(reviewAll)}>
        {messages.edits.review}
      </Button>
      <Button appearance="subtle" disabledFocusable={isLocked} onClick={andClose(addOnly)}>
        {words.add}
      </Button>
      <Button onClick={onClose}>{messages.app.cancel}</Button>
    </>
  );
}
