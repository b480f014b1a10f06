// SPDX-License-Identifier: MIT
import { useTable } from '@tanstack/react-table';
import type { ReactTable, SortingState } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { StackName } from '../../../electron/contract/family';
import { interfaceColumnIds } from '../../../electron/contract/preferences';
import type {
  InterfaceColumnId,
  InterfaceTablePreferences,
} from '../../../electron/contract/preferences';
import { usePreferences, useStorePreferences } from '../../bridge/use-preferences';
import { columnsThatFit, interfaceColumns, interfaceTableFeatures } from './columns';
import type { InterfaceTableFeatures } from './columns';
import type { InterfaceRow } from '../../adapters/interface-rows';

export type InterfaceTable = ReactTable<InterfaceTableFeatures, InterfaceRow>;

function isColumnId(text: string): text is InterfaceColumnId {
  return interfaceColumnIds.some((id) => id === text);
}

function sortOf([first]: SortingState): InterfaceTablePreferences['sort'] | null {
  return first && isColumnId(first.id) ? { column: first.id, descending: first.desc } : null;
}

/** Sorting and columns of the table, kept between runs: columns that fit, unless the user chose otherwise. */
export function useInterfaceTable(
  data: readonly InterfaceRow[],
  width: number,
  isNarrow: boolean,
  stack: StackName,
): { readonly table: InterfaceTable; readonly showUsualColumns: () => void } {
  const preferences = usePreferences().interfaceTable;
  const storePreferences = useStorePreferences();
  const store = (some: Partial<InterfaceTablePreferences>) => {
    storePreferences({ interfaceTable: { ...preferences, ...some } });
  };
  const { sort, columns: chosen } = preferences;
  const sorting = useMemo((): SortingState => [{ id: sort.column, desc: sort.descending }], [sort]);
  const columnVisibility = useMemo(
    () => ({ ...columnsThatFit(width, isNarrow, stack), ...chosen }),
    [width, isNarrow, stack, chosen],
  );
  const table = useTable({
    features: interfaceTableFeatures,
    columns: interfaceColumns,
    data,
    getRowId: (row) => row.id,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { sorting, columnVisibility },
    onSortingChange: (update) => {
      const wanted = sortOf(typeof update === 'function' ? update(sorting) : update);
      if (wanted) store({ sort: wanted });
    },
    onColumnVisibilityChange: (update) => {
      const wanted = typeof update === 'function' ? update(columnVisibility) : update;
      const changed = Object.entries(wanted).filter(
        ([id, show]) => isColumnId(id) && show !== columnVisibility[id],
      );
      store({ columns: { ...chosen, ...Object.fromEntries(changed) } });
    },
  });
  return {
    table,
    showUsualColumns: () => {
      store({ columns: {} });
    },
  };
}
