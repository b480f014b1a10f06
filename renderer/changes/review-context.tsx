// SPDX-License-Identifier: MIT
import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { LastingChoice, LastingSetting } from '../../electron/contract/lasting';
import type { FieldKey, Operation } from '../../electron/contract/operation';
import type { RestoreSubject } from './restore-subject';
import type { EditLeftOut } from './review-gate';

/** What is reviewed: the edits (`useEditsReview` opens that), or taking back what a transaction changed. */
export type ReviewSubject =
  | {
      readonly kind: 'edits';
      /** What Apply would do, as it was when the review opened. */
      readonly operations: readonly Operation[];
      readonly leftOut: readonly EditLeftOut[];
      /** How long they are to stay, where somebody said so before. */
      readonly lasting?: LastingChoice;
    }
  | { readonly kind: 'restore'; readonly transaction: RestoreSubject };

/** What is to last, or no longer, without a change of any value. */
export type LastingSubject =
  | { readonly kind: 'make-last'; readonly keys: readonly FieldKey[] }
  | { readonly kind: 'stop-lasting'; readonly settings: readonly LastingSetting[] };

/** What is reviewed now. */
export interface Review {
  readonly subject: ReviewSubject | LastingSubject | null;
  readonly open: (subject: ReviewSubject | LastingSubject) => void;
  readonly close: () => void;
}

const ReviewContext = createContext<Review | null>(null);

/** Remembers whether the review is open. */
export function ReviewProvider({ children }: { readonly children: ReactNode }) {
  const [subject, setSubject] = useState<Review['subject']>(null);
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
