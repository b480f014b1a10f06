// SPDX-License-Identifier: MIT
import { useMemo, useState } from 'react';
import { preselectedDeadline } from '../../electron/contract/changes';
import type { Deadline } from '../../electron/contract/changes';
import type { Intent } from '../../electron/contract/intent';
import type { LastingChoice } from '../../electron/contract/lasting';
import type { Operation } from '../../electron/contract/operation';
import { planSubject } from '../../electron/contract/plan-subject';
import type { SubjectPlan } from '../../electron/contract/plan-subject';
import { planQuestion, restoringQuestion } from '../../electron/texts/plan-title';
import { useKnownAdapters } from '../adapters/known-adapters';
import { useBridge } from '../bridge/bridge';
import { useEnvironment } from '../bridge/use-bridge-query';
import { usePreferences, useStorePreferences } from '../bridge/use-preferences';
import { useLastingChoice } from '../lasting/use-lasting-choice';
import { messages } from '../../electron/language/messages';
import { AttemptDialog } from './AttemptDialog';
import { useEditsDispatch } from './edits-context';
import { intentOf } from '../../electron/contract/intent-of';
import { titleNames } from '../../electron/texts/plan-text';
import { useReview } from './review-context';
import type { ReviewSubject } from './review-context';
import { ReviewedChanges } from './ReviewedChanges';
import { ReviewForm } from './ReviewForm';
import { ReviewTraffic } from './ReviewTraffic';
import { reviewOf } from './reviewed';
import type { Attempt } from './use-attempt';
import { useReviewAttempt } from './use-review-attempt';
import { useReviewPreview } from './use-review-preview';

/** What is asked: of edits what they come to, of a restore what it takes back. */
function useQuestion(subject: ReviewSubject, plan: SubjectPlan): string {
  const adapters = useKnownAdapters();
  if (subject.kind === 'edits') return planQuestion(planSubject(plan), titleNames(adapters));
  const { transaction } = subject;
  return restoringQuestion(transaction.subject, titleNames(adapters, transaction.adapters));
}

function lastingAsked(subject: ReviewSubject): LastingChoice | null {
  return subject.kind === 'edits' ? (subject.lasting ?? null) : null;
}

/** Makes edits of operations and reviews them along; undefined in a restore, which is no matter of edits. */
function useAddToReview(subject: ReviewSubject) {
  const dispatch = useEditsDispatch();
  const review = useReview();
  if (subject.kind === 'restore') return undefined;
  return (operations: readonly Operation[]) => {
    dispatch({ type: 'brought', operations });
    review.open({ ...subject, operations: [...subject.operations, ...operations] });
  };
}

/** Whoever used a ready-made choice needs no word any more about which one support means. */
function useNoteIntent() {
  const { isSplitHintDismissed } = usePreferences();
  const store = useStorePreferences();
  return (intent: Intent | undefined) => {
    if (intent && !isSplitHintDismissed) store({ isSplitHintDismissed: true });
  };
}

/** How long a change waits for Keep: as it is preferred here, until something else is chosen. */
function useDeadline() {
  const { deadline } = usePreferences();
  const isRemote = useEnvironment()?.isRemote ?? false;
  return useState<Deadline>(preselectedDeadline(deadline, isRemote));
}

interface ReviewDialogProps {
  readonly subject: ReviewSubject;
  readonly onClose: () => void;
}

/** What is applied is what was shown: a change from outside is told and reviewed again, it never slips in. */
export function ReviewDialog({ subject, onClose }: ReviewDialogProps) {
  const bridge = useBridge();
  const environment = useEnvironment();
  const reviewed = useMemo(() => reviewOf(subject), [subject]);
  const { operations } = reviewed;
  const isRestore = subject.kind === 'restore';
  const [deadline, setDeadline] = useDeadline();
  const { attempt, begin, startOver } = useReviewAttempt(subject);
  const traffic = useReviewPreview(operations, isRestore);
  const { isKnown, isDangerous, preview } = traffic;
  const lasting = useLastingChoice(operations, lastingAsked(subject), isDangerous);
  const intent = isRestore ? undefined : intentOf(operations, preview);
  const question = useQuestion(subject, { operations, intent });
  // A preset is told by its question; that it is one is known with what it does. An undo says what comes back.
  const isToldByParts = isRestore || (isKnown && intent === undefined);
  const addToReview = useAddToReview(subject);
  const noteIntent = useNoteIntent();

  const lacksYes = lasting.needsYes && !lasting.isYes;
  const changesSomething = operations.length + reviewed.lasting.length > 0;
  const isPossible = environment?.permission.kind !== 'read-only' && changesSomething;
  const apply = () =>
    isRestore
      ? bridge.changes.restore({ transactionId: subject.transaction.id, deadline })
      : bridge.changes.apply({
          operations,
          ...(intent && { intent }),
          lasting: lasting.choice,
          deadline,
        });
  const goOn = () => {
    if (attempt.kind !== 'reviewing') startOver();
    else if (isPossible && !lacksYes) {
      traffic.rememberPrediction();
      lasting.remember();
      noteIntent(intent);
      begin(apply);
    }
  };
  return (
    <AttemptDialog
      title={question}
      opens={messages.review.title}
      attempt={attempt}
      goOn={{
        label: goOnLabel(attempt, isRestore, isDangerous),
        isPossible,
        obstacle: lacksYes ? messages.lasting.choice.needsYes : null,
        onSelect: goOn,
      }}
      isKnown={isKnown}
      isDangerous={isDangerous}
      onClose={onClose}
    >
      {environment && (
        <ReviewForm
          reviewed={reviewed}
          intent={intent}
          isRestore={isRestore}
          environment={environment}
          lasting={lasting}
          deadline={deadline}
          onDeadline={setDeadline}
        >
          {isToldByParts && <ReviewedChanges operations={operations} isRestore={isRestore} />}
          <ReviewTraffic traffic={traffic} deadline={deadline} onApplyToBoth={addToReview} />
        </ReviewForm>
      )}
    </AttemptDialog>
  );
}

function beginLabel(isRestore: boolean, isDangerous: boolean): string {
  if (isRestore) {
    const { anyway, button } = messages.history.restore;
    return isDangerous ? anyway : button;
  }
  return isDangerous ? messages.internetTraffic.review.applyAnyway : messages.review.apply;
}

function goOnLabel(attempt: Attempt, isRestore: boolean, isDangerous: boolean): string {
  if (attempt.kind === 'reviewing') return beginLabel(isRestore, isDangerous);
  return isDeclined(attempt) ? messages.app.tryAgain : messages.results.reviewAgain;
}

function isDeclined(attempt: Attempt): boolean {
  if (attempt.kind !== 'ended') return false;
  const { result } = attempt.transaction;
  return result.kind === 'not-launched' && result.failure === 'declined';
}
