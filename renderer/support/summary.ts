// SPDX-License-Identifier: MIT
// S33: what a technician wants to hear first, as text to copy; pure.

import { families } from '../../electron/contract/family';
import type { StackName } from '../../electron/contract/family';
import type { HistoryEntry } from '../../electron/contract/history';
import { fieldNamed } from '../../electron/contract/fields';
import type { Snapshot } from '../../electron/contract/snapshot';
import { notDefaultFields } from '../interfaces/field-default';
import type { InterfaceRow } from '../interfaces/interface-rows';
import { defaultRouteMetrics } from '../interfaces/internet-traffic';
import { messages } from '../ui/messages';
import { timeOfDay } from '../ui/time-text';

const words = messages.support.summary;

/** Values that are named before the rest is only counted. */
const mostNamed = 12;

function listText(names: readonly string[]): string {
  if (names.length === 0) return words.none;
  const named = names.slice(0, mostNamed);
  const rest = names.length - named.length;
  return [...named, ...(rest > 0 ? [words.more(rest)] : [])].join(', ');
}

const nameOf = ({ name, ipInterface }: InterfaceRow) => `${name} (${ipInterface.family})`;

function trafficSentences(rows: readonly InterfaceRow[], snapshot: Snapshot): readonly string[] {
  const metrics = defaultRouteMetrics(snapshot);
  return families.map((family) => {
    const carriers = rows.filter(
      ({ traffic, ipInterface }) => traffic === 'in-use' && ipInterface.family === family,
    );
    const [first] = carriers;
    if (!first) return words.nowhere(family);
    const names = carriers.map(({ name }) => name).join(', ');
    return words.leaves(family, names, metrics.get(first.id) ?? 0);
  });
}

function notDefaultNames(rows: readonly InterfaceRow[], stack: StackName): readonly string[] {
  return rows
    .filter(({ notDefault }) => notDefault > 0)
    .flatMap((row) =>
      notDefaultFields(row.ipInterface, stack, row.kind).map((field) =>
        words.field(fieldNamed(field).label, row.name, row.ipInterface.family),
      ),
    );
}

function lastChangeSentence(last: HistoryEntry | null): string {
  if (!last) return words.noChange;
  const { first, adapter, operations, result, startedAt } = last;
  const name = adapter?.alias ?? messages.interfaces.unknownAdapter(first.luid);
  const what = words.field(fieldNamed(first.field).label, name, first.family);
  return words.lastChange(words.change(timeOfDay(startedAt), what, operations - 1, result));
}

/** The whole text. */
export function summaryText(
  computer: string,
  now: Date,
  rows: readonly InterfaceRow[],
  snapshot: Snapshot,
  last: HistoryEntry | null,
): string {
  const off = rows.filter(({ ipInterface }) => ipInterface.values.DisableDefaultRoutes === 1);
  return [
    words.head(
      computer,
      now.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' }),
    ),
    ...trafficSentences(rows, snapshot),
    words.off(listText(off.map(nameOf))),
    words.notDefault(listText(notDefaultNames(rows, snapshot.stack))),
    lastChangeSentence(last),
  ].join('\n');
}
