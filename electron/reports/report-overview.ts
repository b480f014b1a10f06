// SPDX-License-Identifier: MIT
// What a report begins with: which way internet traffic goes, and what was changed last. Pure.

import { carriersOf } from '../contract/carriers';
import type { Family } from '../contract/family';
import type { FieldName } from '../contract/fields';
import type { HistoryEntry, HistoryResult } from '../contract/history';
import type { InternetTraffic } from '../contract/preview';
import { ipInterfaceId } from '../contract/snapshot';
import type { IpInterfaceKey, Luid } from '../contract/snapshot';
import type { Masks } from './masking';

/** Which way most internet traffic of a family goes. */
export interface ReportedTraffic {
  readonly kind: InternetTraffic['kind'];
  /** The adapters that it may leave through; none where it doesn't leave. */
  readonly luids: readonly Luid[];
  /** The effective metric that decides; null where none does. */
  readonly metric: number | null;
  /** Whether a part of it goes another way. */
  readonly isDivided: boolean;
}

/** One transaction, by its first change. */
export interface ReportedChange {
  /** ISO 8601. */
  readonly startedAt: string;
  readonly kind: HistoryEntry['kind'];
  readonly result: HistoryResult;
  readonly adapter: string;
  readonly family: Family;
  readonly field: FieldName;
  /** Null where nothing lasted, or is to last any more. */
  readonly from: number | null;
  readonly to: number | null;
  /** Whether it is about what is set again and again. */
  readonly isLasting: boolean;
  /** How many other changes belong to it. */
  readonly others: number;
}

/** What a report begins with. */
export interface ReportOverview {
  readonly traffic: Readonly<Record<Family, ReportedTraffic>>;
  /** Newest first; null: the journal can't be read. */
  readonly changes: readonly ReportedChange[] | null;
}

/** What is known besides the snapshot. */
export interface Circumstances {
  readonly traffic: Readonly<Record<Family, InternetTraffic>>;
  /** Oldest first; null: the journal can't be read. */
  readonly history: readonly HistoryEntry[] | null;
}

function reportedTraffic(traffic: InternetTraffic): ReportedTraffic {
  return {
    kind: traffic.kind,
    luids: carriersOf(traffic),
    metric: 'metric' in traffic ? traffic.metric : null,
    isDivided: traffic.rest.length > 0,
  };
}

function reportedChange(entry: HistoryEntry): readonly ReportedChange[] {
  const { startedAt, kind, result, first, firstLasting, adapter } = entry;
  const about = first ?? firstLasting;
  if (!about) return [];
  return [
    {
      startedAt: new Date(startedAt).toISOString(),
      kind,
      result,
      adapter: adapter?.alias ?? firstLasting?.alias ?? '',
      family: about.family,
      field: about.field,
      from: about.expected,
      to: about.value,
      isLasting: first === null,
      others: (first ? entry.operations : entry.lastingChanges) - 1,
    },
  ];
}

/** Whether a transaction is about one of some IP interfaces; it is told by its first change. */
function isAbout(
  { first, firstLasting }: HistoryEntry,
  scope: readonly IpInterfaceKey[] | null,
): boolean {
  if (scope === null) return true;
  const ids = new Set(scope.map(ipInterfaceId));
  const luid = first?.luid ?? firstLasting?.luid ?? null;
  const family = first?.family ?? firstLasting?.family;
  return luid !== null && family !== undefined && ids.has(ipInterfaceId({ luid, family }));
}

/** The overview of everything, or of some IP interfaces. */
export function overviewOf(
  { traffic, history }: Circumstances,
  scope: readonly IpInterfaceKey[] | null,
): ReportOverview {
  return {
    traffic: {
      IPv4: reportedTraffic(traffic.IPv4),
      IPv6: reportedTraffic(traffic.IPv6),
    },
    changes:
      history
        ?.toReversed()
        .filter((entry) => isAbout(entry, scope))
        .flatMap(reportedChange) ?? null,
  };
}

/** The same without the names of adapters. */
export function maskOverview(overview: ReportOverview, masks: Masks): ReportOverview {
  const changes = overview.changes?.map((change) => ({
    ...change,
    adapter: masks.mask('name', change.adapter),
  }));
  return { ...overview, changes: changes ?? null };
}
