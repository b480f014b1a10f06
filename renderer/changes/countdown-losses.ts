// SPDX-License-Identifier: MIT
import type { OperationResult } from '../../electron/contract/changes';
import type { Operation } from '../../electron/contract/operation';
import { ipInterfaceId } from '../../electron/contract/snapshot';
import type { FieldValue } from '../../electron/contract/snapshot';
import type { WindowSnapshot } from '../../electron/contract/window-snapshot';

/** One applied value that is not there any more, although nobody has decided yet. */
export interface Loss {
  readonly operation: Operation;
  /** What is there instead; undefined: the interface is gone. */
  readonly now: FieldValue | undefined;
}

/** Which applied values are lost; an interface that comes back begins anew. */
export function lossesOf(
  results: readonly OperationResult[],
  { ipInterfaces }: WindowSnapshot,
): readonly Loss[] {
  const rows = new Map(ipInterfaces.map((row) => [ipInterfaceId(row), row]));
  return results.flatMap(({ operation, outcome, live }): readonly Loss[] => {
    if (outcome !== 'applied' && outcome !== 'restored') return [];
    const now = rows.get(ipInterfaceId(operation))?.values[operation.field];
    return now === (live ?? operation.value) ? [] : [{ operation, now }];
  });
}
