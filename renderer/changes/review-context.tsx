// SPDX-License-Identifier: MIT
import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { RestoreSubject } from './restore-subject';

/** What is reviewed: the edits, or taking back what a transaction changed. */
export type ReviewSubject =
  { readonly kind: 'edits' } | { readonly kind: 'restore'; readonly transaction: RestoreSubject };

interface Review {
  readonly subject: ReviewSubject | null;
  readonly open: (subject: ReviewSubject) => void;
  readonly close: () => void;
}

const ReviewContext = createContext<Review | null>(null);

/** Remembers whether the review is open. */
export function ReviewProvider({ children }: { readonly children: ReactNode }) {
  const [subject, setSubject] = useState<ReviewSubject | null>(null);
  const review = useMemo(
    () => ({
      subject,
      open: setSubject,
      close: () => {
        setSubject(null);
      },
    }),
    [subject],
  );
  return <ReviewContext.Provider value={review}>{children}</ReviewContext.Provider>;
}

/** What is reviewed, and how to begin or end that. */
export function useReview(): Review {
  const review = useContext(ReviewContext);
  if (!review) throw new Error('useReview needs a ReviewProvider around it');
  return review;
}
