// SPDX-License-Identifier: MIT
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useWindowWidth } from './use-window-size';
import type { WindowWidth } from './use-window-size';

/** What a dialog must leave to the title bar where the page draws it: the system's buttons lie above everything. */
const titleBar = 'env(titlebar-area-height, 0px)';

const useStyles = makeStyles({
  clear: { maxHeight: `calc(100vh - 2 * ${titleBar})` },
  wide: { maxWidth: '760px' },
  medium: { maxWidth: '720px' },
  narrow: { maxWidth: 'calc(100% - 32px)' },
  small: {
    maxWidth: '100%',
    width: '100%',
    height: '100%',
    maxHeight: '100%',
    paddingTop: `calc(${tokens.spacingVerticalXXL} + ${titleBar})`,
  },
});

/** The class of a dialog's surface: as wide as the window allows. */
export function useDialogClass(): string {
  const styles = useStyles();
  const classes: Record<WindowWidth, string> = styles;
  return mergeClasses(styles.clear, classes[useWindowWidth()]);
}
