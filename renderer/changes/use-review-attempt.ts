// SPDX-License-Identifier: MIT
import { outdatedSince } from './reviewed';
import type { ReviewSubject } from './review-context';
import { useAttempt } from './use-attempt';
import type { Attempt, AttemptControl } from './use-attempt';
import { useEditList } from './use-edit-list';
import { useEditsReview } from './use-edits-review';

interface ReviewAttempt extends Pick<AttemptControl, 'begin'> {
  readonly attempt: Attempt;
  /** Reviews what is so now, or leads to the edit that is in the way of that. */
  readonly startOver: () => void;
}

/** Applies what was reviewed: a change from outside makes it outdated, so that it is reviewed again. */
export function useReviewAttempt(subject: ReviewSubject): ReviewAttempt {
  const { attempt, begin, reviewAgain } = useAttempt();
  const { open } = useEditsReview();
  const obstacles = outdatedSince(subject, useEditList());
  const isOutdated = attempt.kind === 'reviewing' && obstacles.length > 0;
  return {
    attempt: isOutdated ? { kind: 'outdated', obstacles } : attempt,
    begin,
    startOver: () => {
      reviewAgain();
      if (subject.kind === 'edits') open({ lasting: subject.lasting });
    },
  };
}
