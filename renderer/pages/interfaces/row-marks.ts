// SPDX-License-Identifier: MIT
import { useMemo } from 'react';
import { grouped } from '../../../electron/contract/grouped';
import type { FieldKey } from '../../../electron/contract/operation';
import { toldField } from '../../../electron/contract/plan-subject';
import { ipInterfaceId } from '../../../electron/contract/snapshot';
import { messages } from '../../../electron/language/messages';
import { useEdits } from '../../changes/edits-context';
import { useApplied } from '../../changes/use-applied';

const words = messages.interfaces;

/** Changes of an IP interface that are drafted, or applied and not kept yet, and how many. */
export interface RowMark {
  readonly kind: 'edited' | 'applied';
  readonly n: number;
}

/** Marks by `ipInterfaceId`. */
export type RowMarks = ReadonlyMap<string, RowMark>;

function marksOf(
  kind: RowMark['kind'],
  changed: readonly FieldKey[],
): readonly [string, RowMark][] {
  return [...grouped(changed, ipInterfaceId)].map(([id, some]) => {
    return [id, { kind, n: new Set(some.map(({ field }) => toldField(field))).size }];
  });
}

/** The mark of each IP interface that has one; what is applied goes before what is drafted. */
export function useRowMarks(): RowMarks {
  const edits = useEdits();
  const applied = useApplied();
  return useMemo(
    () => new Map([...marksOf('edited', edits), ...marksOf('applied', applied)]),
    [edits, applied],
  );
}

/** "Edited", "2 edited", "Applied" */
export function rowMarkText({ kind, n }: RowMark): string {
  return kind === 'applied' ? words.appliedCount({ n }) : words.editedCount({ n });
}
