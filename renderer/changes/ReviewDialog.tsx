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
import { useEffect, useRef, useState } from 'react';
import { deadlines } from '../../electron/contract/changes';
import type { Deadline, Operation } from '../../electron/contract/changes';
import { useDetails } from '../app/details-context';
import { useBridge } from '../bridge/bridge';
import { useEnvironment } from '../bridge/use-bridge-query';
import { draftOf } from '../internet-traffic/preset-edits';
import { useLastingChoice } from '../lasting/use-lasting-choice';
import { useDialogClass } from '../ui/dialog-styles';
import { messages } from '../ui/messages';
import { useReturnOfFocus } from '../ui/use-return-of-focus';
import { blocksReview } from './edit-status';
import { useEditsDispatch } from './edits-context';
import { FailureView } from './FailureView';
import { PhaseView } from './PhaseView';
import type { ReviewSubject } from './review-context';
import { ReviewForm } from './ReviewForm';
import { ReviewTraffic } from './ReviewTraffic';
import { outdatedSince, reviewOf } from './reviewed';
import { isToldElsewhere, useAttempt } from './use-attempt';
import type { Attempt } from './use-attempt';
import { useEditList } from './use-edit-list';
import { useReviewPreview } from './use-review-preview';

interface ReviewDialogProps {
  readonly subject: ReviewSubject;
  readonly onClose: () => void;
}

/**
 * From review to applied: what would change, then how far it is, then why nothing came of it. What is
 * applied is what was shown: a change from outside is told and reviewed again, it never slips in.
 */
export function ReviewDialog({ subject, onClose }: ReviewDialogProps) {
  const surfaceClass = useDialogClass();
  const bridge = useBridge();
  const environment = useEnvironment();
  const edits = useEditList();
  const details = useDetails();
  useReturnOfFocus();
  const [reviewed, setReviewed] = useState(() => reviewOf(subject, edits));
  const [deadline, setDeadline] = useState<Deadline>(deadlines[0]);
  const { attempt: tried, begin, reviewAgain } = useAttempt();
  const surface = useRef<HTMLElement>(null);
  const firstButton = useRef<HTMLElement>(null);
  const cancelButton = useRef<HTMLElement>(null);
  const dispatch = useEditsDispatch();

  const { operations, setAside } = reviewed;
  const traffic = useReviewPreview(operations, subject.kind === 'restore');
  const { isKnown, isDangerous } = traffic;
  const asked = subject.kind === 'edits' ? (subject.lasting ?? null) : null;
  const lasting = useLastingChoice(operations, asked, isDangerous);
  const outdated = outdatedSince(reviewed, edits);
  const attempt: Attempt =
    tried.kind === 'reviewing' && outdated.length > 0
      ? { kind: 'outdated', obstacles: outdated }
      : tried;
  const lacksYes = lasting.needsYes && !lasting.isYes;
  const changesSomething = operations.length + reviewed.lasting.length > 0;
  const canApply = environment?.permission.kind !== 'read-only' && changesSomething && !lacksYes;
  const isUnderWay = attempt.kind === 'under-way';
  const isReviewing = attempt.kind === 'reviewing';

  const isDone = isToldElsewhere(attempt);
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone, onClose]);
  // Until it is known what the change does, no button has the focus: a stray Enter does nothing.
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

  const startOver = () => {
    const blocking = edits.find(({ status }) => blocksReview(status));
    if (subject.kind === 'edits' && blocking) {
      const { luid, family, field } = blocking.edit;
      onClose();
      details.open({ luid, family, field });
    } else {
      setReviewed(reviewOf(subject, edits));
      reviewAgain();
    }
  };
  const goOn = () => {
    if (!isReviewing) startOver();
    else if (canApply) {
      traffic.rememberPrediction();
      lasting.remember();
      begin(() =>
        subject.kind === 'edits'
          ? bridge.changes.apply({ operations, lasting: lasting.choice, deadline })
          : bridge.changes.restore({ transactionId: subject.transaction.id, deadline }),
      );
    }
  };
  const applyToBoth = (more: readonly Operation[]) => {
    dispatch(draftOf(more));
    setReviewed({ ...reviewed, operations: [...operations, ...more] });
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
            {!isUnderWay && !isReviewing && <FailureView attempt={attempt} />}
            {isReviewing && environment && (
              <ReviewForm
                operations={operations}
                isRestore={subject.kind === 'restore'}
                setAside={setAside}
                environment={environment}
                lasting={lasting}
                lastingTakenBack={reviewed.lasting}
                deadline={deadline}
                onDeadline={setDeadline}
              >
                <ReviewTraffic traffic={traffic} deadline={deadline} onApplyToBoth={applyToBoth} />
              </ReviewForm>
            )}
          </DialogContent>
          {!isUnderWay && (
            <DialogActions>
              <Button
                ref={(button: HTMLElement | null) => {
                  firstButton.current = button;
                }}
                appearance="primary"
                {...(isReviewing && {
                  disabledFocusable: !canApply,
                  title: lacksYes ? messages.lasting.choice.needsYes : undefined,
                  icon: isPrompting ? <ShieldRegular /> : null,
                })}
                onClick={goOn}
              >
                {goOnLabel(attempt, isDangerous)}
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

function goOnLabel(attempt: Attempt, isDangerous: boolean): string {
  if (attempt.kind === 'reviewing') {
    return isDangerous ? messages.internetTraffic.review.applyAnyway : messages.review.apply;
  }
  return isDeclined(attempt) ? messages.app.tryAgain : messages.results.reviewAgain;
}

function isDeclined(attempt: Attempt): boolean {
  if (attempt.kind !== 'ended') return false;
  const { result } = attempt.transaction;
  return result.kind === 'not-launched' && result.failure === 'declined';
}
