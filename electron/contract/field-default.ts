// SPDX-License-Identifier: MIT
import type { Family, StackName } from './family';
import { fieldAvailability } from './field-value';
import { fields, fieldNamed } from './fields';
import type { FieldName } from './fields';
import type { IpInterface } from './snapshot';
import type { AdapterKind } from './adapter-kind';

/** The documented defaults are those of ordinary adapters; these kinds come with their own. */
const kindsWithOwnDefaults: ReadonlySet<AdapterKind> = new Set(['loopback', 'vpn', 'mobile']);

/** The documented default, where one is known for this family and kind and the field can be set at all. */
export function fieldDefault(
  name: FieldName,
  family: Family,
  stack: StackName,
  kind: AdapterKind,
): number | undefined {
  if (kindsWithOwnDefaults.has(kind) && name !== 'DisableDefaultRoutes') return undefined;
  const availability = fieldAvailability(name, family, stack);
  const value = fieldNamed(name).defaults?.[family];
  if (availability.kind !== 'settable' || value === undefined) return undefined;
  return value >= availability.range.min && value <= availability.range.max ? value : undefined;
}

type KnownDefaults = readonly (readonly [FieldName, number])[];

/** Few combinations, asked for with every row: worked out once each. */
const knownDefaults = new Map<string, KnownDefaults>();

function defaultsOf(family: Family, stack: StackName, kind: AdapterKind): KnownDefaults {
  const key = `${family} ${stack} ${kind}`;
  const known = knownDefaults.get(key);
  if (known) return known;
  const defaults = fields.flatMap(({ name }) => {
    const value = fieldDefault(name, family, stack, kind);
    return value === undefined ? [] : [[name, value] as const];
  });
  knownDefaults.set(key, defaults);
  return defaults;
}

/** The fields of an IP interface that have another value than the documented default. */
export function notDefaultFields(
  ipInterface: IpInterface,
  stack: StackName,
  kind: AdapterKind,
): readonly FieldName[] {
  return defaultsOf(ipInterface.family, stack, kind).flatMap(([name, value]) => {
    const live = ipInterface.values[name];
    return live !== null && live !== value ? [name] : [];
  });
}
