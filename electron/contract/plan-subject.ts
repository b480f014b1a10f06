// SPDX-License-Identifier: MIT
// What a plan is about, counted as a person would: one value is one change, however many adapters and families get it,
// and a metric is automatic or a number.

import type { Operation } from './operation';
import type { Family } from './family';
import type { FieldName } from './fields';
import { grouped } from './grouped';
import type { Intent } from './intent';
import type { LastingChange } from './lasting';
import type { Luid } from './snapshot';

/** A number of the field, or what becomes of a metric that is told without one. */
export type ChangedValue = number | 'automatic' | 'fixed';

/** What becomes of a setting. */
interface ChangedValues {
  readonly field: FieldName;
  /** Null where there were several values, or none is told. */
  readonly from: ChangedValue | null;
  /** Null where a lasting setting stops. */
  readonly to: ChangedValue | null;
}

/** The same, and what the metric was before where it was automatic; null where it wasn't, was several, or isn't told. */
interface ToldChange extends ChangedValues {
  readonly automaticMetric: number | null;
}

/** One change, and every place that gets it. */
export interface PlacedChange extends ToldChange {
  readonly places: readonly ChangedPlace[];
}

/** An IP interface that a change is made to. */
export interface ChangedPlace {
  readonly adapter: SubjectAdapter;
  readonly family: Family;
}

/** An adapter, by its LUID; one of a lasting setting by its name. */
export interface SubjectAdapter {
  readonly luid: Luid | null;
  readonly alias: string | null;
}

/** Adapters, the first of them and how many there are, and the one family if it is one. */
export interface SubjectPlace {
  readonly adapters: readonly SubjectAdapter[];
  readonly adapterCount: number;
  /** Null where both are changed. */
  readonly family: Family | null;
}

/** One change, and where it is made; of both fields of the metric it is called Metric. */
export interface Change extends ChangedValues, SubjectPlace {}

/** What a plan is about, in short; however long the plan is, this is not. */
export interface PlanSubject extends SubjectPlace {
  readonly isRestore: boolean;
  /** Values, or without any of them what is set again. */
  readonly about: 'values' | 'making-last' | 'stopping-last';
  readonly intent: Intent | null;
  /** The first of them, and how many there are. */
  readonly changes: readonly Change[];
  readonly changeCount: number;
}

/** What is told of a plan. */
export interface SubjectPlan {
  readonly operations: readonly Operation[];
  readonly lastingChanges?: readonly LastingChange[] | undefined;
  readonly intent?: Intent | null | undefined;
}

const mostChanges = 3;
const mostAdapters = 3;

/** A change of one field of one IP interface. */
interface Single extends ToldChange, ChangedPlace {}

/** An operation or a lasting change. */
type ChangedPart = Pick<Operation, 'family' | 'field'> &
  Pick<LastingChange, 'expected' | 'value'> & { readonly adapter: SubjectAdapter };

const operationPart = ({ luid, ...rest }: Operation): ChangedPart => ({
  ...rest,
  adapter: { luid, alias: null },
});

const lastingPart = ({ alias, ...rest }: LastingChange): ChangedPart => ({
  ...rest,
  adapter: { luid: null, alias },
});

const metricFields: readonly FieldName[] = ['UseAutomaticMetric', 'Metric'];

/** What the fields of a metric come to, before or after: one of them may be missing. */
function metricOf(automatic: number | null | undefined, metric: number | null | undefined) {
  if (automatic === 1) return 'automatic';
  return metric ?? (automatic === 0 ? 'fixed' : null);
}

function changeOf(
  parts: readonly ChangedPart[],
  { field, expected, value }: ChangedPart,
): ToldChange {
  if (!metricFields.includes(field)) {
    return { field, from: expected, to: value, automaticMetric: null };
  }
  const mode = parts.find((part) => part.field === 'UseAutomaticMetric');
  const metric = parts.find((part) => part.field === 'Metric');
  return {
    field: 'Metric',
    from: metricOf(mode?.expected, metric?.expected),
    to: metricOf(mode?.value, metric?.value),
    automaticMetric: mode?.expected === 1 ? (metric?.expected ?? null) : null,
  };
}

const adapterKey = ({ luid, alias }: SubjectAdapter) => `${luid ?? ''} ${alias ?? ''}`;

/** The field that a change is told by: both fields of the metric are one change. */
export function toldField(field: FieldName): FieldName {
  return metricFields.includes(field) ? 'Metric' : field;
}

function partKey({ adapter, family, field }: ChangedPart): string {
  return `${adapterKey(adapter)} ${family} ${toldField(field)}`;
}

function singlesOf(parts: readonly ChangedPart[]): readonly Single[] {
  return [...grouped(parts, partKey).values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    return [{ ...changeOf(some, first), family: first.family, adapter: first.adapter }];
  });
}

/** What is the same for all, or null. */
function common<T>(values: readonly T[]): T | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

/** Where some changes are made. */
function placeOf(places: readonly ChangedPlace[]): SubjectPlace {
  const adapters = [...grouped(places, ({ adapter }) => adapterKey(adapter)).values()].flatMap(
    ([first]) => (first ? [first.adapter] : []),
  );
  return {
    adapters: adapters.slice(0, mostAdapters),
    adapterCount: adapters.length,
    family: common(places.map(({ family }) => family)),
  };
}

function placed(singles: readonly Single[]): readonly PlacedChange[] {
  const same = grouped(singles, ({ field, to }) => `${field} ${String(to)}`);
  return [...same.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const { field, to } = first;
    const from = common(some.map((one) => one.from));
    const automaticMetric = common(some.map((one) => one.automaticMetric));
    return [{ field, from, to, automaticMetric, places: some }];
  });
}

/** The changes that operations come to, as many as a plan's title counts, each with its places. */
export function placedChanges(operations: readonly Operation[]): readonly PlacedChange[] {
  return placed(singlesOf(operations.map(operationPart)));
}

function aboutOf({ operations, lastingChanges = [] }: SubjectPlan): PlanSubject['about'] {
  if (operations.length > 0 || lastingChanges.length === 0) return 'values';
  return lastingChanges.every(({ value }) => value === null) ? 'stopping-last' : 'making-last';
}

/** What a plan is about. */
export function planSubject(plan: SubjectPlan): PlanSubject {
  const { operations, lastingChanges = [], intent = null } = plan;
  const about = aboutOf(plan);
  const isOfValues = about === 'values';
  const singles = singlesOf(
    isOfValues ? operations.map(operationPart) : lastingChanges.map(lastingPart),
  );
  const changes = placed(singles).map(({ field, from, to, places }): Change => {
    return { field, from, to, ...placeOf(places) };
  });
  return {
    isRestore: false,
    about,
    intent,
    changes: changes.slice(0, mostChanges),
    changeCount: changes.length,
    ...placeOf(singles),
  };
}

/** A change the other way round. */
export const reversed = <T extends Pick<Operation | LastingChange, 'expected' | 'value'>>(
  one: T,
): T => ({ ...one, expected: one.value, value: one.expected });

/** What a plan is about that takes another one back: what that one did. */
export function restoringSubject(plan: SubjectPlan): PlanSubject {
  return {
    ...planSubject({
      ...plan,
      operations: plan.operations.map(reversed),
      lastingChanges: plan.lastingChanges?.map(reversed),
    }),
    isRestore: true,
  };
}
