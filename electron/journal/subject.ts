// SPDX-License-Identifier: MIT

import { planSubject, restoringSubject } from '../contract/plan-subject';
import type { PlanSubject, SubjectPlan } from '../contract/plan-subject';
import type { JournalTransaction } from './journal-history';

/** What a transaction is about; of a restore, what it takes back was. */
export function subjectOf(kind: JournalTransaction['kind'], plan: SubjectPlan): PlanSubject {
  return kind === 'restore' ? restoringSubject(plan) : planSubject(plan);
}

/** The same of one in the journal. */
export function journalSubject(transaction: JournalTransaction): PlanSubject {
  const { kind, operations, lastingChanges, origin } = transaction;
  return subjectOf(kind, {
    operations: operations.map(({ operation }) => operation),
    lastingChanges,
    intent: origin?.intent,
  });
}
