// SPDX-License-Identifier: MIT
import type { Family } from '../../../electron/contract/family';
import type { AdapterKind } from '../../../electron/contract/adapter-kind';
import type { InterfaceRow } from '../../adapters/interface-rows';

/** What the table shows; an empty list of families or kinds means all of them. */
export interface InterfaceFilters {
  readonly families: readonly Family[];
  readonly kinds: readonly AdapterKind[];
  readonly connected: boolean;
  readonly notDefault: boolean;
  readonly edited: boolean;
}

export const noFilters: InterfaceFilters = {
  families: [],
  kinds: [],
  connected: false,
  notDefault: false,
  edited: false,
};

/** How many filters are set. */
export function countInterfaceFilters(filters: InterfaceFilters): number {
  const flags = [filters.connected, filters.notDefault, filters.edited].filter(Boolean).length;
  return filters.families.length + filters.kinds.length + flags;
}

/** Made once for each row, because every key in the search box asks for all of them. */
const searchTexts = new WeakMap<InterfaceRow, string>();

/** Text of a row that the search looks into. */
function searchText(row: InterfaceRow): string {
  const known = searchTexts.get(row);
  if (known !== undefined) return known;
  const { name, adapter, addresses, ipInterface } = row;
  const { luid, family } = ipInterface;
  const parts = [name, family, addresses, luid];
  if (adapter) parts.push(adapter.description, adapter.guid, adapter.physicalAddress);
  const text = parts.join('\n').toLowerCase();
  searchTexts.set(row, text);
  return text;
}

/** The rows that contain every word of `search` and pass the filters, in their order. */
export function filterRows(
  rows: readonly InterfaceRow[],
  search: string,
  filters: InterfaceFilters,
  marks: ReadonlyMap<string, unknown>,
): readonly InterfaceRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && countInterfaceFilters(filters) === 0) return rows;
  const { families, kinds } = filters;
  return rows.filter((row) => {
    if (families.length > 0 && !families.includes(row.ipInterface.family)) return false;
    if (kinds.length > 0 && !kinds.includes(row.kind)) return false;
    if (filters.connected && row.state !== 'connected') return false;
    if (filters.notDefault && row.notDefault === 0) return false;
    if (filters.edited && !marks.has(row.id)) return false;
    const text = words.length > 0 ? searchText(row) : '';
    return words.every((word) => text.includes(word));
  });
}
