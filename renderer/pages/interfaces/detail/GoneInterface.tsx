// SPDX-License-Identifier: MIT
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { IpInterfaceKey } from '../../../../electron/contract/snapshot';
import { useEdits, useEditsDispatch } from '../../../changes/edits-context';
import { messages } from '../../../../electron/language/messages';

const useStyles = makeStyles({ notice: { padding: tokens.spacingHorizontalL } });

interface GoneInterfaceProps {
  readonly target: IpInterfaceKey;
  readonly name: string;
  /** What to say when nothing was edited. */
  readonly children: ReactNode;
}

/** Stands where the fields of an IP interface were that is not there; its edits wait for it. */
export function GoneInterface({ target, name, children }: GoneInterfaceProps) {
  const styles = useStyles();
  const dispatch = useEditsDispatch();
  const { luid, family } = target;
  const edits = useEdits().filter((edit) => edit.luid === luid && edit.family === family);
  if (edits.length === 0) return children;
  return (
    <div className={styles.notice}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{messages.edits.gone({ adapter: name, family })}</MessageBarBody>
        <MessageBarActions>
          <Button
            size="small"
            onClick={() => {
              dispatch({ type: 'discarded', targets: edits });
            }}
          >
            {messages.edits.discard}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
