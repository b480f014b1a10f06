// SPDX-License-Identifier: MIT
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexShrink: 0,
    // Commands that do not fit beside the title stand under it.
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    minHeight: '48px',
    padding: `${tokens.spacingVerticalS} 0`,
  },
  title: { ...typographyStyles.title3, margin: 0 },
  note: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
  },
  commands: {
    display: 'flex',
    flexGrow: 1,
    flexBasis: '240px',
    ':empty': { display: 'none' },
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
  },
});

interface PageHeaderProps {
  readonly title: string;
  /** A few words beside the title, such as how many rows there are. */
  readonly note?: string;
  /** The page's commands. */
  readonly children?: ReactNode;
}

/** The title of a page, and its commands to the right. */
export function PageHeader({ title, note, children }: PageHeaderProps) {
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>{title}</h1>
      {note !== undefined && <span className={styles.note}>{note}</span>}
      <div className={styles.commands}>{children}</div>
    </header>
  );
}
