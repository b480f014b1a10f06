// SPDX-License-Identifier: MIT
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import { messages } from '../../electron/language/messages';
import type { Notice } from './notice';
import { useShortWindow } from '../ui/use-window-size';

/** More than this are behind a button. */
const shownAtFirst = 2;

const useStyles = makeStyles({
  notices: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  bar: { borderRadius: 0, borderLeftWidth: 0, borderRightWidth: 0, minHeight: '40px' },
  actions: { flexWrap: 'wrap', justifyContent: 'flex-end' },
  lines: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  more: { alignSelf: 'flex-start', margin: `0 ${tokens.spacingHorizontalM}` },
});

function NoticeBar({ notice }: { readonly notice: Notice }) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  const { intent, title, text, lines = [], actions = [], onDismiss } = notice;
  return (
    <MessageBar intent={intent} className={styles.bar}>
      <MessageBarBody>
        {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>} {text}
        {isOpen && (
          <ul className={styles.lines}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </MessageBarBody>
      <MessageBarActions
        className={styles.actions}
        {...(onDismiss && {
          containerAction: (
            <Button
              appearance="transparent"
              icon={<DismissRegular />}
              aria-label={messages.app.dismiss}
              onClick={onDismiss}
            />
          ),
        })}
      >
        {lines.length > 0 && (
          <Button
            size="small"
            aria-expanded={isOpen}
            onClick={() => {
              setIsOpen(!isOpen);
            }}
          >
            {messages.results.show}
          </Button>
        )}
        {actions.map(({ label, obstacle, onSelect }) => (
          <Button
            key={label}
            size="small"
            disabledFocusable={obstacle !== undefined}
            title={obstacle}
            onClick={obstacle === undefined ? onSelect : undefined}
          >
            {label}
          </Button>
        ))}
      </MessageBarActions>
    </MessageBar>
  );
}

/** What the window has to say: two at most, the others behind a button. */
export function Notices({ notices }: { readonly notices: readonly Notice[] }) {
  const styles = useStyles();
  const isShort = useShortWindow();
  const [showsAll, setShowsAll] = useState(false);
  const atFirst = isShort ? 1 : shownAtFirst;
  const shown = showsAll ? notices : notices.slice(0, atFirst);
  const hidden = notices.length - shown.length;
  return (
    <section aria-label={messages.notices.region} data-region="notices" className={styles.notices}>
      {shown.map((notice) => (
        <NoticeBar key={notice.id} notice={notice} />
      ))}
      {notices.length > atFirst && (
        <Button
          appearance="transparent"
          size="small"
          className={styles.more}
          aria-expanded={showsAll}
          onClick={() => {
            setShowsAll(!showsAll);
          }}
        >
          {showsAll ? messages.notices.fewer : messages.notices.more({ n: hidden })}
        </Button>
      )}
    </section>
  );
}
