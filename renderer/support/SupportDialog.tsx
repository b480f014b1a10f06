// SPDX-License-Identifier: MIT
import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWindowWidth } from '../app/use-window-size';
import { useReturnOfFocus } from '../ui/use-return-of-focus';

const useStyles = makeStyles({
  wide: { maxWidth: '720px' },
  narrow: { maxWidth: 'calc(100% - 32px)' },
  small: { maxWidth: '100%', width: '100%', height: '100%', maxHeight: '100%' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

interface SupportDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}

/** A dialog for support, as wide as the window allows. */
export function SupportDialog({ title, onClose, children, actions }: SupportDialogProps) {
  const styles = useStyles();
  const width = useWindowWidth();
  useReturnOfFocus();
  const size = width === 'small' ? styles.small : width === 'narrow' ? styles.narrow : styles.wide;
  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open) onClose();
      }}
    >
      <DialogSurface className={mergeClasses(size)}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>{children}</DialogContent>
          <DialogActions>{actions}</DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
