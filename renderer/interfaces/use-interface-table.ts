// SPDX-License-Identifier: MIT
import { useTable } from '@tanstack/react-table';
import type { ColumnVisibilityState, ReactTable, SortingState } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { StackName } from '../../electron/contract/family';
import { columnsThatFit, interfaceColumns, interfaceTableFeatures } from './columns';
import type { InterfaceTableFeatures } from './columns';
import type { InterfaceRow } from './interface-rows';

export type InterfaceTable = ReactTable<InterfaceTableFeatures, InterfaceRow>;

/** Sorting and columns of the table: those that fit, unless the user chose otherwise. */
export function useInterfaceTable(
  data: readonly InterfaceRow[],
  width: number,
  isNarrow: boolean,
  stack: StackName,
): { readonly table: InterfaceTable; readonly showUsualColumns: () => void } {
  const [sorting, setSorting] = useState<SortingState>([{ id: 'adapter', desc: false }]);
  const [chosen, setChosen] = useState<ColumnVisibilityState>({});
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
    onSortingChange: setSorting,
    onColumnVisibilityChange: (update) => {
      const wanted = typeof update === 'function' ? update(columnVisibility) : update;
      const changed = Object.entries(wanted).filter(([id, show]) => show !== columnVisibility[id]);
      setChosen({ ...chosen, ...Object.fromEntries(changed) });
    },
  });
  return {
    table,
    showUsualColumns: () => {
      setChosen({});
    },
  };
}
