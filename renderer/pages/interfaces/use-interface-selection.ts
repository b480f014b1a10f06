// SPDX-License-Identifier: MIT
import { useCallback } from 'react';
import type { InterfaceColumnId } from '../../../electron/contract/preferences';
import { ipInterfaceId } from '../../../electron/contract/snapshot';
import type { InterfaceRow } from '../../adapters/interface-rows';
import { useSelection } from '../../adapters/selection-context';
import { useDetails } from '../../ui/details-context';
import type { GridColumns } from '../../ui/grid/use-grid-table';
import { useSelectableRows } from '../../ui/grid/use-selectable-rows';
import type { RowMarks } from './row-marks';
import { rowsText } from './rows-text';
import { usePanes } from './use-panes';

interface InterfaceTable {
  readonly all: readonly InterfaceRow[];
  /** Those in sight, in their order. */
  readonly shown: readonly InterfaceRow[];
  readonly columns: GridColumns<InterfaceColumnId>;
  readonly marks: RowMarks;
}

/** Which rows of the table are looked at or selected, and what can be done with them. */
export function useInterfaceSelection({ all, shown, columns, marks }: InterfaceTable) {
  const details = useDetails();
  const openId = details.target && ipInterfaceId(details.target);
  const state = useSelection();
  const { selection } = state;
  const textOf = useCallback(
    (rows: readonly InterfaceRow[]) =>
      rowsText(
        rows,
        columns.inSight.map(({ id }) => id),
        marks,
      ),
    [columns, marks],
  );
  const { selected, actions, copy } = useSelectableRows({
    ...state,
    all,
    shown,
    textOf,
    openId,
    onOpen: ({ ipInterface: { luid, family } }) => {
      details.open({ luid, family });
    },
  });
  const panes = usePanes(selected.length, actions.clear);
  const openByKey = (row: InterfaceRow) => {
    if (selected.length > 1 && selection.has(row.id)) {
      panes.openMany?.();
      return;
    }
    const { luid, family } = row.ipInterface;
    actions.open(row);
    details.open({ luid, family, movesFocus: true });
  };
  return { openId, selection, selected, actions, openByKey, copy, panes };
}
