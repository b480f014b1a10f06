// SPDX-License-Identifier: MIT
import { useMemo } from 'react';
import { ipInterfaceId } from '../../electron/contract/snapshot';
import { useKnownAdapters } from '../adapters/known-adapters';
import { adapterName } from '../../electron/texts/adapter-name';
import { useInterfaces } from '../adapters/use-interfaces';
import type { Edit } from './edit';
import { editStatus } from './edit-status';
import type { EditStatus } from './edit-status';
import { useEdits } from './edits-context';

/** An edit with everything that is said about it. */
export interface ListedEdit {
  readonly edit: Edit;
  readonly status: EditStatus;
  /** The adapter's name. */
  readonly name: string;
}

/** All edits, compared with what is there now; empty until the interfaces were read. */
export function useEditList(): readonly ListedEdit[] {
  const edits = useEdits();
  const snapshot = useInterfaces().data;
  const adapters = useKnownAdapters();
  return useMemo(() => {
    if (!snapshot || edits.length === 0) return [];
    const rows = new Map(snapshot.ipInterfaces.map((row) => [ipInterfaceId(row), row]));
    return edits.map((edit) => ({
      edit,
      status: editStatus(edit, rows.get(ipInterfaceId(edit)), snapshot.stack),
      name: adapterName(adapters.get(edit.luid), edit.luid),
    }));
  }, [edits, snapshot, adapters]);
}
