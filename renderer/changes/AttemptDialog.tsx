// SPDX-License-Identifier: MIT
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { ShieldRegular } from '@fluentui/react-icons/svg/shield';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useEnvironment } from '../bridge/use-bridge-query';
import { useDialogClass } from '../ui/dialog-styles';
import { messages } from '../../electron/language/messages';
import { Sentence, withoutIsolates } from '../ui/isolated-name';
import { FailureView } from './FailureView';
import { PhaseView } from './PhaseView';
import { isToldElsewhere } from './use-attempt';
import type { Attempt } from './use-attempt';
import { useAttemptFocus } from './use-attempt-focus';

interface AttemptDialogProps {
  /** Names in it are isolated. */
  readonly title: string;
  /** What kind of dialog it is, after the title in its name; left out where the title says it. */
  readonly opens?: string;
  readonly attempt: Attempt;
  /** What is asked, with the button that goes on. */
  readonly goOn: {
    readonly label: string;
    /** Whether there is something to go on with; the rest is said in the dialog. */
    readonly isPossible: boolean;
    /** What has to be answered first; null where nothing has. */
    readonly obstacle: string | null;
    readonly onSelect: () => void;
  };
  /** Whether it is known what going on does; until then no button has the focus. */
  readonly isKnown: boolean;
  /** Whether going on does harm; then Cancel has the focus. */
  readonly isDangerous: boolean;
  readonly onClose: () => void;
  /** What is asked about. */
  readonly children: ReactNode;
}

/** From a question to its end: what would be done, then how far it is, then why nothing came of it. */
export function AttemptDialog(props: AttemptDialogProps) {
  const { title, opens, attempt, goOn, isKnown, isDangerous, onClose, children } = props;
  const surfaceClass = useDialogClass();
  const environment = useEnvironment();
  const { surface, goOnButton, cancelButton } = useAttemptFocus(isKnown, isDangerous);
  const isUnderWay = attempt.kind === 'under-way';
  const isReviewing = attempt.kind === 'reviewing';

  const isDone = isToldElsewhere(attempt);
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone, onClose]);

  const isPrompting = environment?.permission.kind === 'prompt';
  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open && !isUnderWay) onClose();
      }}
    >
      <DialogSurface
        ref={surface}
        tabIndex={-1}
        className={surfaceClass}
        {...(opens !== undefined && {
          'aria-label': messages.review.named({ question: withoutIsolates(title), title: opens }),
        })}
      >
        <DialogBody>
          <DialogTitle>
            <Sentence text={title} />
          </DialogTitle>
          <DialogContent>
            {isUnderWay && !isDone && <PhaseView transaction={attempt.transaction} />}
            {!isUnderWay && !isReviewing && <FailureView attempt={attempt} />}
            {isReviewing && children}
          </DialogContent>
          {!isUnderWay && (
            <DialogActions>
              <Button
                ref={goOnButton}
                appearance="primary"
                {...(isReviewing && {
                  disabledFocusable: !goOn.isPossible || goOn.obstacle !== null,
                  title: goOn.obstacle ?? undefined,
                  icon: isPrompting ? <ShieldRegular /> : null,
                })}
                onClick={goOn.onSelect}
              >
                {goOn.label}
              </Button>
              <Button ref={cancelButton} onClick={onClose}>
                {messages.app.cancel}
              </Button>
            </DialogActions>
          )}
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
