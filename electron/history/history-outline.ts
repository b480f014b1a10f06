// SPDX-License-Identifier: MIT
// Which transactions of the history somebody looks for.

import { groupOfResult } from '../contract/history';
import type { HistoryEntry, HistoryFilter, HistoryOutline } from '../contract/history';
import type { SubjectAdapter } from '../contract/plan-subject';
import { planChanges, planTitle } from '../texts/plan-title';
import { settingLabel } from '../texts/setting-text';
import type { Adapter, Luid } from '../contract/snapshot';
import { historyEntry } from './history';
import type { HistorySources } from './history';
import type { JournalTransaction } from '../journal/journal-history';

/** All that a search looks through: the title as it is shown, and what a title has no room for. */
function searchedText(
  { subject, adapters }: HistoryEntry,
  { operations, lastingChanges, origin }: JournalTransaction,
  namesNow: ReadonlyMap<Luid, string>,
): string {
  const nameOf = ({ luid, alias }: SubjectAdapter) =>
    alias ??
    adapters.find((adapter) => adapter.luid === luid)?.alias ??
    namesNow.get(luid ?? '') ??
    '';
  const names = [...(origin?.adapters ?? []), ...lastingChanges].map(({ alias }) => alias);
  const fields = new Set(operations.map(({ operation }) => operation.field));
  return [
    planTitle(subject, { nameOf }),
    planChanges(subject, { nameOf }),
    ...names,
    ...[...fields].map((field) => settingLabel(field)),
  ].join('\n');
}

function isOfGroups({ result }: HistoryEntry, groups: HistoryFilter['groups']): boolean {
  const group = groupOfResult[result];
  return groups.length === 0 || (group !== null && groups.includes(group));
}

/**
 * The places of the transactions that a filter lets through, oldest first.
 * @param now The adapters that are there, for names that the journal does not tell.
 */
export function historyOutline(
  { search, groups }: HistoryFilter,
  sources: HistorySources,
  now: readonly Adapter[],
): HistoryOutline {
  const { index } = sources;
  const namesNow = new Map(now.map(({ luid, alias }) => [luid, alias]));
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  const isMeant = (transaction: JournalTransaction) => {
    // How a transaction ended takes a look at what is there now, so it is not asked for without need.
    if (groups.length === 0 && wanted.length === 0) return true;
    const entry = historyEntry(transaction, sources);
    if (!isOfGroups(entry, groups)) return false;
    if (wanted.length === 0) return true;
    const text = searchedText(entry, transaction, namesNow).toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
  const places = index.slice(0, index.size).filter(isMeant);
  return {
    total: index.size,
    places: places.map(({ sequence, startedAt }) => ({ sequence, startedAt })),
  };
}
