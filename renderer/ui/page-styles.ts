// SPDX-License-Identifier: MIT
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
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

/** The class of a page's `<main>` that fills the room it has and lets its parts scroll. */
export function usePageClass(): string {
  const styles = useStyles();
  const width = useWindowWidth();
  const isNarrow = width === 'narrow' || width === 'small';
  return mergeClasses(styles.main, isNarrow && styles.narrow);
}
