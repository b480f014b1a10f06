// SPDX-License-Identifier: MIT
import { useMemo, useState } from 'react';
import { messages } from '../../../electron/language/messages';
import type { InterfaceRow } from '../../adapters/interface-rows';
import { useMatchAnnouncement } from '../../ui/use-match-announcement';
import { filterRows, noFilters } from './filter-rows';
import type { InterfaceTable } from './use-interface-table';

/** The rows that search and filters leave, in the order of the table, and what was searched for. */
export function useShownRows(table: InterfaceTable, editCounts: ReadonlyMap<string, number>) {
  const [search, onSearch] = useState('');
  const [filters, onFilters] = useState(noFilters);
  const tableRows = table.getRowModel().rows;
  // Sorted once for all, so that a key in the search box costs no sorting.
  const sorted = useMemo(() => tableRows.map(({ original }) => original), [tableRows]);
  const shown: readonly InterfaceRow[] = useMemo(
    () => filterRows(sorted, search, filters, editCounts),
    [sorted, search, filters, editCounts],
  );
  const isFiltered = search !== '' || filters !== noFilters;
  useMatchAnnouncement(isFiltered ? messages.interfaces.matches({ n: shown.length }) : null);
  const clear = () => {
    onSearch('');
    onFilters(noFilters);
  };
  return { shown, filtering: { search, onSearch, filters, onFilters }, clear };
}
