// SPDX-License-Identifier: MIT
// What of the lasting settings a wish changes. Pure; the helper compares each change with the store again.

import { fieldKeyId } from '../contract/operation';
import type { Operation, FieldKey } from '../contract/operation';
import { fieldValueProblem } from '../contract/field-value';
import type {
  LastingChange,
  LastingChoice,
  RecordedLastingChange,
  ShownValue,
} from '../contract/lasting';
import { ipInterfaceId } from '../contract/snapshot';
import type { Snapshot } from '../contract/snapshot';
import { appFailure } from '../base/app-failure';
import type { StoredSetting } from './lasting-settings-codec';
import { MeantSettings } from './meant-settings';
import { settingId } from './setting-id';

const stopped = ({ id, alias, family, field, value }: StoredSetting): LastingChange => ({
  id,
  alias,
  luid: null,
  family,
  field,
  expected: value,
  value: null,
});

/** Makes a value last; none where it does already. */
function made(key: FieldKey, value: number, settings: MeantSettings): readonly LastingChange[] {
  const { luid, family, field } = key;
  const adapter = settings.adapter(luid);
  if (!adapter)
    throw appFailure('lasting', 'An adapter has no name to know it by when it returns.');
  const id = settingId(adapter, family, field);
  const [first, ...others] = settings.of(key);
  if (first?.id === id && first.value === value && others.length === 0) return [];
  const expected = first?.value ?? null;
  return [{ id, alias: adapter.alias, luid, family, field, expected, value }];
}

/** A fixed metric that lasts would fight with an automatic one. */
function automaticMetrics(operations: readonly Operation[]): readonly FieldKey[] {
  const metrics = new Set(
    operations.filter(({ field }) => field === 'Metric').map((one) => ipInterfaceId(one)),
  );
  return operations
    .filter(({ field, value }) => field === 'UseAutomaticMetric' && value === 1)
    .filter((operation) => !metrics.has(ipInterfaceId(operation)))
    .map(({ luid, family }) => ({ luid, family, field: 'Metric' }));
}

function stoppedFor(keys: readonly FieldKey[], settings: MeantSettings): readonly LastingChange[] {
  const found = new Set(keys.flatMap((key) => settings.of(key)));
  return [...found].map(stopped);
}

/** And an automatic one that lasts with a fixed one that is to. */
function stoppedAutomatic(
  lasting: readonly FieldKey[],
  settings: MeantSettings,
): readonly LastingChange[] {
  const wished = new Set(lasting.map(fieldKeyId));
  const found = lasting
    .filter(({ field }) => field === 'Metric')
    .map((key) => ({ ...key, field: 'UseAutomaticMetric' }) as const)
    .filter((key) => !wished.has(fieldKeyId(key)))
    .flatMap((key) => settings.of(key))
    .filter(({ value }) => value === 1);
  return found.map(stopped);
}

/** Makes values last, and stops what would fight with them. */
function madeToLast(
  operations: readonly Operation[],
  settings: MeantSettings,
): readonly LastingChange[] {
  return [
    ...operations.flatMap((operation) => made(operation, operation.value, settings)),
    ...stoppedFor(automaticMetrics(operations), settings),
    ...stoppedAutomatic(operations, settings),
  ];
}

/**
 * What of the lasting settings operations change: all their values are to last, or those that they change no longer do.
 * @throws {AppFailure} where a value cannot last.
 */
export function lastingChangesOf(
  operations: readonly Operation[],
  choice: LastingChoice,
  stored: readonly StoredSetting[],
  snapshot: Pick<Snapshot, 'adapters'>,
): readonly LastingChange[] {
  const settings = new MeantSettings(stored, snapshot);
  if (choice === 'until-reconnect') {
    return stoppedFor([...operations, ...automaticMetrics(operations)], settings);
  }
  return madeToLast(operations, settings);
}

/**
 * What makes values last that are there, as they were shown; what is gone, cannot be set, or lasts already, is left
 * out, and so is a metric that is automatic.
 * @throws {AppFailure} where another value is there than was shown.
 */
export function makingLast(
  shown: readonly ShownValue[],
  stored: readonly StoredSetting[],
  snapshot: Pick<Snapshot, 'stack' | 'adapters' | 'ipInterfaces'>,
): readonly LastingChange[] {
  const settings = new MeantSettings(stored, snapshot);
  const rows = new Map(snapshot.ipInterfaces.map((row) => [ipInterfaceId(row), row]));
  const operations = shown.flatMap((one) => {
    const { family, field } = one;
    const values = rows.get(ipInterfaceId(one))?.values;
    const value = values?.[field];
    if (typeof value !== 'number') return [];
    if (fieldValueProblem(field, family, snapshot.stack, value)) return [];
    if (field === 'Metric' && values?.UseAutomaticMetric === 1) return [];
    if (value !== one.value)
      throw appFailure('changed', `${field} is ${value} now, not ${one.value} as it was shown.`);
    return [{ ...one, expected: value }];
  });
  return madeToLast(operations, settings);
}

/** What stops the settings with these ids, as far as they are there. */
export function stoppingLast(
  ids: readonly string[],
  stored: readonly StoredSetting[],
): readonly LastingChange[] {
  const wanted = new Set(ids);
  return stored.filter(({ id }) => wanted.has(id)).map(stopped);
}

/** A recorded change, and what takes it back where that can be. */
export interface TakenBackChange extends RecordedLastingChange {
  readonly inverse: LastingChange | null;
}

function takenBack(
  change: LastingChange,
  settings: MeantSettings,
  willBe: (key: FieldKey) => unknown,
): TakenBackChange {
  const { id, family, field, expected, value } = change;
  const bearer = settings.nameBearer(id, change);
  const key = bearer && { luid: bearer.luid, family, field };
  const isLastingAnyway = settings.get(id) !== undefined || (key && settings.of(key).length > 0);
  const stillChanged = value === null ? !isLastingAnyway : settings.get(id)?.value === value;
  const present = expected === null || (key !== null && willBe(key) === expected);
  const luid = expected === null ? null : (key?.luid ?? null);
  const inverse = { ...change, luid, expected: value, value: expected };
  return { change, stillChanged, present, inverse: stillChanged && present ? inverse : null };
}

/**
 * How lasting changes that a transaction made stand now, and what takes each back. A value can last again only where
 * it is there, or one of `restoring` puts it back.
 */
export function takingBack(
  changes: readonly LastingChange[],
  restoring: readonly Operation[],
  settings: MeantSettings,
  read: (key: FieldKey) => unknown,
): readonly TakenBackChange[] {
  const restored = new Map(restoring.map((operation) => [fieldKeyId(operation), operation.value]));
  const willBe = (key: FieldKey) => restored.get(fieldKeyId(key)) ?? read(key);
  return changes.map((change) => takenBack(change, settings, willBe));
}
