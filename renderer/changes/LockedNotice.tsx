// SPDX-License-Identifier: MIT
import { makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { messages } from '../../electron/language/messages';
import { useAreEditsLocked } from './use-are-edits-locked';

// In a column that scrolls it would give up the height that its second line needs.
const useStyles = makeStyles({ notice: { flexShrink: 0 } });

/** Says why nothing can be edited while a change waits; else nothing. */
export function LockedNotice() {
  const styles = useStyles();
  if (!useAreEditsLocked()) return null;
  return (
    <MessageBar intent="info" layout="multiline" className={styles.notice}>
      <MessageBarBody>{messages.details.locked}</MessageBarBody>
    </MessageBar>
  );
}
