// SPDX-License-Identifier: MIT
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
} from '@fluentui/react-components';
import { ShieldRegular } from '@fluentui/react-icons/svg/shield';
import { useEffect, useRef, useState } from 'react';
import { deadlines } from '../../electron/contract/changes';
import type { Deadline, TransactionResult } from '../../electron/contract/changes';
import { useEnvironment } from '../bridge/use-bridge-query';
import { useWindowWidth } from '../app/use-window-size';
import type { WindowWidth } from '../app/use-window-size';
import { messages } from '../ui/messages';
import { FailureView } from './FailureView';
import { PhaseView } from './PhaseView';
import { operationsOf, restorable } from './plan';
import type { ReviewSubject } from './review-context';
import { ReviewForm } from './ReviewForm';
import { useAttempt } from './use-attempt';
import type { Attempt } from './use-attempt';
import { useEditList } from './use-edit-list';

const useStyles = makeStyles({
  wide: { maxWidth: '760px' },
  medium: { maxWidth: '720px' },
  narrow: { maxWidth: 'calc(100% - 32px)' },
  small: { maxWidth: '100%', width: '100%', height: '100%', maxHeight: '100%' },
});

function useSurfaceClass(): string {
  const styles = useStyles();
  const classes: Record<WindowWidth, string> = styles;
  return mergeClasses(classes[useWindowWidth()]);
}

/** Whether an attempt came to something that is told elsewhere: the countdown panel, a toast, a notice. */
function isToldElsewhere(attempt: Attempt): boolean {
  if (attempt.kind === 'under-way') {
    const { phase } = attempt.transaction;
    return phase === 'waiting' || phase === 'keeping' || phase === 'reverting';
  }
  return attempt.kind === 'ended' && isResult(attempt.transaction.result);
}

function isResult({ kind }: TransactionResult): boolean {
  return kind === 'kept' || kind === 'reverted' || kind === 'incomplete';
}

interface ReviewDialogProps {
  readonly subject: ReviewSubject;
  readonly onClose: () => void;
}

/** From review to applied: what would change, then how far it is, then why nothing came of it. */
export function ReviewDialog({ subject, onClose }: ReviewDialogProps) {
  const surfaceClass = useSurfaceClass();
  const environment = useEnvironment();
  const edits = useEditList();
  const [deadline, setDeadline] = useState<Deadline>(deadlines[0]);
  const { attempt, apply, reviewAgain } = useAttempt(subject);
  const surface = useRef<HTMLElement>(null);
  const firstButton = useRef<HTMLElement>(null);

  const isRestore = subject.kind === 'restore';
  const operations = isRestore ? restorable(subject.transaction) : operationsOf(edits);
  const canApply = environment?.permission.kind !== 'read-only' && operations.length > 0;
  const isUnderWay = attempt.kind === 'under-way';
  const hasFailed = attempt.kind === 'ended' || attempt.kind === 'not-begun';

  const isDone = isToldElsewhere(attempt);
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone, onClose]);
  useEffect(() => {
    firstButton.current?.focus();
  }, []);
  // A view that goes takes its focused button along; without focus inside, Escape would not close the dialog.
  useEffect(() => {
    const dialog = surface.current;
    const { activeElement } = document;
    if (!dialog || (activeElement !== dialog && dialog.contains(activeElement))) return;
    (firstButton.current ?? dialog.querySelector('button') ?? dialog).focus();
  }, [attempt]);

  const goOn = () => {
    if (attempt.kind !== 'reviewing') reviewAgain();
    else if (canApply) apply(edits, deadline);
  };
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
      >
        <DialogBody>
          <DialogTitle>{messages.review.title}</DialogTitle>
          <DialogContent>
            {isUnderWay && <PhaseView transaction={attempt.transaction} />}
            {hasFailed && <FailureView attempt={attempt} />}
            {attempt.kind === 'reviewing' && environment && (
              <ReviewForm
                operations={operations}
                isRestore={isRestore}
                setAside={isRestore ? 0 : edits.length - operations.length}
                environment={environment}
                deadline={deadline}
                onDeadline={setDeadline}
              />
            )}
          </DialogContent>
          {!isUnderWay && (
            <DialogActions>
              <Button
                ref={(button: HTMLElement | null) => {
                  firstButton.current = button;
                }}
                appearance="primary"
                {...(attempt.kind === 'reviewing' && {
                  disabledFocusable: !canApply,
                  icon: isPrompting ? <ShieldRegular /> : null,
                })}
                onClick={goOn}
              >
                {goOnLabel(attempt)}
              </Button>
              <Button onClick={onClose}>{messages.app.cancel}</Button>
            </DialogActions>
          )}
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function goOnLabel(attempt: Attempt): string {
  if (attempt.kind === 'reviewing') return messages.review.apply;
  return isDeclined(attempt) ? messages.app.tryAgain : messages.results.reviewAgain;
}

function isDeclined(attempt: Attempt): boolean {
  if (attempt.kind !== 'ended') return false;
  const { result } = attempt.transaction;
  return result.kind === 'not-launched' && result.failure === 'declined';
}
