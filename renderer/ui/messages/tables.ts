// SPDX-License-Identifier: MIT
// Words that every table of a page has.

export const tableMessages = {
  filter: 'Filter',
  filterActive: (n: number) => `Filter (${n})`,
  clearFilters: 'Clear filters',
  refresh: 'Refresh',
};
