// SPDX-License-Identifier: MIT
import { useCallback, useMemo } from 'react';
import { ipInterfaceId } from '../../electron/contract/snapshot';
import { useKnownAdapters } from '../adapters/known-adapters';
import { adapterName } from '../../electron/texts/adapter-name';
import { useInterfaces } from '../adapters/use-interfaces';
import type { Edit } from './edit';
import { editStatus } from './edit-status';
import type { EditStatus } from './edit-status';
import { useEdits } from './edits-context';
import type { Edits } from './edits-reducer';

/** An edit with everything that is said about it. */
export interface ListedEdit {
  readonly edit: Edit;
  readonly status: EditStatus;
  /** The adapter's name. */
  readonly name: string;
}

/** Compares edits with what is there now; none are listed until the interfaces were read. */
export function useListEdits(): (edits: Edits) => readonly ListedEdit[] {
  const snapshot = useInterfaces().data;
  const adapters = useKnownAdapters();
  return useCallback(
    (edits) => {
      if (!snapshot || edits.length === 0) return [];
      const rows = new Map(snapshot.ipInterfaces.map((row) => [ipInterfaceId(row), row]));
      return edits.map((edit) => ({
        edit,
        status: editStatus(edit, rows.get(ipInterfaceId(edit)), snapshot.stack),
        name: adapterName(adapters.get(edit.luid), edit.luid),
      }));
    },
    [snapshot, adapters],
  );
}

/** All edits, compared with what is there now. */
export function useEditList(): readonly ListedEdit[] {
  const edits = useEdits();
  const list = useListEdits();
  return useMemo(() => list(edits), [list, edits]);
}
