// SPDX-License-Identifier: MIT
import { Suspense } from 'react';
import { useTransaction } from '../bridge/use-bridge-query';
import { useReview } from '../changes/review-context';
import type { Review } from '../changes/review-context';
import type { TransactionResults } from '../changes/use-transaction-results';
import { useSupportRequest } from '../pages/support/support-request';
import { NotesPlaceProvider } from '../ui/notes-place';
import {
  CloseQuestion,
  LastingDialog,
  ResultToast,
  ReviewDialog,
  SupportCommands,
} from './late-parts';

interface ReviewOfProps {
  readonly subject: NonNullable<Review['subject']>;
  readonly onClose: () => void;
}

/** The dialog for what is reviewed. */
function ReviewOf({ subject, onClose }: ReviewOfProps) {
  return subject.kind === 'edits' || subject.kind === 'restore' ? (
    <ReviewDialog subject={subject} onClose={onClose} />
  ) : (
    <LastingDialog subject={subject} onClose={onClose} />
  );
}

interface OverlaysProps {
  readonly results: TransactionResults;
  /** Where passing notes stand. */
  readonly notesPlace: HTMLElement | null;
}

/** What stands over the page: dialogs about changes and support, and passing notes. */
export function Overlays({ results, notesPlace }: OverlaysProps) {
  const review = useReview();
  const transaction = useTransaction();
  const { request: support } = useSupportRequest();
  return (
    <Suspense>
      {review.subject && <ReviewOf subject={review.subject} onClose={review.close} />}
      {transaction.phase === 'waiting' && (
        <CloseQuestion
          onDecide={() => {
            results.decide(transaction.id);
          }}
        />
      )}
      <NotesPlaceProvider value={notesPlace}>
        {results.toast && <ResultToast toast={results.toast} />}
        {support && <SupportCommands request={support} />}
      </NotesPlaceProvider>
    </Suspense>
  );
}
