// SPDX-License-Identifier: MIT
import { useState } from 'react';
import { preselectedDeadline } from '../../electron/contract/changes';
import type { Deadline } from '../../electron/contract/changes';
import type { Operation } from '../../electron/contract/operation';
import { planSubject } from '../../electron/contract/plan-subject';
import type { SubjectPlan } from '../../electron/contract/plan-subject';
import { planQuestion, takingBackQuestion } from '../../electron/texts/plan-title';
import { useDetails } from '../ui/details-context';
import { useKnownAdapters } from '../adapters/known-adapters';
import { useBridge } from '../bridge/bridge';
import { useEnvironment } from '../bridge/use-bridge-query';
import { usePreferences } from '../bridge/use-preferences';
import { useLastingChoice } from '../lasting/use-lasting-choice';
import { messages } from '../../electron/language/messages';
import { AttemptDialog } from './AttemptDialog';
import { blocksReview } from './edit-status';
import { useEditsDispatch } from './edits-context';
import { intentOf } from './intent-of';
import { titleNames } from '../../electron/texts/plan-text';
import type { ReviewSubject } from './review-context';
import { ReviewForm } from './ReviewForm';
import { ReviewTraffic } from './ReviewTraffic';
import { outdatedSince, reviewOf } from './reviewed';
import { useAttempt } from './use-attempt';
import type { Attempt } from './use-attempt';
import { useEditList } from './use-edit-list';
import { useReviewPreview } from './use-review-preview';

/** What is asked: of edits what they come to, of a restore what it takes back. */
function useQuestion(subject: ReviewSubject, plan: SubjectPlan): string {
  const adapters = useKnownAdapters();
  if (subject.kind === 'edits') return planQuestion(planSubject(plan), titleNames(adapters));
  const { transaction } = subject;
  return takingBackQuestion(transaction.subject, titleNames(adapters, transaction.adapters));
}

interface ReviewDialogProps {
  readonly subject: ReviewSubject;
  readonly onClose: () => void;
}

/** What is applied is what was shown: a change from outside is told and reviewed again, it never slips in. */
export function ReviewDialog({ subject, onClose }: ReviewDialogProps) {
  const bridge = useBridge();
  const environment = useEnvironment();
  const edits = useEditList();
  const details = useDetails();
  const { deadline: preferred } = usePreferences();
  const preselected = preselectedDeadline(preferred, environment?.isRemote ?? false);
  const [reviewed, setReviewed] = useState(() => reviewOf(subject, edits));
  const [deadline, setDeadline] = useState<Deadline>(preselected);
  const { attempt: tried, begin, reviewAgain } = useAttempt();
  const dispatch = useEditsDispatch();

  const { operations, setAside } = reviewed;
  const traffic = useReviewPreview(operations, subject.kind === 'restore');
  const { isKnown, isDangerous, preview } = traffic;
  const intent = subject.kind === 'edits' ? intentOf(operations, preview) : undefined;
  const question = useQuestion(subject, { operations, intent });
  const asked = subject.kind === 'edits' ? (subject.lasting ?? null) : null;
  const lasting = useLastingChoice(operations, asked, isDangerous);
  const outdated = outdatedSince(reviewed, edits);
  const attempt: Attempt =
    tried.kind === 'reviewing' && outdated.length > 0
      ? { kind: 'outdated', obstacles: outdated }
      : tried;
  const lacksYes = lasting.needsYes && !lasting.isYes;
  const isPermitted = environment?.permission.kind !== 'read-only';
  const changesSomething = operations.length + reviewed.lasting.length > 0;
  const canApply = isPermitted && changesSomething && !lacksYes;
  const isReviewing = attempt.kind === 'reviewing';

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
          ? bridge.changes.apply({
              operations,
              ...(intent && { intent }),
              lasting: lasting.choice,
              deadline,
            })
          : bridge.changes.restore({ transactionId: subject.transaction.id, deadline }),
      );
    }
  };
  const applyToBoth = (more: readonly Operation[]) => {
    dispatch({ type: 'brought', operations: more });
    setReviewed({ ...reviewed, operations: [...operations, ...more] });
  };
  return (
    <AttemptDialog
      title={question}
      opens={messages.review.title}
      attempt={attempt}
      goOn={{
        label: goOnLabel(attempt, isDangerous),
        isPossible: isPermitted && changesSomething,
        obstacle: lacksYes ? messages.lasting.choice.needsYes : null,
        onSelect: goOn,
      }}
      isKnown={isKnown}
      isDangerous={isDangerous}
      onClose={onClose}
    >
      {environment && (
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
    </AttemptDialog>
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
