// SPDX-License-Identifier: MIT
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { HistoryEntry } from '../../../electron/contract/history';
import { useInterfaces } from '../../adapters/use-interfaces';
import { useBridge } from '../../bridge/bridge';
import { historyTransactionQuery } from '../../bridge/queries';
import { restorable, restorableLasting } from '../../changes/plan';
import { useReview } from '../../changes/review-context';
import type { RestoreSubject } from '../../changes/restore-subject';
import { liveChanges, restoreSubject } from './live-changes';

const isAnythingIn = (subject: RestoreSubject) =>
  restorable(subject).length + restorableLasting(subject).length > 0;

/**
 * Opens the review of taking a transaction back, from its line in the list. Where nothing can be taken back by now, or
 * the transaction can't be read, `open` shows its details, which say why.
 */
export function useRestore(
  open: (entry: HistoryEntry, movesFocus: boolean) => void,
): (entry: HistoryEntry) => void {
  const client = useQueryClient();
  const bridge = useBridge();
  const review = useReview();
  const snapshot = useInterfaces().data;
  return useCallback(
    (entry: HistoryEntry) => {
      const subjectNow = async () => {
        const query = historyTransactionQuery(bridge, entry.id);
        const transaction = await client.query({ ...query, staleTime: 0 });
        return snapshot && restoreSubject(transaction, liveChanges(transaction, snapshot));
      };
      void subjectNow()
        .catch(() => undefined)
        .then((transaction) => {
          if (transaction && isAnythingIn(transaction))
            review.open({ kind: 'restore', transaction });
          else open(entry, true);
        });
    },
    [client, bridge, review, snapshot, open],
  );
}
