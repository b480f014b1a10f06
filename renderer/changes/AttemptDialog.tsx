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
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useEnvironment } from '../bridge/use-bridge-query';
import { useDialogClass } from '../ui/dialog-styles';
import { messages } from '../../electron/language/messages';
import { Sentence, withoutIsolates } from '../ui/isolated-name';
import { useReturnOfFocus } from '../ui/use-return-of-focus';
import { FailureView } from './FailureView';
import { PhaseView } from './PhaseView';
import { isToldElsewhere } from './use-attempt';
import type { Attempt } from './use-attempt';

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
  /** Until it is known what going on does, no button has the focus: a stray Enter does nothing. */
  readonly isKnown: boolean;
  /** Then Cancel has it, not the button that goes on. */
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
  useReturnOfFocus();
  const surface = useRef<HTMLElement>(null);
  const firstButton = useRef<HTMLElement>(null);
  const cancelButton = useRef<HTMLElement>(null);
  const isUnderWay = attempt.kind === 'under-way';
  const isReviewing = attempt.kind === 'reviewing';

  const isDone = isToldElsewhere(attempt);
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone, onClose]);
  useEffect(() => {
    const button = isDangerous ? cancelButton : firstButton;
    (isKnown ? button.current : surface.current)?.focus();
  }, [isKnown, isDangerous]);
  // A view that goes takes its focused button along; without focus inside, Escape would not close the dialog.
  useEffect(() => {
    const dialog = surface.current;
    const { activeElement } = document;
    if (!dialog || !isKnown || (activeElement !== dialog && dialog.contains(activeElement))) return;
    (firstButton.current ?? dialog.querySelector('button') ?? dialog).focus();
  });

  const isPrompting = environment?.permission.kind === 'prompt';
  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open && !isUnderWay) onClose();
      }}
    >
      <DialogSurface
        ref={(element: HTMLElement | null) => {
          surface.current = element;
        }}
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
                ref={(button: HTMLElement | null) => {
                  firstButton.current = button;
                }}
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
              <Button
                ref={(button: HTMLElement | null) => {
                  cancelButton.current = button;
                }}
                onClick={onClose}
              >
                {messages.app.cancel}
              </Button>
            </DialogActions>
          )}
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
