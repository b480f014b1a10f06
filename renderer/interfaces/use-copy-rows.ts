// SPDX-License-Identifier: MIT
import { useAnnounce } from '@fluentui/react-components';
import { useCallback } from 'react';
import { interfaceColumnIds } from '../../electron/contract/preferences';
import { useBridge } from '../bridge/bridge';
import { messages } from '../ui/messages';
import type { VisibleColumn } from './InterfaceRowView';
import type { InterfaceRow } from './interface-rows';
import { rowsText } from './rows-text';

/** What Copy takes when it is asked for at a row: the selection it belongs to, or the row alone. */
export function rowsToCopy(
  selected: readonly InterfaceRow[],
  at: InterfaceRow,
): readonly InterfaceRow[] {
  return selected.some(({ id }) => id === at.id) ? selected : [at];
}

/** Copies rows with the columns in sight, as a table to paste. */
export function useCopyRows(
  selected: readonly InterfaceRow[],
  columns: readonly VisibleColumn[],
  editCounts: ReadonlyMap<string, number>,
): (at: InterfaceRow) => void {
  const bridge = useBridge();
  const { announce } = useAnnounce();
  return useCallback(
    (at) => {
      const rows = rowsToCopy(selected, at);
      const ids = interfaceColumnIds.filter((id) => columns.some((column) => column.id === id));
      void bridge.app.copyText(rowsText(rows, ids, editCounts)).then((reply) => {
        const { copied } = messages.selection;
        announce(reply.ok ? copied(rows.length) : messages.copied.failed, { polite: true });
      });
    },
    [selected, columns, editCounts, bridge, announce],
  );
}
