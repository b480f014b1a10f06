// SPDX-License-Identifier: MIT
// A network as it would be after some operations: the index of a snapshot with what they change laid over it.

import { mainTable } from '../contract/route-numbers';
import { canonicalOrder } from '../contract/canonical-order';
import type { Operation } from '../contract/operation';
import type { Family } from '../contract/family';
import type { FieldName } from '../contract/fields';
import { ipInterfaceId } from '../contract/snapshot';
import type { IpInterfaceKey, Luid, Route, Snapshot } from '../contract/snapshot';
import { automaticMetric } from './automatic-metric';
import { movedDefaultRoutes } from './moved-default-routes';
import type { IpAddress } from './ip-address';
import { indexOf } from './snapshot-index';
import type { SnapshotIndex } from './snapshot-index';

/** Values that operations set, by IP interface; of two for one field the later counts. */
type SetValues = Readonly<Record<Family, Map<Luid, Partial<Record<FieldName, number>>>>>;

function valuesSetBy(operations: readonly Operation[]): SetValues {
  const values: SetValues = { IPv4: new Map(), IPv6: new Map() };
  for (const { luid, family, field, value } of operations) {
    values[family].set(luid, { ...values[family].get(luid), [field]: value });
  }
  return values;
}

/** What lookups ask of a network. */
export class Network {
  readonly index: SnapshotIndex;
  readonly operations: readonly Operation[];
  readonly #set: SetValues;
  readonly #defaultRoutes = new Map<Family, readonly Route[]>();

  constructor(snapshot: Snapshot, operations: readonly Operation[] = []) {
    this.index = indexOf(snapshot);
    this.operations = operations;
    this.#set = valuesSetBy(operations);
  }

  /** This network with further operations. */
  with(operations: readonly Operation[]): Network {
    if (operations.length === 0) return this;
    return new Network(this.index.snapshot, [...this.operations, ...operations]);
  }

  get stack(): Snapshot['stack'] {
    return this.index.snapshot.stack;
  }

  /** A field as a number; null where the IP interface or the field is not there. */
  value(luid: Luid, family: Family, field: FieldName): number | null {
    const set = this.#set[family].get(luid)?.[field];
    if (set !== undefined) return set;
    const value = this.index.ipInterfaces[family].get(luid)?.values[field];
    return typeof value === 'number' ? value : null;
  }

  isOn(luid: Luid, family: Family, field: FieldName): boolean {
    return this.value(luid, family, field) === 1;
  }

  /** IP interfaces whose default routes are switched off: few, however many there are. */
  switchedOff(): readonly IpInterfaceKey[] {
    const field = 'DisableDefaultRoutes';
    const switched = this.operations.filter((operation) => operation.field === field);
    const keys = new Map(
      [...this.index.switchedOff, ...switched].map((key) => [ipInterfaceId(key), key]),
    );
    return [...keys.values()].filter(({ luid, family }) => this.isOn(luid, family, field));
  }

  /** The metric of an IP interface; 0 where interfaces have none (Linux). */
  interfaceMetric(luid: Luid, family: Family): number {
    const set = this.#set[family].get(luid)?.UseAutomaticMetric;
    const adapter = this.index.adapters.get(luid);
    // While it was on before, the stack's own number is better than an estimate.
    if (set === 1 && adapter && !this.#wasAutomatic(luid, family)) return automaticMetric(adapter);
    return this.value(luid, family, 'Metric') ?? 0;
  }

  #wasAutomatic(luid: Luid, family: Family): boolean {
    return this.index.ipInterfaces[family].get(luid)?.values.UseAutomaticMetric === 1;
  }

  /** Route metric plus interface metric. */
  effectiveMetric(route: Route, luid: Luid = route.luid): number {
    return route.metric + this.interfaceMetric(luid, route.family);
  }

  /** Routes of a table to the prefix of a length around an address, in the order of the stack. */
  routesAround(table: number, address: IpAddress, prefixLength: number): readonly Route[] {
    const { family } = address;
    if (table === mainTable && prefixLength === 0) return this.defaultRoutes(family);
    return this.index.tables[family].get(table)?.around(address, prefixLength) ?? [];
  }

  /** Prefix lengths that routes of a table have, longest first. */
  prefixLengths(family: Family, table: number): readonly number[] {
    const lengths = this.index.tables[family].get(table)?.lengths ?? [];
    const isDefaultMissing = table === mainTable && lengths.at(-1) !== 0;
    return isDefaultMissing ? [...lengths, 0] : lengths;
  }

  /** The default routes of the main table. */
  defaultRoutes(family: Family): readonly Route[] {
    let routes = this.#defaultRoutes.get(family);
    if (!routes) {
      routes = this.#findDefaultRoutes(family);
      this.#defaultRoutes.set(family, routes);
    }
    return routes;
  }

  #findDefaultRoutes(family: Family): readonly Route[] {
    const routes = this.index.tables[family].get(mainTable)?.defaultRoutes ?? [];
    if (this.stack !== 'linux') return routes;
    // In the order in which they would be applied: routes of one metric that return line up in it.
    const switched = canonicalOrder(this.operations).filter(
      (operation) => operation.family === family && operation.field === 'DisableDefaultRoutes',
    );
    const isOff = new Map(switched.map(({ luid, value }) => [luid, value === 1]));
    return isOff.size === 0 ? routes : movedDefaultRoutes(this.index, family, routes, isOff);
  }
}
