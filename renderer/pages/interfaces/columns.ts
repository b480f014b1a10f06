// SPDX-License-Identifier: MIT
import { createColumnHelper } from '@tanstack/react-table';
import type { StackName } from '../../../electron/contract/family';
import type { InterfaceRow } from '../../adapters/interface-rows';
import type { TrafficUse } from '../../adapters/traffic-use';
import type { GridFeatures } from '../../ui/grid/use-grid-table';

const helper = createColumnHelper<GridFeatures, InterfaceRow>();
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
    meta: { width: 160, most: 280 },
  }),
  helper.accessor((row) => row.ipInterface.family, {
    id: 'family',
    sortFn: (a, b) => a.original.ipInterface.family.localeCompare(b.original.ipInterface.family),
    meta: { width: 60 },
  }),
  helper.accessor((row) => trafficOrder.indexOf(row.traffic), {
    id: 'traffic',
    meta: { width: 112 },
  }),
  helper.accessor((row) => numberOf(row.ipInterface.values.Metric), {
    id: 'metric',
    sortUndefined: 'last',
    meta: { width: 82, align: 'end' },
  }),
  helper.accessor('notDefault', {
    id: 'changes',
    sortDescFirst: true,
    meta: { width: 112 },
  }),
  helper.accessor('state', {
    id: 'state',
    sortFn: (a, b) => a.original.state.localeCompare(b.original.state),
    meta: { width: 108 },
  }),
  helper.accessor((row) => numberOf(row.ipInterface.values.NlMtu), {
    id: 'mtu',
    sortUndefined: 'last',
    meta: { width: 92, align: 'end' },
  }),
  helper.accessor('addresses', {
    id: 'addresses',
    enableSorting: false,
    meta: { width: 104, grows: true },
  }),
]);

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
