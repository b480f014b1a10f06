// SPDX-License-Identifier: MIT
import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Environment } from '../../electron/contract/ipc-schema';
import { messages } from '../../electron/language/messages';
import { readOnlyText } from '../../electron/texts/read-only-text';

const words = messages.review;

const useStyles = makeStyles({
  consent: { ...typographyStyles.body1, margin: 0 },
  password: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
  },
});

interface ConsentLineProps {
  readonly environment: Environment;
  /** The way for those who have no such password; none where there are no edits. */
  readonly savesEdits?: ReactNode;
}

/** S12, S13, S26: what going on will ask for, or why nobody can. */
export function ConsentLine({ environment, savesEdits }: ConsentLineProps) {
  const styles = useStyles();
  const { permission, platform } = environment;
  if (permission.kind === 'direct') return null;
  if (permission.kind === 'prompt') {
    const system = messages.app.systemNames[platform];
    if (!permission.needsPassword)
      return <p className={styles.consent}>{words.consent({ system })}</p>;
    const password = words.password({ system });
    return (
      <div className={styles.password}>
        <p className={styles.consent}>
          {savesEdits ? `${password} ${words.noAdministrator}` : password}
        </p>
        {savesEdits}
      </div>
    );
  }
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{messages.readOnly.title}</MessageBarTitle> {readOnlyText(permission)}
      </MessageBarBody>
    </MessageBar>
  );
}
