// SPDX-License-Identifier: MIT
import { createColumnHelper } from '@tanstack/react-table';
import type { RouteRow } from '../../../electron/texts/route-rows';
import type { ColumnLayout } from '../../ui/grid/column-layout';
import type { GridFeatures } from '../../ui/grid/use-grid-table';
import { routeColumnIds, sortKeys } from './arrange-rows';
import type { RouteColumnId } from './arrange-rows';

const helper = createColumnHelper<GridFeatures, RouteRow>();

const layouts: Readonly<Record<RouteColumnId, ColumnLayout>> = {
  destination: { width: 176, most: 300 },
  gateway: { width: 132, most: 240 },
  interface: { width: 128, most: 220 },
  metric: { width: 124, align: 'end' },
  defaultRoute: { width: 128, grows: true },
  origin: { width: 132 },
  table: { width: 100 },
};

export const routeColumns = helper.columns(
  routeColumnIds.map((id) => helper.accessor(sortKeys[id], { id, meta: layouts[id] })),
);
