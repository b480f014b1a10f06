// SPDX-License-Identifier: MIT
import { useMemo, useState } from 'react';
import { useGridTable } from '../../ui/grid/use-grid-table';
import { routeColumnIds, usualFilters } from './arrange-rows';
import type { RouteSort } from './arrange-rows';
import type { MadeRows } from './made-rows';
import { routeColumns } from './route-columns';
import { useArrangedRows } from './use-route-rows';

const usualSort: RouteSort = { column: 'destination', descending: false };

/** The rows that are shown, in their order, and the columns; the one for tables only where there is more than the main one. */
export function useRouteTable(made: MadeRows, lookedUpId: string | null) {
  const [filters, onFilters] = useState(usualFilters);
  const [sort, onSort] = useState(usualSort);
  const { rows: shown, withTables } = useArrangedRows(made, { filters, sort, lookedUpId });
  const visibility = useMemo(() => ({ table: withTables }), [withTables]);
  const { columns } = useGridTable({
    ids: routeColumnIds,
    columns: routeColumns,
    visibility,
    sort,
    onSort,
  });
  return { shown, columns, filtering: { filters, onFilters } };
}
