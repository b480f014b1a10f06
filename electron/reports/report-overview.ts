// SPDX-License-Identifier: MIT
// What a report begins with: which way internet traffic goes, and what was changed last. Pure.

import { carriersOf } from '../contract/carriers';
import type { Family } from '../contract/family';
import type { HistoryEntry, HistoryResult } from '../contract/history';
import type { InternetTraffic } from '../contract/preview';
import { planChanges, planTitle } from '../texts/plan-title';
import type { TitleNames } from '../texts/plan-title';
import type { Adapter, IpInterfaceKey, Luid } from '../contract/snapshot';
import { messages } from '../language/messages';
import type { ReportedLogEntry } from './report-log';

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

/** One transaction, as the history tells it. */
export interface ReportedChange {
  /** ISO 8601. */
  readonly startedAt: string;
  readonly result: HistoryResult;
  /** "Turn split tunnelling on · Contoso VPN" */
  readonly title: string;
  /** "1500 bytes → 1400 bytes"; empty where no value changed. */
  readonly values: string;
}

/** How many of the last changes a report tells. */
export const changesInReport = 20;

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
  /** The end of the log, oldest first. */
  readonly log: readonly ReportedLogEntry[];
  /** What the person at the computer is called there. */
  readonly person: readonly string[];
}

function reportedTraffic(traffic: InternetTraffic): ReportedTraffic {
  return {
    kind: traffic.kind,
    luids: carriersOf(traffic),
    metric: 'metric' in traffic ? traffic.metric : null,
    isDivided: traffic.rest.length > 0,
  };
}

/** What an adapter is called, or masked. */
export type NameAdapter = (alias: string) => string;

/** What stands for the name of an adapter that a report of a selection is not about. */
export const notReported = (): string => messages.report.notReported;

function nameIn(
  { adapters }: HistoryEntry,
  now: readonly Adapter[],
  scope: readonly IpInterfaceKey[] | null,
  nameAdapter: NameAdapter,
): TitleNames['nameOf'] {
  const isOutside = (luid: Luid | null) => scope?.every((key) => key.luid !== luid) ?? false;
  return ({ luid, alias }) => {
    if (isOutside(luid)) return notReported();
    const known = [...adapters, ...now].find((adapter) => adapter.luid === luid)?.alias;
    const name = alias ?? known;
    return name === undefined ? `adapter ${luid ?? ''}` : nameAdapter(name);
  };
}

/** The overview of everything, or of some IP interfaces; names pass through `nameAdapter`. */
export function overviewOf(
  { traffic, history }: Circumstances,
  adapters: readonly Adapter[],
  scope: readonly IpInterfaceKey[] | null,
  nameAdapter: NameAdapter,
): ReportOverview {
  const reported = (entry: HistoryEntry): ReportedChange => {
    const { startedAt, result, subject } = entry;
    const names = { nameOf: nameIn(entry, adapters, scope, nameAdapter) };
    return {
      startedAt: new Date(startedAt).toISOString(),
      result,
      title: planTitle(subject, names),
      values: planChanges(subject, names),
    };
  };
  const told = history?.toReversed().filter((entry) => isInScope(entry, scope));
  return {
    traffic: {
      IPv4: reportedTraffic(traffic.IPv4),
      IPv6: reportedTraffic(traffic.IPv6),
    },
    changes: told?.map(reported) ?? null,
  };
}

/** Every name in the last changes. */
export function namesInHistory({ history }: Circumstances): readonly string[] {
  return (history ?? []).flatMap(({ adapters, subject }) => [
    ...adapters.map(({ alias }) => alias),
    ...subject.adapters.flatMap(({ alias }) => alias ?? []),
  ]);
}

/** Whether a transaction is about one of some IP interfaces, as far as its subject names them. */
function isInScope({ subject }: HistoryEntry, scope: readonly IpInterfaceKey[] | null): boolean {
  if (scope === null) return true;
  const { adapters, family } = subject;
  return scope.some(
    (key) =>
      (family === null || key.family === family) && adapters.some(({ luid }) => luid === key.luid),
  );
}
