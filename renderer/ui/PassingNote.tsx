// SPDX-License-Identifier: MIT
import {
  Button,
  Link,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
  useAnnounce,
} from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { InfoFilled } from '@fluentui/react-icons/svg/info';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { messages } from '../../electron/language/messages';
import { useNotesPlace } from './notes-place';

/** What failed stays longer. Milliseconds. */
const shownFor = { success: 8_000, info: 8_000, error: 20_000 } as const;

const icons = {
  success: CheckmarkCircleFilled,
  info: InfoFilled,
  error: ErrorCircleFilled,
} as const;

const useStyles = makeStyles({
  note: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalXXL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { flexShrink: 0, marginTop: '2px' },
  success: { color: tokens.colorStatusSuccessForeground1 },
  info: { color: tokens.colorNeutralForeground3 },
  error: { color: tokens.colorStatusDangerForeground3 },
  texts: {
    ...typographyStyles.body1,
    display: 'flex',
    flexWrap: 'wrap',
    flexGrow: 1,
    columnGap: tokens.spacingHorizontalM,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
});

/** Something that is told below the page for a few seconds. */
export interface Note {
  readonly id: string;
  readonly intent: keyof typeof shownFor;
  readonly text: string;
}

interface PassingNoteProps {
  readonly note: Note;
  readonly action?: { readonly label: string; readonly onSelect: () => void };
}

/**
 * Says how something went, aloud as well, and goes by itself; not while the pointer or the focus is on it. It lies
 * in the ordinary order of Tab: Fluent's toasts don't let the focus leave them.
 */
function ShownNote({ note, action }: PassingNoteProps) {
  const { intent, text } = note;
  const styles = useStyles();
  const { announce } = useAnnounce();
  const [isShown, setIsShown] = useState(true);
  const [isHeld, setIsHeld] = useState(false);
  const Icon = icons[intent];

  useEffect(() => {
    announce(text, { polite: intent === 'success' });
  }, [announce, text, intent]);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => {
      setIsShown(false);
    }, shownFor[intent]);
    return () => {
      clearTimeout(timer);
    };
  }, [isHeld, intent]);

  const hold = () => {
    setIsHeld(true);
  };
  const release = () => {
    setIsHeld(false);
  };
  const close = () => {
    setIsShown(false);
  };
  if (!isShown) return null;
  return (
    <div
      role="group"
      className={styles.note}
      onMouseEnter={hold}
      onMouseLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      <Icon fontSize={16} className={mergeClasses(styles.icon, styles[intent])} />
      <div className={styles.texts}>
        <span>{text}</span>
        {action && (
          <Link
            as="button"
            onClick={() => {
              close();
              action.onSelect();
            }}
          >
            {action.label}
          </Link>
        )}
      </div>
      <Button
        appearance="transparent"
        size="small"
        icon={<DismissRegular />}
        aria-label={messages.app.dismiss}
        onClick={close}
      />
    </div>
  );
}

/** Each note begins anew, above those that are there. */
export function PassingNote({ note, ...others }: PassingNoteProps) {
  const place = useNotesPlace();
  return place && createPortal(<ShownNote key={note.id} note={note} {...others} />, place);
}
