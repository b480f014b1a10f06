// SPDX-License-Identifier: MIT
import { useMemo, useState } from 'react';
import { messages } from '../../../electron/language/messages';
import type { InterfaceRow } from '../../adapters/interface-rows';
import { useMatchAnnouncement } from '../../ui/use-match-announcement';
import { filterRows, noFilters } from './filter-rows';
import type { RowMarks } from './row-marks';

/** The rows of those that search and filters leave, in their order, and what was searched for. */
export function useShownRows(rows: readonly InterfaceRow[], marks: RowMarks) {
  const [search, onSearch] = useState('');
  const [filters, onFilters] = useState(noFilters);
  const shown = useMemo(
    () => filterRows(rows, search, filters, marks),
    [rows, search, filters, marks],
  );
  const isFiltered = search !== '' || filters !== noFilters;
  useMatchAnnouncement(isFiltered ? messages.interfaces.matches({ n: shown.length }) : null);
  const clear = () => {
    onSearch('');
    onFilters(noFilters);
  };
  return { shown, filtering: { search, onSearch, filters, onFilters }, clear };
}
