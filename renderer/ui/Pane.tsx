// SPDX-License-Identifier: MIT
import {
  Button,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import type { AdapterKind } from '../../electron/contract/adapter-kind';
import { useWindowWidth } from './use-window-size';
import { AdapterKindIcon } from './AdapterKindIcon';
import { messages } from '../../electron/language/messages';
import { isPaneOver } from './pane-place';
import { isUnansweredEscape } from './unanswered-escape';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    boxSizing: 'border-box',
    minHeight: 0,
    // What no part of it scrolls itself, in a window that is very low.
    overflowY: 'auto',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  /** 840 for navigation and table, so that the table keeps its first five columns. */
  wide: { width: 'clamp(360px, 100% - 840px, 400px)' },
  medium: { width: '360px' },
  over: {
    position: 'absolute',
    top: 0,
    right: 0,
    bottom: 0,
    zIndex: 3,
    width: '440px',
    maxWidth: '100%',
    boxShadow: tokens.shadow16,
  },
  /** Below the navigation, which is a row on top then. */
  whole: { top: '40px', width: '100%', borderLeft: 'none' },
  header: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} 0 ${tokens.spacingHorizontalL}`,
  },
  icon: { flexShrink: 0, width: '20px', height: '20px', marginTop: '2px' },
  titles: { flexGrow: 1, minWidth: 0 },
  title: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: 'anywhere' },
  subtitle: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Beside the table where that leaves it room, over it otherwise. */
function usePlaceClass(): string {
  const styles = useStyles();
  const width = useWindowWidth();
  const over = isPaneOver(width) && styles.over;
  return mergeClasses(
    width === 'wide' && styles.wide,
    width === 'medium' && styles.medium,
    over,
    width === 'small' && styles.whole,
  );
}

interface PaneProps {
  readonly label: string;
  readonly title: string;
  readonly subtitle: string;
  readonly kind?: AdapterKind;
  readonly onClose: () => void;
  readonly closeButtonRef?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** The pane beside the table, or over it, with its title and its way out. */
export function Pane({
  label,
  title,
  subtitle,
  kind,
  onClose,
  closeButtonRef,
  children,
}: PaneProps) {
  const styles = useStyles();
  const placeClass = usePlaceClass();
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isUnansweredEscape(event)) return;
    event.preventDefault();
    onClose();
  };
  return (
    <aside
      aria-label={label}
      data-region="details"
      className={mergeClasses(styles.pane, placeClass)}
      onKeyDown={onKeyDown}
    >
      <header className={styles.header}>
        {kind && <AdapterKindIcon kind={kind} className={styles.icon} />}
        <div className={styles.titles}>
          <h2 className={styles.title}>
            <bdi>{title}</bdi>
          </h2>
          <p className={styles.subtitle}>{subtitle}</p>
        </div>
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={messages.details.close}
          ref={(button: HTMLElement | null) => {
            if (closeButtonRef) closeButtonRef.current = button;
          }}
          onClick={onClose}
        />
      </header>
      {children}
    </aside>
  );
}
