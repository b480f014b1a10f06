// SPDX-License-Identifier: MIT
import {
  createColumnHelper,
  createSortedRowModel,
  metaHelper,
  columnVisibilityFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { ComponentType } from 'react';
import type { StackName } from '../../../electron/contract/family';
import type { ColumnLayout } from '../../ui/grid/column-layout';
import { interfaceColumnIds } from '../../../electron/contract/preferences';
import { messages } from '../../../electron/language/messages';
import {
  AdapterCell,
  AddressesCell,
  ChangesCell,
  FamilyCell,
  MetricCell,
  MtuCell,
  StateCell,
  TrafficCell,
} from './cells';
import type { CellProps } from './cells';
import type { TrafficUse } from '../../adapters/traffic-use';
import type { InterfaceRow } from '../../adapters/interface-rows';

/** How a column looks. */
export interface ColumnLook extends ColumnLayout {
  readonly Cell: ComponentType<CellProps>;
}

export const interfaceTableFeatures = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnMeta: metaHelper<ColumnLook>(),
});

export type InterfaceTableFeatures = typeof interfaceTableFeatures;

const helper = createColumnHelper<InterfaceTableFeatures, InterfaceRow>();
const names = messages.interfaces.columnNames;
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const trafficOrder: readonly TrafficUse[] = ['in-use', 'on', 'off', 'none'];

/** A number for sorting; rows without one come last. */
function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** Width in pixels of the column with the checkboxes, which always stays. */
export const selectColumnWidth = 36;

/** In order of survival: the last ones go first when there is no room. */
export const interfaceColumns = helper.columns([
  helper.accessor('name', {
    id: 'adapter',
    enableHiding: false,
    sortFn: (a, b) =>
      collator.compare(a.original.name, b.original.name) ||
      a.original.ipInterface.luid.localeCompare(b.original.ipInterface.luid) ||
      a.original.ipInterface.family.localeCompare(b.original.ipInterface.family),
    meta: { width: 160, most: 280, Cell: AdapterCell },
  }),
  helper.accessor((row) => row.ipInterface.family, {
    id: 'family',
    sortFn: (a, b) => a.original.ipInterface.family.localeCompare(b.original.ipInterface.family),
    meta: { width: 60, Cell: FamilyCell },
  }),
  helper.accessor((row) => trafficOrder.indexOf(row.traffic), {
    id: 'traffic',
    meta: { width: 112, Cell: TrafficCell },
  }),
  helper.accessor((row) => numberOf(row.ipInterface.values.Metric), {
    id: 'metric',
    sortUndefined: 'last',
    meta: { width: 82, align: 'end', Cell: MetricCell },
  }),
  helper.accessor('notDefault', {
    id: 'changes',
    sortDescFirst: true,
    meta: { width: 112, Cell: ChangesCell },
  }),
  helper.accessor('state', {
    id: 'state',
    sortFn: (a, b) => a.original.state.localeCompare(b.original.state),
    meta: { width: 108, Cell: StateCell },
  }),
  helper.accessor((row) => numberOf(row.ipInterface.values.NlMtu), {
    id: 'mtu',
    sortUndefined: 'last',
    meta: { width: 92, align: 'end', Cell: MtuCell },
  }),
  helper.accessor('addresses', {
    id: 'addresses',
    enableSorting: false,
    meta: { width: 104, grows: true, Cell: AddressesCell },
  }),
]);

/** What a column is called. */
export function columnLabel({ id }: { readonly id?: string }): string {
  const known = interfaceColumnIds.find((one) => one === id);
  return known === undefined ? '' : names[known];
}

/** Columns a narrow window keeps; the rest is in the detail pane. */
const narrowColumns = 5;

/** Pixels more that names get before any column is shown that a narrow window does without. */
const roomForNames = 60;

/**
 * Which columns to show: those that fit into a width, in order of survival, less one that would be empty.
 * The first column always stays.
 */
export function columnsThatFit(
  width: number,
  isNarrow: boolean,
  stack: StackName,
): Record<string, boolean> {
  let used = selectColumnWidth;
  const visibility: Record<string, boolean> = {};
  for (const [index, { id = '', meta }] of interfaceColumns.entries()) {
    // Linux has no interface metric.
    const isEmpty = id === 'metric' && stack === 'linux';
    if (!isEmpty) used += meta?.width ?? 0;
    const isOptional = index >= narrowColumns;
    const needed = isOptional ? used + roomForNames : used;
    const fits = needed <= width && !(isNarrow && isOptional);
    visibility[id] = index === 0 || (fits && !isEmpty);
  }
  return visibility;
}
