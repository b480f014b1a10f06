// SPDX-License-Identifier: MIT
// A report beside this computer: what may be read of one that somebody else wrote, and what differs. Pure.

import { z } from 'zod';
import { families } from '../contract/family';
import { fields } from '../contract/fields';
import { grouped } from '../contract/grouped';
import { ipInterfaceId } from '../contract/snapshot';
import type { Adapter, FieldValue, IpInterface, Snapshot } from '../contract/snapshot';
import type { Comparison, Difference, SavedSetDefect } from '../contract/support';
import { meantAmong } from '../lasting/meant-adapter';
import { reportFormat, reportVersion } from './report';
import { fitOfValue } from './saved-set';

/** More than any computer has; what is longer was made to be long. */
const mostAdapters = 20_000;
const longestName = 1024;

/** More differences than anybody reads. */
const mostDifferences = 2_000;

const luid = z.string().max(20);
const fieldValue = z.union([z.int(), z.string().max(64), z.array(z.int()).max(64)]).nullable();

/** Version 1 had the same of these. Fields of a later program are not compared. */
const comparableReport = z.object({
  format: z.literal(reportFormat),
  version: z.int().min(1).max(reportVersion),
  computer: z.string().max(256),
  createdAt: z.iso.datetime(),
  isMasked: z.boolean(),
  snapshot: z.object({
    stack: z.enum(['windows', 'linux', 'simulated']),
    adapters: z
      .array(
        z.object({
          luid,
          guid: z.string().max(64),
          alias: z.string().max(longestName),
          description: z.string().max(longestName),
          type: z.int().min(0),
        }),
      )
      .max(mostAdapters),
    ipInterfaces: z
      .array(
        z.object({
          luid,
          family: z.enum(families),
          values: z.record(z.string().max(64), fieldValue),
        }),
      )
      .max(families.length * mostAdapters),
  }),
});

/** What of a report can be compared. */
export type ComparableReport = z.infer<typeof comparableReport>;

type ReportedAdapter = ComparableReport['snapshot']['adapters'][number];
type ReportedInterface = ComparableReport['snapshot']['ipInterfaces'][number];

const hasVersion = (value: unknown): value is { readonly version: unknown } =>
  typeof value === 'object' && value !== null && 'version' in value;

/** Reads the value in a file as a report, or says why it is none. */
export function parseReport(
  value: unknown,
): { readonly report: ComparableReport } | { readonly defect: SavedSetDefect } {
  const { data } = comparableReport.safeParse(value);
  if (data) return { report: data };
  const isLater =
    hasVersion(value) && typeof value.version === 'number' && value.version > reportVersion;
  return { defect: isLater ? 'other-version' : 'not-a-set' };
}

/** What tells a row from another says nothing of how it is set. */
const compared = fields.filter(({ access }) => access === 'settable' || access === 'status');

const nameOf = ({ alias, description }: Pick<Adapter, 'alias' | 'description'>) =>
  alias || description;

const isSame = (one: FieldValue, other: FieldValue) =>
  JSON.stringify(one) === JSON.stringify(other);

function differencesOf(
  there: ReportedInterface,
  here: IpInterface,
  adapter: string,
  snapshot: Snapshot,
): readonly Difference[] {
  const { family } = here;
  return compared.flatMap(({ name: field }): Difference[] => {
    const value = Object.hasOwn(there.values, field) ? there.values[field] : undefined;
    const live = here.values[field];
    if (value === undefined || isSame(value, live)) return [];
    const fit =
      typeof value === 'number'
        ? fitOfValue({ field, value }, here, snapshot)
        : ({ kind: 'not-settable' } as const);
    return [{ adapter, family, field, there: value, here: live, fit }];
  });
}

/** Which adapter here each one of the report means, by the rule of lasting settings. */
function matches(adapters: readonly ReportedAdapter[], here: readonly Adapter[]) {
  const meant = meantAmong(here);
  const pairs = adapters.map((there) => ({ there, here: meant(there) }));
  const times = new Map<Adapter, number>();
  for (const { here: one } of pairs) {
    if (one !== null && one !== 'two') times.set(one, (times.get(one) ?? 0) + 1);
  }
  // Two of the report that mean the same one here leave it open which is to be compared.
  return pairs.map((pair) =>
    pair.here !== null && pair.here !== 'two' && (times.get(pair.here) ?? 0) > 1
      ? { ...pair, here: 'two' as const }
      : pair,
  );
}

const rank = ({ fit }: Difference) => (fit.kind === 'fits' ? 0 : 1);

/** What differs between a report and what is here now. */
export function compareReport(
  { snapshot: there }: ComparableReport,
  here: Snapshot,
): Pick<Comparison, 'differences' | 'more' | 'onlyThere' | 'onlyHere' | 'unclear'> {
  const rowsHere = new Map(here.ipInterfaces.map((row) => [ipInterfaceId(row), row]));
  const rowsThere = grouped(there.ipInterfaces, ({ luid }) => luid);
  const pairs = matches(there.adapters, here.adapters);
  const differences = pairs.flatMap(({ there: adapter, here: meant }) => {
    if (meant === null || meant === 'two') return [];
    return (rowsThere.get(adapter.luid) ?? []).flatMap((row) => {
      const live = rowsHere.get(ipInterfaceId({ luid: meant.luid, family: row.family }));
      return live ? differencesOf(row, live, nameOf(meant), here) : [];
    });
  });
  const found = new Set(pairs.map((pair) => pair.here));
  const named = (kind: null | 'two') =>
    pairs.filter((pair) => pair.here === kind).map((pair) => nameOf(pair.there));
  const sorted = differences.toSorted((a, b) => rank(a) - rank(b));
  return {
    differences: sorted.slice(0, mostDifferences),
    more: Math.max(0, sorted.length - mostDifferences),
    onlyThere: named(null),
    onlyHere: here.adapters.filter((one) => !found.has(one)).map(nameOf),
    unclear: named('two'),
  };
}
