// SPDX-License-Identifier: MIT
import { amount, count } from './count';

function interfaces(n: number): string {
  return count(n, 'interface', 'interfaces');
}

export const selectionMessages = {
  selectRow: (adapter: string, family: string) => `Select ${adapter}, ${family}`,
  selectAll: 'Select all matches',
  selected: (n: number, hidden: number) =>
    hidden === 0
      ? `${amount(n)} selected`
      : `${amount(n)} selected, ${amount(hidden)} not in sight`,
  clear: 'Clear selection',
  menu: 'Row',
  open: 'Open details',
  select: 'Select',
  deselect: 'Take out of the selection',
  copyRows: (n: number) => (n === 1 ? 'Copy row' : `Copy ${amount(n)} rows`),
  copied: (n: number) => count(n, 'row copied.', 'rows copied.'),
  edit: (n: number) => `Edit ${interfaces(n)}`,
  mixed: 'Mixed',
  /** What a field with several values holds now. */
  mixedNow: (values: readonly string[], more: number) =>
    `Now: ${values.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  editedOn: (n: number, all: number) =>
    n === all ? 'Edited' : `Edited on ${amount(n)} of ${amount(all)}`,
  noShared: 'These interfaces have no field that can be set on all of them.',
  notShared: (n: number) =>
    n === 1
      ? '1 more field can be set on some of them only.'
      : `${n} more fields can be set on some of them only.`,
  tooMany: (n: number, most: number) =>
    `${interfaces(n)} are selected. At most ${most} can be edited together; select fewer.`,
  refused: (n: number, most: number) =>
    `Nothing was edited: that would make ${amount(n)} edits, and at most ${amount(most)} can be made this way. Select fewer interfaces or discard some edits.`,
};
