// SPDX-License-Identifier: MIT
import { useMemo } from 'react';
import { ipInterfaceId } from '../../../electron/contract/snapshot';
import { useEdits } from '../../changes/edits-context';

/** How many edits there are of each IP interface that has any, by `ipInterfaceId`. */
export function useEditCounts(): ReadonlyMap<string, number> {
  const edits = useEdits();
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const edit of edits) {
      const id = ipInterfaceId(edit);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return counts;
  }, [edits]);
}
