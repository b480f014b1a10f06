// SPDX-License-Identifier: MIT
import { useMemo } from 'react';
import type { StackName } from '../../../electron/contract/family';
import { interfaceColumnIds } from '../../../electron/contract/preferences';
import type { InterfaceTablePreferences } from '../../../electron/contract/preferences';
import type { InterfaceRow } from '../../adapters/interface-rows';
import { usePreferences, useStorePreferences } from '../../bridge/use-preferences';
import { useGridTable } from '../../ui/grid/use-grid-table';
import { useWindowWidth } from '../../ui/use-window-size';
import { columnsThatFit, interfaceColumns, selectColumnWidth } from './columns';

/** Sorting and columns of the table, kept between runs: columns that fit, unless the user chose otherwise. */
export function useInterfaceTable(rows: readonly InterfaceRow[], room: number, stack: StackName) {
  const { sort, columns: chosen } = usePreferences().interfaceTable;
  const storePreferences = useStorePreferences();
  const store = (some: Partial<InterfaceTablePreferences>) => {
    storePreferences({ interfaceTable: { sort, columns: chosen, ...some } });
  };
  const width = useWindowWidth();
  const isNarrow = width === 'narrow' || width === 'small';
  const visibility = useMemo(
    () => ({ ...columnsThatFit(room, isNarrow, stack), ...chosen }),
    [room, isNarrow, stack, chosen],
  );
  const table = useGridTable({
    ids: interfaceColumnIds,
    columns: interfaceColumns,
    rowsToSort: rows,
    leadWidth: selectColumnWidth,
    sort,
    onSort: (wanted) => {
      store({ sort: wanted });
    },
    visibility,
    onVisibility: (column, isShown) => {
      store({ columns: { ...chosen, [column]: isShown } });
    },
  });
  const showUsualColumns = () => {
    store({ columns: {} });
  };
  return { ...table, showUsualColumns };
}
