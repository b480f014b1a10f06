// SPDX-License-Identifier: MIT
import type { Operation } from '../../electron/contract/operation';
import { useTransaction } from '../bridge/use-bridge-query';

const nothing: readonly Operation[] = [];

/** What was applied and is not kept yet: the change that the countdown asks about, if there is one. */
export function useApplied(): readonly Operation[] {
  const transaction = useTransaction();
  const isApplied = transaction.phase === 'waiting' || transaction.phase === 'keeping';
  return isApplied ? transaction.plan.operations : nothing;
}
