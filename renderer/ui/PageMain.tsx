// SPDX-License-Identifier: MIT
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, ReactNode } from 'react';
import { isUnansweredEscape } from './unanswered-escape';
import { useWindowWidth } from './use-window-size';

const useStyles = makeStyles({
  main: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalL}`,
  },
  narrow: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
});

interface PageMainProps {
  readonly label: string;
  readonly className?: string | undefined;
  /** Escape was pressed, and nothing inside has answered it. */
  readonly onEscape?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

/** The main region of a page, which fills the room it has and lets its parts scroll. */
export function PageMain({ label, className, onEscape, children }: PageMainProps) {
  const styles = useStyles();
  const width = useWindowWidth();
  const isNarrow = width === 'narrow' || width === 'small';
  return (
    <main
      aria-label={label}
      data-region="main"
      className={mergeClasses(styles.main, isNarrow && styles.narrow, className)}
      onKeyDown={(event) => {
        if (isUnansweredEscape(event)) onEscape?.(event);
      }}
    >
      {children}
    </main>
  );
}
