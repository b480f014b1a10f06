// SPDX-License-Identifier: MIT
import { useMemo } from 'react';
import { grouped } from '../../../electron/contract/grouped';
import { toldField } from '../../../electron/contract/plan-subject';
import { ipInterfaceId } from '../../../electron/contract/snapshot';
import { useEdits } from '../../changes/edits-context';

/** How many changes are drafted for each IP interface that has any, by `ipInterfaceId`. */
export function useEditCounts(): ReadonlyMap<string, number> {
  const edits = useEdits();
  return useMemo(() => {
    const counts = [...grouped(edits, ipInterfaceId)].map(([id, some]): [string, number] => {
      return [id, new Set(some.map(({ field }) => toldField(field))).size];
    });
    return new Map(counts);
  }, [edits]);
}
