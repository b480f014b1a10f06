// SPDX-License-Identifier: MIT
import type { TransactionState } from '../../electron/contract/changes';
import { useTransaction } from '../bridge/use-bridge-query';

/** What says in the window that edits are locked: it describes the controls that are. */
export const lockedId = 'edits-locked';

/** Whether a transaction is on its way. */
export function isUnderWay(transaction: TransactionState): boolean {
  return transaction.phase !== 'none' && transaction.phase !== 'ended';
}

/** Whether edits must stay as they are because a transaction is on its way. */
export function useAreEditsLocked(): boolean {
  return isUnderWay(useTransaction());
}
