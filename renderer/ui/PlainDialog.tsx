// SPDX-License-Identifier: MIT
import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useDialogClass } from './dialog-styles';
import { useFocusInDialog } from './use-focus-in-dialog';
import { useReturnOfFocus } from './use-return-of-focus';

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
  },
});

interface PlainDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}

/** A dialog that Esc closes, as wide as the window allows. */
export function PlainDialog({ title, onClose, children, actions }: PlainDialogProps) {
  const styles = useStyles();
  const surfaceClass = useDialogClass();
  const surface = useFocusInDialog();
  useReturnOfFocus();
  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open) onClose();
      }}
    >
      <DialogSurface ref={surface} className={surfaceClass}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>{children}</DialogContent>
          <DialogActions fluid>{actions}</DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
