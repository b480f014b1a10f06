// SPDX-License-Identifier: MIT
import { makeStyles } from '@fluentui/react-components';
import { useWindowWidth } from './use-window-size';
import type { WindowWidth } from './use-window-size';

const useStyles = makeStyles({
  wide: { maxWidth: '760px' },
  medium: { maxWidth: '720px' },
  narrow: { maxWidth: 'calc(100% - 32px)' },
  small: { maxWidth: '100%', width: '100%', height: '100%', maxHeight: '100%' },
});

/** The class of a dialog's surface: as wide as the window allows. */
export function useDialogClass(): string {
  const classes: Record<WindowWidth, string> = useStyles();
  return classes[useWindowWidth()];
}
